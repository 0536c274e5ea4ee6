/** Which of the three ways of using tools is possible now, and what counts where the chosen one is not. Pure. */
import type { ModeAvailability, ModeObstacle } from '@guichet/contract/assistant-api';
import { TOOL_MODES, type ToolMode } from '@guichet/contract/site-settings';
import { isAtLeast } from '@guichet/openwebui/client';

/** Since then Open WebUI runs tools for callers with a key alone, once; run on this and on later ones. */
export const ONE_ROUND_SINCE = '0.8.12';

/** The oldest on which several rounds over a socket were seen to work. */
export const WHOLE_AGENT_SINCE = '0.10.2';

export interface ModeFacts {
  /** Of Open WebUI; undefined while it does not say. */
  version?: string;
  /** A session token of the service account is there or can be had: a socket takes no API key. */
  hasSession: boolean;
  /** What else stands in the way of the whole agent. */
  agentObstacles: readonly ModeObstacle[];
}

export function modeAvailability(facts: ModeFacts): ModeAvailability[] {
  const obstacles: Record<ToolMode, ModeObstacle[]> = {
    off: [],
    'one-round': oneRoundObstacles(facts),
    'whole-agent': wholeAgentObstacles(facts),
  };
  return TOOL_MODES.map((mode) => ({ mode, ok: obstacles[mode].length === 0, reasons: obstacles[mode] }));
}

/** The next lesser mode that is possible; `off` always is. */
export function modeInForce(chosen: ToolMode, available: readonly ModeAvailability[]): ToolMode {
  const lesser = TOOL_MODES.slice(0, TOOL_MODES.indexOf(chosen) + 1).reverse();
  return lesser.find((mode) => available.some((one) => one.mode === mode && one.ok)) ?? 'off';
}

/** A version that is not told is no obstacle: nothing worse happens than that no tool runs. */
function oneRoundObstacles({ version }: ModeFacts): ModeObstacle[] {
  return version === undefined || isAtLeast(version, ONE_ROUND_SINCE)
    ? []
    : [{ code: 'version-too-old', names: [ONE_ROUND_SINCE, version] }];
}

function wholeAgentObstacles({ version, hasSession, agentObstacles }: ModeFacts): ModeObstacle[] {
  const ofVersion: ModeObstacle[] =
    version === undefined
      ? [{ code: 'version-unknown', names: [WHOLE_AGENT_SINCE] }]
      : isAtLeast(version, WHOLE_AGENT_SINCE)
        ? []
        : [{ code: 'version-too-old', names: [WHOLE_AGENT_SINCE, version] }];
  const ofSession: ModeObstacle[] = hasSession ? [] : [{ code: 'sign-in-missing', names: [] }];
  return [...ofVersion, ...ofSession, ...agentObstacles];
}
