import type { Feedback } from '@guichet/contract/visitor-api';
import type { ShownMessage } from '../conversation/conversation-state.ts';
import type { View } from '../element/view.ts';
import { button, element, iconButton } from '../on-demand/elements.ts';
import type { PanelTexts } from '../text/texts.ts';

const THUMB_UP = 'M7 11v9H4v-9ZM7 11l4-7a2 2 0 0 1 2 2v4h5a2 2 0 0 1 2 2.4l-1.3 6A2 2 0 0 1 16.700 20H7';
const THUMB_DOWN = 'M7 13V4H4v9ZM7 13l4 7a2 2 0 0 0 2-2v-4h5a2 2 0 0 0 2-2.400l-1.300-6A2 2 0 0 0 16.700 4H7';

const REASONS = ['incorrect', 'incomplete', 'unrelated', 'other'] as const;

/** A thumb up is sent at once; a thumb down as well, and why it was can follow. Pressed again, it is withdrawn. */
export function ratingTools(view: View, message: ShownMessage, texts: PanelTexts): HTMLElement[] {
  const { chat, element: host } = view;
  const said = element('p', { class: 'thanks', role: 'status' });
  let rating = message.rating;

  const up = iconButton(texts.good, THUMB_UP, () => void press(1));
  const down = iconButton(texts.bad, THUMB_DOWN, () => void press(-1));

  function show(): void {
    up.setAttribute('aria-pressed', String(rating === 1));
    down.setAttribute('aria-pressed', String(rating === -1));
  }

  async function store(feedback: Feedback | undefined): Promise<boolean> {
    const before = rating;
    rating = feedback?.rating;
    show();
    try {
      const wish = feedback ? { method: 'PUT', body: feedback } : { method: 'DELETE' };
      await chat.own(`/messages/${message.id}/feedback`, wish);
    } catch {
      rating = before;
      show();
      say(texts.failed);
      return false;
    }
    if (feedback && message.id) {
      const detail = { id: message.id, rating: feedback.rating };
      host.dispatchEvent(new CustomEvent('guichet:feedback', { detail, bubbles: true, composed: true }));
    }
    return true;
  }

  function say(text: string): void {
    said.textContent = text;
  }

  async function press(wished: 1 | -1): Promise<void> {
    up.parentElement?.querySelector('.rating')?.remove();
    say('');
    const withdraws = rating === wished;
    if (!(await store(withdraws ? undefined : { rating: wished }))) return;
    if (withdraws) return;
    if (wished === 1) say(texts.thanks);
    else askWhy();
  }

  function askWhy(): void {
    const reasons = REASONS.map((reason) =>
      element(
        'label',
        {},
        element('input', { type: 'radio', name: `why-${message.id}`, value: reason }),
        texts[reason],
      ),
    );
    const comment = element('textarea', { 'aria-label': texts.comment, placeholder: texts.comment, maxlength: '2000' });
    const leave = () => {
      form.remove();
      down.focus();
    };
    const send = element('button', { type: 'submit', class: 'again' }, texts.send);
    const row = element('div', { class: 'row' }, send, button(texts.cancel, leave));
    const legend = element('legend', {}, texts.whyBad);
    const form = element('form', { class: 'rating' }, element('fieldset', {}, legend, ...reasons), comment, row);
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      const reason = new FormData(form).get(`why-${message.id}`);
      const more = comment.value.trim();
      const whole = {
        rating: -1 as const,
        ...(typeof reason === 'string' && { reason }),
        ...(more !== '' && { comment: more }),
      };
      if (!(await store(whole))) return;
      leave();
      say(texts.thanks);
    });
    up.parentElement?.append(form);
    form.querySelector('input')?.focus();
  }

  show();
  // There before its words are: else they are not read out everywhere.
  return [up, down, said];
}
