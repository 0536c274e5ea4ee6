import { Icon, type IconName } from '../../parts/icon.tsx';
import { diagnosisTexts } from '../../text/diagnosis-page/texts.ts';
import { CHAIN_PLACES, type Chain, type ChainPlace, type ChainState, type JudgedPlace } from './chain-state.ts';

const STATIONS: Partial<Record<ChainPlace, IconName>> = {
  widget: 'chat',
  guichet: 'counter',
  'open-webui': 'server',
  provider: 'cloud',
};

/** `look`: the class that gives it colour and line. */
const MARKS: Record<ChainState, { icon: IconName; look: string }> = {
  awaited: { icon: 'doing', look: 'pending' },
  fine: { icon: 'ok', look: 'fine ok' },
  attention: { icon: 'warn', look: 'attention warn' },
  broken: { icon: 'fail', look: 'broken fail' },
  unseen: { icon: 'unseen', look: 'not-seen' },
};

/** Widget, Guichet, Open WebUI, provider, and what lies between: people look before they read. A list for those who hear it. */
export function ChainDrawing({ chain }: { chain: Chain }) {
  const words = diagnosisTexts().chain;
  return (
    <ol class="chain" aria-label={words.label}>
      {CHAIN_PLACES.map((place) => (
        <ChainItem key={place} place={place} {...(place in chain && { state: chain[place as JudgedPlace] })} />
      ))}
    </ol>
  );
}

function ChainItem({ place, state }: { place: ChainPlace; state?: ChainState }) {
  const words = diagnosisTexts().chain;
  const station = STATIONS[place];
  const mark = state && MARKS[state];
  return (
    <li class={`${station ? 'station' : 'link'} ${mark?.look ?? ''}`}>
      {station && (
        <span class="station-figure">
          <Icon name={station} />
        </span>
      )}
      <span class="chain-words">
        <span class={station ? 'station-name' : 'unseen'}>{words.place[place]}</span>
        {state && mark && (
          <span class="chain-state">
            <Icon name={mark.icon} />
            <span class="unseen">: </span>
            {words.state[state]}
          </span>
        )}
      </span>
    </li>
  );
}
