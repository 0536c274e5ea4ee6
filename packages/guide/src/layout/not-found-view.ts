import type { Locale } from '@guichet/contract/locale';
import { html, type Markup } from '../markup.ts';
import { GUIDE_TEXTS } from '../text/guide-texts.ts';
import { type GuideAssets, pageFrame } from './page-frame.ts';

export function notFoundView(locale: Locale, assets: GuideAssets): Markup {
  const texts = GUIDE_TEXTS[locale];
  return pageFrame({
    locale,
    title: texts.notFoundTitle,
    description: texts.notFound,
    path: '',
    listed: false,
    assets,
    content: html`<h1>${texts.notFoundTitle}</h1>
<p class="lead">${texts.notFound}</p>
<p><a href="/guide/${locale}/">${texts.contents}</a></p>`,
  });
}
