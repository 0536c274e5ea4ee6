/** For tests: a set-up as the server describes it. */
import type { WizardView } from '@guichet/contract/set-up-api';

export function wizardView(view: Partial<WizardView> = {}): WizardView {
  return {
    step: 'password',
    hasCredential: false,
    allowedOrigins: [],
    snippet: '<script async src="https://guichet.example.com/guichet.js" data-site="default"></script>',
    practice: true,
    ...view,
  };
}
