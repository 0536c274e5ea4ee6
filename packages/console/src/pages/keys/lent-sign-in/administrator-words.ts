import type { Texts } from '../../../text/texts.ts';
import type { SignInForm } from './sign-in-taker.ts';

/** What the forms say where an administrator's sign-in is wanted instead of an account for the key. */
export function administratorWords(submit: string, { setUp: { signIn } }: Texts): SignInForm['words'] {
  const { email, password, usedOnce, token, tokenHint, alreadyKey } = signIn;
  return { email, password, usedOnce, token, tokenHint, alreadyKey, submit, tokenSubmit: submit };
}
