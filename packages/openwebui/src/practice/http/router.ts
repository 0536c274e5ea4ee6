import type { Change } from '../changes.ts';
import type { World } from '../world.ts';
import type { Call } from './call.ts';
import type { Reply } from './reply.ts';

export type Handler = (call: Call, world: World) => Reply | Promise<Reply>;

export interface Route {
  method: 'GET' | 'POST' | 'DELETE';
  /** Segments that start with a colon are handed over in `call.params`. */
  pattern: string;
  /** Open WebUI reads the bytes of this one itself: unreadable JSON reaches it. */
  readsBodyItself?: boolean;
  handle: Handler;
  /** The route exists from this change on … */
  since?: Change;
  /** … or only until it. */
  until?: Change;
}

export interface MatchedRoute {
  route: Route;
  params: Record<string, string>;
}

/** The first route that fits. Paths count to the last slash: `/api/v1/auths` is not `/api/v1/auths/`. */
export function findRoute(
  routes: readonly Route[],
  method: string,
  path: string,
  world: World,
): MatchedRoute | undefined {
  for (const route of routes) {
    if (route.method !== method || !exists(route, world)) continue;
    const params = matchPattern(route.pattern, path);
    if (params) return { route, params };
  }
  return undefined;
}

function exists(route: Route, world: World): boolean {
  if (route.since && !world.has(route.since)) return false;
  return !(route.until && world.has(route.until));
}

function matchPattern(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [place, part] of wanted.entries()) {
    const value = given[place] ?? '';
    if (part.startsWith(':')) {
      if (value === '') return undefined;
      params[part.slice(1)] = decode(value);
    } else if (part !== value) return undefined;
  }
  return params;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
