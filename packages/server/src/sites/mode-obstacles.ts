/** What stands in the way of the whole agent, as the console's page words it: open tools together, each other one alone. */
import type { ModeObstacle } from '@guichet/contract/assistant-api';
import type { WholeAgentObstacle } from '@guichet/openwebui/agent-safety';

export function toModeObstacles(obstacles: readonly WholeAgentObstacle[]): ModeObstacle[] {
  const open = obstacles.flatMap((obstacle) => (obstacle.what === 'tool-open' ? obstacle.kind : []));
  const others = obstacles.flatMap((obstacle) => {
    switch (obstacle.what) {
      case 'tool-open':
      // The page says these two of the mode by itself, from what Open WebUI tells of its version.
      case 'version-unknown':
      case 'version-too-old':
        return [];
      case 'version-unread':
        return { code: obstacle.what, names: [obstacle.version] };
      case 'not-checked':
      case 'account-is-administrator':
      case 'account-unknown':
      case 'model-missing':
        return { code: obstacle.what, names: [] };
      default:
        return obstacle satisfies never;
    }
  });
  return [...(open.length > 0 ? [{ code: 'tool-open', names: open }] : []), ...others];
}
