/** `{{figure NAME | ALTERNATIVE TEXT | CAPTION}}`: a picture of `docs/guide/pictures`; the caption may be left out. */
import { html, toText } from '../markup.ts';
import { type Directive, DirectiveProblem } from './directive.ts';

export const figure: Directive = (words, { locale, pictures }) => {
  const [name = '', alternative = '', caption = ''] = words.split('|').map((part) => part.trim());
  const picture = pictures.find(name, locale);
  if (!picture) throw new DirectiveProblem(`shows a picture that is not there: ${name}`);
  if (alternative === '') throw new DirectiveProblem(`has a picture without alternative text: ${name}`);
  const { light, dark, narrow, width, height } = picture;
  return toText(html`<figure><picture>
${narrow ? html`<source media="(max-width: 40em)" srcset="${narrow.address}" width="${narrow.width}" height="${narrow.height}">` : ''}
${dark ? html`<source media="(prefers-color-scheme: dark)" srcset="${dark}">` : ''}
<img src="${light}" alt="${alternative}" width="${width}" height="${height}" loading="lazy" decoding="async">
</picture>${caption === '' ? '' : html`<figcaption>${caption}</figcaption>`}</figure>`);
};
