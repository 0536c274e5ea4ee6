import { currentTexts } from '../text/texts.ts';

/** There is one operator and no name to type; password managers still want one to keep a password under. */
export function ManagerAccount() {
  return (
    <input
      class="unseen"
      type="text"
      name="username"
      autocomplete="username"
      value="guichet"
      readOnly
      tabIndex={-1}
      aria-label={currentTexts().signIn.user}
    />
  );
}
