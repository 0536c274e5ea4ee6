import type { WizardView } from '@guichet/contract/set-up-api';
import type { PageParts } from '../../parts/lazy-page.tsx';

/** What every step is given. */
export interface StepParts extends PageParts {
  /** As the server last said. */
  view: WizardView;
}
