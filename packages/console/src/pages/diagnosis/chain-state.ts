/**
 * The path of an answer as it is drawn: four stations and the three links between them, and where it is broken. Pure.
 * A check belongs to one of these places; a place is as bad as its worst check.
 */
import type { ReportCheck } from '@guichet/contract/report';

export const CHAIN_PLACES = [
  'widget',
  'widget-guichet',
  'guichet',
  'guichet-open-webui',
  'open-webui',
  'open-webui-provider',
  'provider',
] as const;

export type ChainPlace = (typeof CHAIN_PLACES)[number];

/** The ends of the chain: nobody looks at a visitor's browser or a provider from within. */
type ChainEnd = 'widget' | 'provider';

export type JudgedPlace = Exclude<ChainPlace, ChainEnd>;

/** `broken`: the first thing that fails is here. `unseen`: nothing of it could be looked at. */
export type ChainState = 'awaited' | 'fine' | 'attention' | 'broken' | 'unseen';

export type Chain = Record<JudgedPlace, ChainState>;

interface Placed {
  id: string;
  group: string;
  check?: ReportCheck | undefined;
}

export function chainState(checks: readonly Placed[]): Chain {
  const first = checks.find(({ check }) => check?.status === 'fail');
  const broken = first && placeOf(first);
  const state = (place: JudgedPlace): ChainState =>
    place === broken ? 'broken' : stateOf(checks.filter((one) => placeOf(one) === place));
  return {
    'widget-guichet': state('widget-guichet'),
    guichet: state('guichet'),
    'guichet-open-webui': state('guichet-open-webui'),
    'open-webui': state('open-webui'),
    'open-webui-provider': state('open-webui-provider'),
  };
}

function stateOf(here: readonly Placed[]): ChainState {
  const seen = here.flatMap(({ check }) => (check ? [check.status] : []));
  if (seen.some((status) => status === 'fail' || status === 'warn' || status === 'crashed')) return 'attention';
  if (seen.length < here.length || here.length === 0) return 'awaited';
  return seen.every((status) => status === 'skipped') ? 'unseen' : 'fine';
}

/** Ways between visitors' browsers and Guichet; the rest of `own` is Guichet itself. */
const BEFORE_GUICHET = /public|origin|proxy|tick|buffer/;

/** What Open WebUI itself is like; the rest of `upstream` is the way there. */
const OPEN_WEBUI_ITSELF = /is-open-webui|version|sign-/;

function placeOf({ id, group, check }: Placed): JudgedPlace {
  if (check?.cause?.startsWith('provider-')) return 'open-webui-provider';
  switch (group) {
    case 'own':
      return BEFORE_GUICHET.test(id) ? 'widget-guichet' : 'guichet';
    case 'upstream':
      return OPEN_WEBUI_ITSELF.test(id) ? 'open-webui' : 'guichet-open-webui';
    case 'models':
    case 'account':
    case 'tools':
      return 'open-webui';
    case 'answer':
      return check?.cause === 'stream-buffered' ? 'guichet-open-webui' : 'open-webui-provider';
    default:
      return 'guichet-open-webui';
  }
}
