/** `{{figure NAME | ALTERNATIVE TEXT | CAPTION}}`: a picture of `docs/guide/pictures`; the caption may be left out. */
import { html, type Markup, toText } from '../markup.ts';
import type { ThemedPicture } from '../pictures.ts';
import { type Directive, DirectiveProblem } from './directive.ts';

export const figure: Directive = (words, { locale, pictures }) => {
  const [name = '', alternative = '', caption = ''] = words.split('|').map((part) => part.trim());
  const picture = pictures.find(name, locale);
  if (!picture) throw new DirectiveProblem(`shows a picture that is not there: ${name}`);
  if (alternative === '') throw new DirectiveProblem(`has a picture without alternative text: ${name}`);
  const { light, dark, narrow, width, height } = picture;
  return toText(html`<figure><picture>
${narrow ? sources(narrow, '(max-width: 40em)') : ''}
${dark ? html`<source media="(prefers-color-scheme: dark)" srcset="${dark}" width="${width}" height="${height}">` : ''}
<img src="${light}" alt="${alternative}" width="${width}" height="${height}" loading="lazy" decoding="async">
</picture>${caption === '' ? '' : html`<figcaption>${caption}</figcaption>`}</figure>`);
};

function sources({ light, dark, width, height }: ThemedPicture, media: string): Markup {
  const source = (address: string, when: string) =>
    html`<source media="${when}" srcset="${address}" width="${width}" height="${height}">`;
  return html`${dark ? source(dark, `${media} and (prefers-color-scheme: dark)`) : ''}${source(light, media)}`;
}
