/**
 * Whether the whole agent may run now. What the owner closed in Open WebUI can be opened again at any time, by somebody
 * who knows nothing of the website; so it is looked at all the time, and as soon as something is open, answers go on
 * without the agent.
 */
import { type WholeAgentFinding, type WholeAgentObstacle, wholeAgentObstacles } from '@guichet/openwebui/agent-safety';
import type { UpstreamTarget } from '@guichet/openwebui/client';

export type { WholeAgentObstacle } from '@guichet/openwebui/agent-safety';

export interface WholeAgentGate {
  /** Empty: it may run. Quick, because what was found lately is taken while it is looked again. Never rejects. */
  check(model: string): Promise<WholeAgentObstacle[]>;
  /** Looks now and waits: for an operator who is about to choose, or has just closed something. */
  checkNow(model: string): Promise<WholeAgentObstacle[]>;
  /** Another credential or address: nothing found before holds. */
  forget(): void;
}

export interface WholeAgentGateParts {
  target: () => UpstreamTarget | undefined;
  /** What stands in the way of a model has changed; also told the first time. */
  onChange?: (model: string, obstacles: readonly WholeAgentObstacle[]) => void;
  /** Monotonic milliseconds. */
  clock?: () => number;
  look?: typeof wholeAgentObstacles;
}

/** A finding this young is taken as it is: two questions a minute and model cost Open WebUI nothing. */
export const FINDING_FRESH_MS = 60_000;

/** One older than this is not trusted any more: the question waits for a new one, some milliseconds. */
export const FINDING_KEPT_MS = 2 * 60_000;

/** Version and role are read again after this; they change by an update or an administrator's hand. */
export const STEADY_KEPT_MS = 10 * 60_000;

/** A look that failed is repeated after this, and not with every question until then. */
const FAILURE_KEPT_MS = 2_000;

/** Models that are watched; sites have one each. The one asked longest ago is forgotten. */
const MAX_MODELS = 100;

interface Watched {
  obstacles?: WholeAgentObstacle[];
  /** When `obstacles` were found. */
  at: number;
  /** The last look that failed, and when. */
  unread?: { obstacles: WholeAgentObstacle[]; at: number };
  looking?: Promise<WholeAgentObstacle[]>;
}

interface Steady {
  value: WholeAgentFinding['steady'];
  at: number;
}

export function createWholeAgentGate(parts: WholeAgentGateParts): WholeAgentGate {
  const clock = parts.clock ?? (() => performance.now());
  const look = parts.look ?? wholeAgentObstacles;
  const watched = new Map<string, Watched>();
  let steady: Steady | undefined;
  let of: UpstreamTarget | undefined;

  function forget(): void {
    watched.clear();
    steady = undefined;
    of = undefined;
  }

  /** @returns undefined where there is nothing to ask */
  function currentTarget(): UpstreamTarget | undefined {
    const target = parts.target();
    if (target?.baseUrl !== of?.baseUrl || target?.credential !== of?.credential) forget();
    of = target;
    return target;
  }

  function lookNow(model: string, target: UpstreamTarget): Promise<WholeAgentObstacle[]> {
    const mine: Watched = watched.get(model) ?? { at: Number.NEGATIVE_INFINITY };
    if (mine.looking) return mine.looking;
    keep(model, mine);
    const known = steady && clock() - steady.at < STEADY_KEPT_MS ? steady.value : undefined;
    mine.looking = look(target, model, known)
      .then((finding) => taken(model, mine, finding, known === undefined))
      .finally(() => {
        delete mine.looking;
      });
    return mine.looking;
  }

  function taken(model: string, mine: Watched, finding: WholeAgentFinding, isWhole: boolean): WholeAgentObstacle[] {
    const { obstacles } = finding;
    // A question that was not answered says nothing about what is open; what was found lately holds until it is too old.
    if (isUnread(obstacles)) {
      mine.unread = { obstacles, at: clock() };
      return isKept(mine) ? (mine.obstacles ?? obstacles) : obstacles;
    }
    delete mine.unread;
    const hasChanged = JSON.stringify(mine.obstacles) !== JSON.stringify(obstacles);
    mine.obstacles = obstacles;
    mine.at = clock();
    if (watched.get(model) !== mine) return obstacles;
    if (isWhole) steady = { value: finding.steady, at: clock() };
    if (hasChanged) parts.onChange?.(model, obstacles);
    return obstacles;
  }

  function isKept({ obstacles, at }: Watched): boolean {
    return obstacles !== undefined && clock() - at < FINDING_KEPT_MS;
  }

  /** The map keeps the order of insertion: the first is the one asked longest ago. */
  function keep(model: string, mine: Watched): void {
    watched.delete(model);
    watched.set(model, mine);
    const oldest = watched.size > MAX_MODELS ? watched.keys().next().value : undefined;
    if (oldest !== undefined) watched.delete(oldest);
  }

  return {
    forget,
    async check(model) {
      const target = currentTarget();
      if (!target) return NOTHING_TO_ASK;
      const mine = watched.get(model);
      if (!mine) return lookNow(model, target);
      const failed = mine.unread && clock() - mine.unread.at < FAILURE_KEPT_MS ? mine.unread.obstacles : undefined;
      if (!mine.obstacles || !isKept(mine)) return failed ?? lookNow(model, target);
      if (!failed && clock() - mine.at >= FINDING_FRESH_MS) void lookNow(model, target);
      return mine.obstacles;
    },
    async checkNow(model) {
      const target = currentTarget();
      return target ? lookNow(model, target) : NOTHING_TO_ASK;
    },
  };
}

function isUnread(obstacles: readonly WholeAgentObstacle[]): boolean {
  return obstacles.some(({ what }) => what === 'not-checked');
}

const NOTHING_TO_ASK: WholeAgentObstacle[] = [
  { what: 'not-checked', failure: { cause: 'key-missing', confidence: 'certain', phase: 'connect' } },
];
