import type { Lent } from '../../../admin-api/admin-api.ts';
import type { Texts } from '../../../text/texts.ts';

/** What the forms of a sign-in at Open WebUI hand over to. */
export interface SignInTaker {
  lend(lent: Lent): Promise<void>;
  answerCode(code: string, recovery: boolean): Promise<void>;
  beginAgain(): void;
}

/** The same forms stand in several sections: what tells them apart, and what they say of their own purpose. */
export interface SignInForm {
  /** Begins the ids of the fields. */
  id: string;
  words: Partial<Texts['exchange']>;
}

export const EXCHANGE_FORM: SignInForm = { id: 'exchange', words: {} };
