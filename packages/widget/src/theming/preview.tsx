import { h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { LEAST_CONTRAST } from '../look/ink-on.ts';
import { READ_PLACES, type SeenContrast, seenContrasts } from './seen-contrast.ts';
import type { ThemingTexts } from './text/theming-texts.ts';
import { SHADES, type Shade, type Theme } from './theme.ts';
import { shadeCss, themeCss } from './theme-css.ts';

interface PreviewProps {
  locale: 'en' | 'fr';
  texts: ThemingTexts;
  theme: Theme;
}

/** What the chats on this page are called: each has its own place in the browser's storage. */
export const PREVIEW_SITES = ['preview-light', 'preview-dark', 'preview-bubble'] as const;

/** The chat draws its colours anew at once; its widget and the answer's layout come a little later. */
const LOOK_EVERY_MS = 400;

export function Preview({ locale, texts, theme }: PreviewProps) {
  const style = useRef<CSSStyleSheet>(undefined);
  useEffect(() => {
    if (!style.current) {
      // Not a style element: the page's policy lets none in.
      style.current = new CSSStyleSheet();
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, style.current];
    }
    style.current.replaceSync(
      SHADES.map((shade) => shadeCss(theme, shade, `[site="preview-${shade}"]`)).join('') +
        themeCss(theme, '[site="preview-bubble"]'),
    );
  }, [theme]);
  const shades = theme.theme === 'auto' ? SHADES : [theme.theme];
  useEffect(() => {
    // With words in its field, the button to send is one that can be pressed.
    void customElements.whenDefined('guichet-chat').then(() => {
      for (const chat of document.querySelectorAll('guichet-chat[mode=inline]'))
        if ('setInput' in chat) (chat as unknown as { setInput(text: string): void }).setInput(texts.sample.draft);
    });
  }, [shades.length, texts]);
  const accent = theme.accent ? { accent: theme.accent } : {};
  return (
    <section class="preview" aria-labelledby="preview">
      <h2 id="preview">{texts.preview.heading}</h2>
      <p class="muted">{texts.preview.note}</p>
      <div class="stages">
        {shades.map((shade) => (
          <figure key={shade} class={`stage ${shade}`}>
            <figcaption>{texts.preview.shades[shade]}</figcaption>
            <Chat {...accent} site={`preview-${shade}`} mode="inline" theme={shade} locale={locale} />
          </figure>
        ))}
      </div>
      <Chat
        {...accent}
        // Its corner is one that it has from its first moment on.
        key={theme.position}
        site="preview-bubble"
        theme={theme.theme}
        position={theme.position}
        locale={locale}
      />
      <Contrasts texts={texts} shades={shades} theme={theme} />
    </section>
  );
}

type ChatAttributes = Partial<Record<'site' | 'mode' | 'theme' | 'accent' | 'position' | 'locale', string>>;

function Chat(attributes: ChatAttributes) {
  return h('guichet-chat', attributes);
}

function Contrasts({ texts, shades, theme }: { texts: ThemingTexts; shades: readonly Shade[]; theme: Theme }) {
  const [seen, setSeen] = useState<Record<Shade, SeenContrast[]>>({ light: [], dark: [] });
  useEffect(() => {
    const look = () => {
      const of = (shade: Shade) => {
        const chat = document.querySelector(`[site="preview-${shade}"]`);
        return chat ? seenContrasts(chat) : [];
      };
      setSeen((before) => {
        const now = { light: of('light'), dark: of('dark') };
        return JSON.stringify(now) === JSON.stringify(before) ? before : now;
      });
    };
    look();
    const looking = setInterval(look, LOOK_EVERY_MS);
    return () => clearInterval(looking);
  }, [theme]);
  const places = READ_PLACES.filter((place) => shades.some((shade) => seen[shade].some((one) => one.place === place)));
  const low = shades.flatMap((shade) => seen[shade].filter(({ ratio }) => ratio < LEAST_CONTRAST)).length;
  const { contrast } = texts;
  return (
    <>
      <h3>{contrast.heading}</h3>
      <p class="muted">{contrast.note}</p>
      <p role="status" class={low > 0 ? 'low' : 'enough'}>
        {places.length > 0 && contrast.summary(low)}
      </p>
      <table class="contrasts">
        <thead>
          <tr>
            <td />
            {shades.map((shade) => (
              <th key={shade} scope="col">
                {texts.preview.shades[shade]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {places.map((place) => (
            <tr key={place}>
              <th scope="row">{contrast.places[place]}</th>
              {shades.map((shade) => {
                const ratio = seen[shade].find((one) => one.place === place)?.ratio;
                if (ratio === undefined) return <td key={shade} />;
                const isLow = ratio < LEAST_CONTRAST;
                // Rounded down: what is too low must not look like enough.
                const shown = new Intl.NumberFormat(document.documentElement.lang).format(Math.floor(ratio * 10) / 10);
                return (
                  <td key={shade} class={isLow ? 'low' : 'enough'}>
                    {isLow ? contrast.tooLow(shown) : contrast.enough(shown)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
