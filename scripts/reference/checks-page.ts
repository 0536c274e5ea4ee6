/** `docs/reference/checks.md`, from the doctor's checks, its texts and its corpus of failures. */
import { CAUSES, type Cause } from '@guichet/contract/cause';
import { en as causesEn } from '@guichet/contract/cause-text/en';
import { fr as causesFr } from '@guichet/contract/cause-text/fr';
import { ALL_CHECKS, checkForCause, TEXTS } from '@guichet/doctor/catalogue';
import { addressCases } from '../../packages/doctor/src/corpus/address-cases.ts';
import { answerCases } from '../../packages/doctor/src/corpus/answer-cases.ts';
import { frontCases } from '../../packages/doctor/src/corpus/front-cases.ts';
import { keyCases } from '../../packages/doctor/src/corpus/key-cases.ts';
import { ownCases } from '../../packages/doctor/src/corpus/own-cases.ts';
import { code, page, table } from './markdown.ts';

const CORPUS = [...addressCases, ...frontCases, ...keyCases, ...answerCases, ...ownCases];

const LEAD = `What \`npx guichet doctor\`, the page \`/diagnostic\` and the watch look at, in this order. Ids and causes are permanent.

A check judges the evidence named under *needs* and touches nothing itself. When one of those under *after* fails, it is skipped with that reason, because the failure explains it as well. The sentences are those of a check that finds nothing wrong. Each id leads to its page of the guide; the French one has the same name in \`docs/guide/fr/findings\`.`;

const CAUSES_LEAD = `A cause can be found by several checks; the one named here says most about it. The last column is how surely it is told in the corpus of failures made on purpose: *certain* means that nothing else fits, *probable* is the usual reading, *unknown* that it cannot be told from where Guichet stands.`;

export function checksPage(): string {
  const checks = ALL_CHECKS.map(({ id, causes, needs, after }) => [
    linkTo(id),
    TEXTS.en.checks[id],
    TEXTS.fr.checks[id],
    causes.map(code).join(', ') || 'none, it advises',
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
    table(['cause', 'English', 'français', 'check', 'how surely'], causes),
  );
}

function linkTo(id: string): string {
  return `[${code(id)}](../guide/en/findings/${id.replace('/', '-')}.md)`;
}

function howSurely(cause: Cause): string {
  const expected = CORPUS.map((made) => made.expected).filter((each) => each.cause === cause);
  const told = (['certain', 'probable', 'unknown'] as const).filter((confidence) =>
    expected.some((each) => each.confidence === confidence),
  );
  return told.join(', ') || 'not in the corpus';
}
