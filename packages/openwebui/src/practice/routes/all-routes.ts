import type { Route } from '../http/router.ts';
import { administrationRoutes } from './administration-routes.ts';
import { apiKeyRoutes } from './api-key-routes.ts';
import { audioRoutes } from './audio-routes.ts';
import { chatRoutes } from './chat-routes.ts';
import { completionRoutes } from './completion-routes.ts';
import { feedbackRoutes } from './feedback-routes.ts';
import { fileRoutes } from './file-routes.ts';
import { groupRoutes } from './group-routes.ts';
import { knowledgeRoutes } from './knowledge-routes.ts';
import { modelRoutes } from './model-routes.ts';
import { peopleAdministrationRoutes } from './people-administration-routes.ts';
import { peopleRoutes } from './people-routes.ts';
import { pluginRoutes } from './plugin-routes.ts';
import { secondFactorRoutes } from './second-factor-routes.ts';
import { sessionRoutes } from './session-routes.ts';
import { skillRoutes } from './skill-routes.ts';
import { statusRoutes } from './status-routes.ts';

/** The first fitting route wins: fixed paths stand before those with parameters. */
export const allRoutes: readonly Route[] = [
  ...statusRoutes,
  ...sessionRoutes,
  ...apiKeyRoutes,
  ...administrationRoutes,
  ...secondFactorRoutes,
  ...peopleAdministrationRoutes,
  ...peopleRoutes,
  ...groupRoutes,
  ...modelRoutes,
  ...completionRoutes,
  ...audioRoutes,
  ...fileRoutes,
  ...knowledgeRoutes,
  ...skillRoutes,
  ...chatRoutes,
  ...feedbackRoutes,
  ...pluginRoutes,
];
