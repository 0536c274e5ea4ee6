/** What Prometheus may read at /metrics. No label carries anything about a visitor or a text. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  questions: Counter<'site'>;
  runsEnded: Counter<'status'>;
  upstreamFailures: Counter<'cause' | 'code'>;
  refusals: Counter<'code'>;
  firstTextSeconds: Histogram;
  slowReaders: Counter;
  /** @param read called when the figure is asked for */
  gauge(name: string, help: string, read: () => number): void;
  /** A figure for each value of one label. @param read called when the figures are asked for */
  labelledGauge(name: string, help: string, label: string, read: () => Readonly<Record<string, number>>): void;
  text(): Promise<{ contentType: string; body: string }>;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: 'guichet_' });
  return {
    questions: new Counter({
      name: 'guichet_questions_total',
      help: 'Questions accepted.',
      labelNames: ['site'],
      registers,
    }),
    runsEnded: new Counter({
      name: 'guichet_runs_ended_total',
      help: 'Answers ended, by status.',
      labelNames: ['status'],
      registers,
    }),
    upstreamFailures: new Counter({
      name: 'guichet_upstream_failures_total',
      help: 'Answers that Open WebUI did not complete, by cause and code.',
      labelNames: ['cause', 'code'],
      registers,
    }),
    refusals: new Counter({
      name: 'guichet_refusals_total',
      help: 'Requests rejected, by code.',
      labelNames: ['code'],
      registers,
    }),
    firstTextSeconds: new Histogram({
      name: 'guichet_first_text_seconds',
      help: 'Seconds from the accepted question to the first text of its answer.',
      buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120],
      registers,
    }),
    slowReaders: new Counter({
      name: 'guichet_slow_readers_total',
      help: 'Connections closed because the client read too slowly. The answer continued.',
      registers,
    }),
    gauge(name, help, read) {
      new Gauge({
        name,
        help,
        registers,
        collect() {
          this.set(read());
        },
      });
    },
    labelledGauge(name, help, label, read) {
      new Gauge({
        name,
        help,
        labelNames: [label],
        registers,
        collect() {
          this.reset();
          for (const [value, figure] of Object.entries(read())) this.set({ [label]: value }, figure);
        },
      });
    },
    async text() {
      return { contentType: registry.contentType, body: await registry.metrics() };
    },
  };
}
