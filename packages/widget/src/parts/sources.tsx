import type { AnswerSource } from '@guichet/contract/chat-event';
import type { View } from '../element/view.ts';
import { WebLink } from './render-text.tsx';
import { legible, namesAnotherHost, webAddress } from './web-address.ts';

/** What an answer is based on. Titles and addresses come from documents, so a title never hides where its link leads. */
export function Sources({ view, sources }: { view: View; sources: readonly AnswerSource[] }) {
  if (sources.length === 0) return null;
  return (
    // Not a landmark: a conversation has as many of these as it has answers.
    <div class="sources">
      <h3>{view.texts.value.sources}</h3>
      <ol>
        {sources.map((source) => (
          <li key={source.id}>
            <Source {...source} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function Source({ id, title, url }: AnswerSource) {
  const address = webAddress(url ?? '');
  const written = webAddress(title)?.shown ?? legible(title);
  const name = written && <bdi>{written}</bdi>;
  if (!address) return name || <bdi>{id}</bdi>;
  const { href, host } = address;
  const where = (
    <bdi class="host" dir="ltr">
      {host}
    </bdi>
  );
  if (!name || written === host) return <WebLink href={href}>{where}</WebLink>;
  if (namesAnotherHost(title, host)) {
    return (
      <>
        {name} <WebLink href={href}>{where}</WebLink>
      </>
    );
  }
  // A title that is this very address says its host already.
  if (webAddress(title)) return <WebLink href={href}>{name}</WebLink>;
  return (
    <WebLink href={href}>
      {name} {where}
    </WebLink>
  );
}
