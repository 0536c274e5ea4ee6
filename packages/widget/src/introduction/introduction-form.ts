import { MAX_EMAIL_CHARS, MAX_NAME_CHARS } from '@guichet/contract/limits';
import type { Introduction } from '@guichet/contract/visitor-api';
import type { View } from '../element/view.ts';
import { adoptStyle } from '../launcher/adopt-style.ts';
import { element } from '../on-demand/elements.ts';
import { enIntroduction } from '../text/en-introduction.ts';
import { INTRODUCTION_STYLE } from './introduction-style.ts';
import type { Field, MissingField } from './missing-fields.ts';

const dressed = new WeakSet<Node>();

/** As the server checks it: anything stricter refuses addresses that exist. */
const EMAIL = /^[^\s@]+@[^\s@]+$/;

const TITLE_ID = 'introduction-title';

/** The fields that are still to be filled in. What was typed stays when the language changes, or another view takes the place. */
export class IntroductionForm {
  #view: View;
  #missing: readonly MissingField[];
  #done: () => void;
  #written: Partial<Record<Field, string>> = {};
  #wrong: Partial<Record<Field, string>> = {};
  #place: HTMLElement | undefined;
  #failure = element('p', { class: 'wrong', role: 'alert' });
  #isSending = false;

  constructor(view: View, missing: readonly MissingField[], done: () => void) {
    this.#view = view;
    this.#missing = missing;
    this.#done = done;
  }

  draw(place: HTMLElement): () => void {
    const root = place.getRootNode();
    if (root instanceof ShadowRoot && !dressed.has(root)) {
      dressed.add(root);
      adoptStyle(root, INTRODUCTION_STYLE);
    }
    const isFirst = this.#place === undefined;
    this.#place = place;
    const form = place.closest('form');
    // Its own words about a wrong address are in the browser's language, and stand above the panel.
    if (form) form.noValidate = true;
    const stops = [this.#view.texts, this.#view.siteTexts].map((texts) => texts.subscribe(() => this.#show()));
    // Whoever is elsewhere on the page stays there.
    if (isFirst && root instanceof ShadowRoot && root.activeElement) place.querySelector('input')?.focus();
    return () => {
      for (const stop of stops) stop();
    };
  }

  hasFocus(): boolean {
    return !!this.#place?.contains((this.#place.getRootNode() as ShadowRoot).activeElement);
  }

  get #texts() {
    return this.#view.texts.peek().introduction ?? enIntroduction;
  }

  get #consent(): string {
    return this.#view.siteTexts.peek().consent ?? this.#texts.consent;
  }

  #show(): void {
    const { title, go } = this.#texts;
    const fields = this.#missing.map((missing) => this.#field(missing));
    const pair = fields.slice(0, this.#missing.filter(({ field }) => field !== 'consent').length);
    const send = element('button', { type: 'button', class: 'go' }, go);
    send.addEventListener('click', () => void this.answer());
    const box = element(
      'div',
      { class: 'introduction', role: 'group', 'aria-labelledby': TITLE_ID },
      element('h3', { id: TITLE_ID }, title),
      ...(pair.length > 1 ? [element('div', { class: 'pair' }, ...pair)] : pair),
      ...fields.slice(pair.length),
      this.#failure,
      send,
    );
    this.#place?.replaceChildren(box);
  }

  #field({ field, isRequired }: MissingField): HTMLElement {
    const texts = this.#texts;
    const id = `introduction-${field}`;
    const wrong = element('p', { class: 'wrong', id: `${id}-wrong` }, this.#wrong[field] ?? '');
    const input = element('input', {
      id,
      'aria-describedby': wrong.id,
      'aria-invalid': String(this.#wrong[field] !== undefined),
      'aria-required': String(isRequired),
      ...(field === 'consent'
        ? { type: 'checkbox' }
        : field === 'email'
          ? { type: 'email', autocomplete: 'email', dir: 'ltr', maxlength: `${MAX_EMAIL_CHARS}` }
          : { type: 'text', autocomplete: 'name', dir: 'auto', maxlength: `${MAX_NAME_CHARS}` }),
    });
    input.value = this.#written[field] ?? '';
    input.checked = this.#written[field] !== undefined;
    input.addEventListener('input', () => {
      const isGiven = field === 'consent' ? input.checked : input.value !== '';
      if (isGiven) this.#written[field] = field === 'consent' ? this.#consent : input.value;
      else delete this.#written[field];
      if (this.#wrong[field] !== undefined) this.#judge();
    });
    input.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.isComposing) return;
      // Else the question would go before anything of this was looked at.
      event.preventDefault();
      void this.answer();
    });
    const name = field === 'consent' ? this.#consent : texts[field];
    const label = isRequired ? name : texts.optional.replace('{field}', () => name);
    return element(
      'div',
      { class: 'asked' },
      ...(field === 'consent'
        ? [element('label', { class: 'agree' }, input, element('span', {}, label))]
        : [element('label', { for: id }, label), input]),
      wrong,
    );
  }

  #wrongOf({ field, isRequired }: MissingField): string | undefined {
    const texts = this.#texts;
    const written = this.#written[field]?.trim() ?? '';
    if (written === '') return isRequired ? texts[`${field}Missing`] : undefined;
    return field === 'email' && !EMAIL.test(written) ? texts.emailWrong : undefined;
  }

  /** Says what is wrong beside each field, without drawing it again under the visitor's hands. @returns the first of them */
  #judge(): HTMLElement | undefined {
    let first: HTMLElement | undefined;
    for (const missing of this.#missing) {
      const { field } = missing;
      const wrong = this.#wrongOf(missing);
      if (wrong === undefined) delete this.#wrong[field];
      else this.#wrong[field] = wrong;
      const input = this.#place?.querySelector<HTMLElement>(`#introduction-${field}`);
      const words = this.#place?.querySelector(`#introduction-${field}-wrong`);
      input?.setAttribute('aria-invalid', String(wrong !== undefined));
      if (words) words.textContent = wrong ?? '';
      if (wrong !== undefined) first ??= input ?? undefined;
    }
    return first;
  }

  /** Sends what was said, if nothing is wrong with it; the question follows. */
  async answer(): Promise<void> {
    if (this.#isSending) return;
    this.#failure.textContent = '';
    const wrong = this.#judge();
    if (wrong) return wrong.focus();
    const { chat } = this.#view;
    const written = (field: Field) => this.#written[field]?.trim();
    const [name, email, text] = [written('name'), written('email'), written('consent')];
    const body: Introduction = {
      ...(name && { name }),
      ...(email && { email }),
      ...(text && { consent: { version: chat.site.value?.introduction?.consentVersion ?? '', text } }),
    };
    this.#setSending(true);
    try {
      await chat.own('/visitors/me', { method: 'PUT', body });
    } catch {
      this.#failure.textContent = this.#texts.failed;
      return;
    } finally {
      this.#setSending(false);
    }
    this.#done();
  }

  #setSending(isSending: boolean): void {
    this.#isSending = isSending;
    this.#place?.querySelector('.go')?.setAttribute('aria-disabled', String(isSending));
  }
}
