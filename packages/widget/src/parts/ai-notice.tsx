import type { View } from '../element/view.ts';
import { shownHost } from '../page/shown-host.ts';

export const AI_NOTICE_ID = 'ai-notice';

/**
 * That a machine answers, that it can be wrong, and whose it is. No part of the widget's public ones, and dressed so that no
 * style sheet of the page hides it or lays something over it: the law wants it seen.
 */
export function AiNotice({ view }: { view: View }) {
  return (
    <p class="ai-notice" id={AI_NOTICE_ID}>
      {aiNotice(view)}
    </p>
  );
}

/** The site may choose the words; whose assistant it is follows in any case. */
export function aiNotice({ chat, siteTexts, texts }: View): string {
  const { aiNotice: said, providedBy } = texts.value;
  const owner = chat.site.value?.owner ?? shownHost();
  return `${siteTexts.value.aiNotice ?? said} ${providedBy.replace('{owner}', () => owner)}`;
}
