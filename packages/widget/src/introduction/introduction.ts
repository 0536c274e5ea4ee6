/**
 * What a site asks visitors before their first question: drawn above the field, where the question waits. A file of its own,
 * loaded only where the site asks something.
 */
import type { Visitor } from '@guichet/contract/visitor-api';
import type { View } from '../element/view.ts';
import { IntroductionForm } from './introduction-form.ts';
import { missingFields } from './missing-fields.ts';

const offered = new WeakSet<View>();

/** Once, however often the panel is opened. */
export function offer(view: View): void {
  if (offered.has(view)) return;
  offered.add(view);
  const { chat, slots } = view;
  let form: IntroductionForm | undefined;
  /** A question that has no place in the field, where the visitor has begun another. */
  let beside: string | undefined;

  const visitorId = (): string | undefined => {
    try {
      return JSON.parse(chat.kept.get('visitor') ?? '{}').visitor?.id;
    } catch {
      return undefined;
    }
  };
  /** Whoever said it, to which version of the text. Another visitor of this browser is asked anew. */
  const mark = () => `${visitorId()} ${chat.site.value?.introduction?.consentVersion}`;
  const isIntroduced = () => visitorId() !== undefined && chat.kept.get('introduced') === mark();

  const fill = (place: HTMLElement) => form?.draw(place) ?? (() => {});

  function hide(): void {
    form = undefined;
    slots.aboveField.value = slots.aboveField.peek().filter((one) => one !== fill);
  }

  /** All that is asked is there. */
  function done(): void {
    const typesHere = !!form?.hasFocus();
    hide();
    chat.kept.set('introduced', mark());
    const composer = view.element.shadowRoot?.querySelector<HTMLFormElement>('.composer');
    const question = beside;
    beside = undefined;
    if (typesHere) composer?.querySelector<HTMLElement>('.input')?.focus();
    if (question !== undefined) chat.ask(question);
    // As if the visitor had pressed the button: what is in the field may have been changed meanwhile.
    else if (chat.draft.value.trim() !== '') composer?.requestSubmit();
  }

  async function known(): Promise<Visitor | undefined> {
    if (visitorId() === undefined) return undefined;
    return chat.own('/visitors/me').then(
      (response) => response.json(),
      () => undefined,
    );
  }

  async function ask(isRefused: boolean): Promise<void> {
    const asked = chat.site.value?.introduction;
    if (!asked) return;
    const wasAsked = !!chat.kept.get('introduced')?.startsWith(`${visitorId()} `);
    const missing = missingFields(asked, await known(), wasAsked);
    // Refused without anything missing: all of it once more, rather than the same question again and again.
    if (missing.length === 0 && !isRefused) return done();
    form = new IntroductionForm(view, missing.length > 0 ? missing : missingFields(asked, undefined, false), done);
    slots.aboveField.value = [...slots.aboveField.peek().filter((one) => one !== fill), fill];
  }

  let isAsking = false;
  chat.introduction.holdsBack = (text, isRefused = false) => {
    if (!chat.site.value?.introduction || (isIntroduced() && !isRefused)) {
      if (form) hide();
      return false;
    }
    if (chat.draft.value.trim() === '' || chat.draft.value.trim() === text) chat.draft.value = text;
    else beside = text;
    if (form && !isRefused) void form.answer();
    else if (!isAsking) {
      isAsking = true;
      void ask(isRefused).finally(() => {
        isAsking = false;
      });
    }
    return true;
  };
}
