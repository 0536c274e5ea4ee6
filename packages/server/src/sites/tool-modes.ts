/**
 * How far tools may go on a site at the moment: what its owner chose, unless its precondition is gone. Asked for every
 * answer, so what it rests on is remembered and looked at again in the background.
 */
import type { ModeAvailability, ModeObstacle } from '@guichet/contract/assistant-api';
import type { ToolMode } from '@guichet/contract/site-settings';
import { type ModeFacts, modeAvailability, modeInForce } from './mode-availability.ts';
import type { SiteContext } from './site-context.ts';

export interface ToolModesParts {
  /** Asks Open WebUI; undefined when it does not say. */
  version: () => Promise<string | undefined>;
  hasSession: () => Promise<boolean>;
  /** What else stands in the way of the whole agent on this site. */
  agentObstacles: (site: SiteContext) => Promise<readonly ModeObstacle[]>;
  /** The chosen mode does not count, or counts again (no reasons). Told once for each change. */
  onFallback: (site: SiteContext, inForce: ToolMode, reasons: readonly ModeObstacle[]) => void;
  /** Monotonic milliseconds. */
  clock?: () => number;
}

export interface SiteModes {
  version?: string;
  available: ModeAvailability[];
  inForce: ToolMode;
}

/** Facts this old are looked at again, while answers go on with them. */
const FACTS_FRESH_MS = 60_000;

/** What could not be learnt is asked for again after this. */
const FAILURE_KEPT_MS = 5_000;

interface Kept {
  facts: ModeFacts;
  at: number;
}

export class ToolModes {
  readonly #parts: ToolModesParts;
  readonly #clock: () => number;
  readonly #kept = new Map<string, Kept>();
  readonly #looking = new Map<string, Promise<ModeFacts>>();
  /** What was told at last, by site, where less than the chosen counted. */
  readonly #fallbacks = new Map<string, { chosen: ToolMode; told: string }>();
  #version: string | undefined;
  #age = 0;

  constructor(parts: ToolModesParts) {
    this.#parts = parts;
    this.#clock = parts.clock ?? (() => performance.now());
  }

  /** Another address or credential: nothing learnt before counts. */
  forget(): void {
    this.#version = undefined;
    this.sitesChanged();
  }

  /** Another model may have other obstacles. */
  sitesChanged(): void {
    this.#age++;
    this.#kept.clear();
    this.#looking.clear();
  }

  /** For an answer: at once, but for the first of a site that uses tools at all. */
  async inForce(site: SiteContext): Promise<ToolMode> {
    if (site.tools === 'off') return 'off';
    const kept = this.#kept.get(site.id);
    const keptMs = kept?.facts.version === undefined ? FAILURE_KEPT_MS : FACTS_FRESH_MS;
    const isOld = kept === undefined || this.#clock() - kept.at >= keptMs;
    // What cannot be looked at now leaves the answer with what is known.
    const looking = isOld ? this.#look(site).catch(() => undefined) : undefined;
    return this.#judge(site, kept?.facts ?? (await looking) ?? NOTHING_KNOWN).inForce;
  }

  /** For an operator: looked at now. */
  async read(site: SiteContext): Promise<SiteModes> {
    return this.#judge(site, await this.#look(site));
  }

  /** One look for all who ask meanwhile. */
  #look(site: SiteContext): Promise<ModeFacts> {
    const under = this.#looking.get(site.id);
    if (under) return under;
    const age = this.#age;
    const mine = this.#learn(site, age).finally(() => {
      if (this.#looking.get(site.id) === mine) this.#looking.delete(site.id);
    });
    this.#looking.set(site.id, mine);
    return mine;
  }

  async #learn(site: SiteContext, age: number): Promise<ModeFacts> {
    const { version, hasSession, agentObstacles } = this.#parts;
    const [told, session, obstacles] = await Promise.all([version(), hasSession(), agentObstacles(site)]);
    // A server that does not answer for a moment is no older for it.
    const known = told ?? (age === this.#age ? this.#version : undefined);
    const facts: ModeFacts = {
      ...(known !== undefined && { version: known }),
      hasSession: session,
      agentObstacles: obstacles,
    };
    if (age !== this.#age) return facts;
    this.#version = known;
    this.#kept.set(site.id, { facts, at: this.#clock() });
    return facts;
  }

  #judge(site: SiteContext, facts: ModeFacts): SiteModes {
    const available = modeAvailability(facts);
    const inForce = modeInForce(site.tools, available);
    this.#tell(site, inForce, available);
    return { ...(facts.version !== undefined && { version: facts.version }), available, inForce };
  }

  #tell(site: SiteContext, inForce: ToolMode, available: readonly ModeAvailability[]): void {
    const reasons = available.find(({ mode }) => mode === site.tools)?.reasons ?? [];
    const before = this.#fallbacks.get(site.id);
    if (inForce === site.tools) {
      this.#fallbacks.delete(site.id);
      // Whoever chose another mode meanwhile waits for no news of the former one.
      if (before?.chosen === site.tools) this.#parts.onFallback(site, inForce, []);
      return;
    }
    const told = JSON.stringify([site.tools, inForce, reasons]);
    if (before?.told === told) return;
    this.#fallbacks.set(site.id, { chosen: site.tools, told });
    this.#parts.onFallback(site, inForce, reasons);
  }
}

const NOTHING_KNOWN: ModeFacts = { hasSession: false, agentObstacles: [] };
