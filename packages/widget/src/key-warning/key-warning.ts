/**
 * What stands between a key and a conversation: a sentence and two buttons above the field. A file of its own, loaded
 * once somebody writes what could be a key (`key-warning-for.ts`); plain DOM, so that it brings nothing the widget has.
 */

import { LOCALES } from '@guichet/contract/locale';
import { type FoundSecret, findSecrets } from '@guichet/keys/find-secrets';
import { kindName } from '@guichet/keys/kind-name';
import type { View } from '../element/view.ts';
import { enKeyWarning } from '../text/en-key-warning.ts';
import { drawWarning } from './draw-warning.ts';
import { stand } from './stand.ts';
import { withoutSecrets } from './without-secrets.ts';

/**
 * Shows the warning if the text holds a secret.
 * @param typed whether the visitor wrote it here: only then may the focus move
 * @param send sends the text as it is
 * @returns whether there is something to warn of; then the text stands in the field, and nothing was sent
 */
export function warn(view: View, text: string, typed: boolean, send: () => void): boolean {
  const form = view.element.shadowRoot?.querySelector<HTMLFormElement>('.composer');
  const found = findSecrets(text);
  if (!form || found.length === 0) return false;
  view.chat.draft.value = text;
  const { words, beside, choice, remove, anyway, say } = drawWarning();
  const signal = stand(view, form, { look: 'on', text, words, beside });
  const stopTranslating = view.texts.subscribe(({ keyWarning = enKeyWarning }) =>
    say(keyWarning, namesOf(found, view), view.counted.peek()(found.length, keyWarning.remove)),
  );
  signal.addEventListener('abort', stopTranslating);
  remove.onclick = () => takeOut(view, form, withoutSecrets(text, found));
  anyway.onclick = () => {
    fieldOf(form)?.focus();
    send();
  };
  // Not on a button: the second press of an impatient Enter must not choose.
  if (typed) choice.focus();
  return true;
}

function takeOut(view: View, form: HTMLFormElement, rest: string): void {
  view.chat.draft.value = rest;
  const { removed, removedAll } = view.texts.value.keyWarning ?? enKeyWarning;
  const words = [rest === '' ? removedAll : removed];
  stand(view, form, { look: 'said', text: rest, words, beside: [] });
  fieldOf(form)?.focus();
}

/** Each kind once, as one would say it: "an OpenAI API key and a private key". Only operators' languages have names for them. */
function namesOf(found: readonly FoundSecret[], { locale: { value: language }, texts }: View): string {
  const locale = LOCALES.find((tag) => tag === language);
  if (!locale) return (texts.value.keyWarning ?? enKeyWarning).anyKey;
  const names = new Set(found.map(({ kind }) => kindName(kind, locale)));
  try {
    return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
  } catch {
    return [...names].join(', ');
  }
}

function fieldOf(form: HTMLFormElement): HTMLElement | null {
  return form.querySelector<HTMLElement>('.input');
}
