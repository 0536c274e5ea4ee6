/** `docs/reference/checks.md`, from the doctor's checks, its texts and its corpus of failures. */
import { CAUSES, type Cause } from '@guichet/contract/cause';
import { en as causesEn } from '@guichet/contract/cause-text/en';
import { fr as causesFr } from '@guichet/contract/cause-text/fr';
import { ALL_CHECKS, checkForCause, TEXTS } from '@guichet/doctor/catalogue';
import { allCases } from '../../packages/doctor/src/corpus/all-cases.ts';
import { code, page, table } from './markdown.ts';

const LEAD = `\`npx guichet doctor\`, the page \`/diagnostic\` and the watch run these checks in this order. IDs and causes never change.

A check judges the evidence listed under *needs* and changes nothing itself. If a check listed under *after* fails, Guichet skips this one and says why: that failure explains it as well. The sentences are what a check says if it finds nothing wrong. Each ID links to its page in the guide. The French page has the same name in \`docs/guide/fr/findings\`.`;

const CAUSES_LEAD = `Several checks can find the same cause. The one listed here says most about it. The last column is how certain the doctor is in its collection of deliberate failures. *Certain* means that nothing else fits, *probable* that it is the usual reason, and *unknown* that Guichet cannot see the reason.`;

export function checksPage(): string {
  const checks = ALL_CHECKS.map(({ id, causes, needs, after }) => [
    linkTo(id),
    TEXTS.en.checks[id],
    TEXTS.fr.checks[id],
    causes.map(code).join(', ') || 'none: it advises',
    needs.map(code).join(', '),
    after.map(code).join(', ') || 'nothing',
  ]);
  const causes = CAUSES.map((cause) => [
    code(cause),
    causesEn[cause],
    causesFr[cause],
    linkTo(checkForCause(cause) ?? ''),
    howSurely(cause),
  ]);
  return page(
    'Checks and causes',
    LEAD,
    table(['id', 'English', 'français', 'causes', 'needs', 'after'], checks),
    '## Causes',
    CAUSES_LEAD,
    table(['cause', 'English', 'français', 'check', 'how certain'], causes),
  );
}

function linkTo(id: string): string {
  return `[${code(id)}](../guide/en/findings/${id.replace('/', '-')}.md)`;
}

function howSurely(cause: Cause): string {
  const expected = allCases.map((made) => made.expected).filter((each) => each.cause === cause);
  const told = (['certain', 'probable', 'unknown'] as const).filter((confidence) =>
    expected.some((each) => each.confidence === confidence),
  );
  return told.join(', ') || 'not in the collection';
}
