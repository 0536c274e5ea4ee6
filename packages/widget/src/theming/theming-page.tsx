/** The theming page: what can be changed on one side, the real widget with a sample conversation on the other. */
import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { PasteSection } from './paste-section.tsx';
import { PRESET_THEMES, PRESETS } from './presets.ts';
import { Preview } from './preview.tsx';
import type { ThemingTexts } from './text/theming-texts.ts';
import { PLAIN_THEME, type Theme } from './theme.ts';
import { LineForm, PropertyForm } from './theme-form.tsx';
import { themeFromAddress, themeToAddress } from './theme-in-address.ts';

export interface ThemingPageProps {
  locale: 'en' | 'fr';
  texts: ThemingTexts;
}

export function ThemingPage({ locale, texts }: ThemingPageProps) {
  const theme = useSignal(themeFromAddress(location.hash));
  const heading = useRef<HTMLHeadingElement>(null);
  useSignalEffect(() => {
    const address = themeToAddress(theme.value);
    history.replaceState(null, '', address ? `#${address}` : location.pathname);
  });
  useEffect(() => {
    const read = () => {
      theme.value = themeFromAddress(location.hash);
    };
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  const isPlain = useComputed(() => themeToAddress(theme.value) === themeToAddress(PLAIN_THEME));
  const change = (part: Partial<Theme>) => {
    theme.value = { ...theme.value, ...part };
  };
  const other = locale === 'en' ? 'fr' : 'en';
  return (
    <>
      <a class="skip" href="#content">
        {texts.skip}
      </a>
      <header class="top">
        <p class="brand">
          Guichet <span>{texts.title}</span>
        </p>
        <nav>
          <a href={`/guide/${locale}/put-it-on-your-site`}>{texts.guide}</a>
          <a
            href={`/theming/${other}`}
            lang={other}
            hreflang={other}
            // The look goes along into the other language.
            onClick={(event) => {
              event.currentTarget.hash = location.hash;
            }}
          >
            {texts.otherLanguage}
          </a>
        </nav>
      </header>
      <main id="content" tabIndex={-1}>
        <div class="start">
          <h1 ref={heading} tabIndex={-1}>
            {texts.title}
          </h1>
          <p>{texts.lead}</p>
          <fieldset class="presets">
            <legend>{texts.presets.heading}</legend>
            {PRESETS.map((preset) => {
              const isChosen = themeToAddress(theme.value) === themeToAddress(PRESET_THEMES[preset]);
              return (
                <button
                  key={preset}
                  type="button"
                  class="button"
                  aria-pressed={isChosen}
                  onClick={() => change(PRESET_THEMES[preset])}
                >
                  <Swatch theme={PRESET_THEMES[preset]} />
                  {texts.presets.names[preset]}
                </button>
              );
            })}
            {PRESETS.map((preset) =>
              texts.presets.notes[preset] && themeToAddress(theme.value) === themeToAddress(PRESET_THEMES[preset]) ? (
                <p key={preset} class="muted" role="status">
                  {texts.presets.notes[preset]}
                </p>
              ) : null,
            )}
          </fieldset>
          <LineForm texts={texts} theme={theme.value} change={change} />
        </div>
        <Preview locale={locale} texts={texts} theme={theme.value} />
        <PropertyForm texts={texts} theme={theme.value} change={change} />
        <PasteSection
          texts={texts}
          theme={theme.value}
          isPlain={isPlain.value}
          reset={() => {
            change(PLAIN_THEME);
            heading.current?.focus();
          }}
        />
      </main>
    </>
  );
}

/** The first thing one knows a look by: its colour on its ground. */
function Swatch({ theme }: { theme: Theme }) {
  const { accent = '#0b5d5e', bg = '#ffffff' } = theme.colours.light;
  return (
    <svg class="swatch" viewBox="0 0 20 20" aria-hidden="true">
      <circle cx="10" cy="10" r="9" fill={bg} stroke="currentColor" />
      <circle cx="10" cy="10" r="5" fill={accent} />
    </svg>
  );
}
