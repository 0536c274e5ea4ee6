import type { Migration } from 'kysely/migration';
import { conversations } from './0001-conversations.ts';
import { secrets } from './0002-secrets.ts';
import { admin } from './0003-admin.ts';
import { operators } from './0004-operators.ts';
import { visitorErrors } from './0005-visitor-errors.ts';
import { sites } from './0006-sites.ts';
import { answerParts } from './0007-answer-parts.ts';
import { runOwners } from './0008-run-owners.ts';
import { runEpochs } from './0009-run-epochs.ts';
import { limitUse } from './0010-limit-use.ts';
import { replicas } from './0011-replicas.ts';
import { messageParts } from './0012-message-parts.ts';
import { visitorWishes } from './0013-visitor-wishes.ts';
import { visitorFiles } from './0014-visitor-files.ts';
import { pageContext } from './0015-page-context.ts';
import { passedRatings } from './0016-passed-ratings.ts';

/** In order; a migration that has been released is never changed. */
export const ALL_MIGRATIONS: Record<string, Migration> = {
  '0001-conversations': conversations,
  '0002-secrets': secrets,
  '0003-admin': admin,
  '0004-operators': operators,
  '0005-visitor-errors': visitorErrors,
  '0006-sites': sites,
  '0007-answer-parts': answerParts,
  '0008-run-owners': runOwners,
  '0009-run-epochs': runEpochs,
  '0010-limit-use': limitUse,
  '0011-replicas': replicas,
  '0012-message-parts': messageParts,
  '0013-visitor-wishes': visitorWishes,
  '0014-visitor-files': visitorFiles,
  '0015-page-context': pageContext,
  '0016-passed-ratings': passedRatings,
};
