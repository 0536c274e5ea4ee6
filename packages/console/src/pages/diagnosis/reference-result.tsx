import type { VisitorErrorView } from '@guichet/contract/diagnosis-api';
import { useEffect } from 'preact/hooks';
import { locale } from '../../language/language.ts';
import { announce } from '../../parts/announcer.tsx';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { Notice } from '../../parts/notice.tsx';
import { diagnosisTexts } from '../../text/diagnosis-page/texts.ts';
import { momentInWords } from '../../words/moment-in-words.ts';
import { findingAnchor, goToFinding } from './finding-place.ts';
import { MENDS } from './mend-actions.ts';
import type { ReferenceModel } from './reference-model.ts';
import { isFinding, type ShownCheck } from './shown-checks.ts';

export interface ReferenceResultProps {
  reference: ReferenceModel;
  shown: readonly ShownCheck[];
  isOver: boolean;
}

/** What a visitor read, when, what was behind it, and whether it still is. */
export function ReferenceResult({ reference, shown, isOver }: ReferenceResultProps) {
  const words = diagnosisTexts().reference;
  const state = reference.state.value;
  const isUnknown = state.kind === 'unknown';
  useEffect(() => {
    if (isUnknown) announce(words.unknown({ ref: state.ref }));
  }, [isUnknown]);
  switch (state.kind) {
    case 'none':
      return null;
    case 'looking':
      return <p class="waiting">{words.looking}</p>;
    case 'unknown':
      return (
        <Notice tone="warn" title={words.unknown(state)}>
          <p>{words.unknownMeans}</p>
        </Notice>
      );
    case 'failed':
      return <FailureNotice failure={state.failure} title={words.failed} />;
    case 'known':
      return <VisitorRead error={state.error} shown={shown} isOver={isOver} />;
    default:
      return state satisfies never;
  }
}

interface VisitorReadProps {
  error: VisitorErrorView;
  shown: readonly ShownCheck[];
  isOver: boolean;
}

function VisitorRead({ error, shown, isOver }: VisitorReadProps) {
  const words = diagnosisTexts().reference;
  const moment = momentInWords(error.at, locale.value);
  useEffect(
    () => announce(`${words.read({ moment, ref: error.ref })} ${words.quoted({ text: error.detail })}`),
    [error],
  );
  const isSaidBelow = shown.some(({ check }) => check.id === error.checkId && check.title === error.causeText);
  return (
    <Notice tone="info" title={words.read({ moment, ref: error.ref })}>
      <p>{words.quoted({ text: error.detail })}</p>
      {error.causeText && !isSaidBelow && <p>{error.causeText}</p>}
      {error.origin && (
        <p>
          {words.refusedOrigin({ origin: error.origin })}{' '}
          <a href={MENDS['set-origins']}>{diagnosisTexts().mends['set-origins']}</a>
        </p>
      )}
      <StillSo checkId={error.checkId} shown={shown} isOver={isOver} />
    </Notice>
  );
}

function StillSo({
  checkId,
  shown,
  isOver,
}: Pick<VisitorReadProps, 'shown' | 'isOver'> & { checkId: string | undefined }) {
  const words = diagnosisTexts().reference;
  const found = shown.find(({ check, asOf }) => check.id === checkId && asOf === undefined)?.check;
  const stands = found && isFinding(found) ? found.id : undefined;
  useEffect(() => {
    // Opened for those who came by the reference, not under the hands of somebody who has begun something.
    const isUntouched = document.activeElement === document.body && window.scrollY < 100;
    if (stands && isUntouched) goToFinding(stands);
  }, [stands]);
  if (checkId === undefined) return <p class="muted">{words.noCheck}</p>;
  if (found && stands) {
    return (
      <p>
        {words.stillSo}{' '}
        <a
          href={`#${findingAnchor(stands)}`}
          onClick={(event) => {
            if (goToFinding(stands)) event.preventDefault();
          }}
        >
          {found.title}
        </a>
      </p>
    );
  }
  if (found?.status === 'skipped') return <p>{words.notLooked}</p>;
  if (found) {
    return (
      <p>
        <strong>{words.mended}</strong> {found.title}
      </p>
    );
  }
  return <p class="muted">{isOver ? words.noCheck : words.stillLooking}</p>;
}
