import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { browserStorage } from '../language/browser-storage.ts';
import { chooseLanguage, LANGUAGE_NAMES, locale, otherLanguage } from '../language/language.ts';
import type { Place } from '../places.tsx';
import { loadTexts } from '../text/lazy-texts.ts';
import { currentTexts } from '../text/texts.ts';
import { Announcer, announce } from './announcer.tsx';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { titleDetail } from './title-detail.ts';
import { WayBack } from './way-back.tsx';

export interface ShellProps {
  title: string;
  /** The side list; none while nobody is signed in. */
  places: readonly Place[];
  here?: Place | undefined;
  onSignOut?: () => void;
  children: ComponentChildren;
}

/** What stands around every page: the name, the places, the language, the way out. */
export function Shell({ title, places, here, onSignOut, children }: ShellProps) {
  const texts = currentTexts();
  const detail = titleDetail.value;
  useEffect(() => {
    document.title = texts.title({ place: detail ? texts.titleWith({ place: title, detail }) : title });
  }, [texts, title, detail]);
  return (
    <>
      <a class="skip" href="#content">
        {texts.skip}
      </a>
      <div class={places.length > 0 ? 'shell' : 'shell alone'}>
        <header class="top">
          <p class="brand">
            <a href="/console/">
              Guichet<span class="unseen">{` – ${texts.console}`}</span>
            </a>
          </p>
          {places.length > 0 && (
            <nav aria-label={texts.places}>
              <ul class="places">
                {places.map((place) => (
                  <li key={place.path}>
                    <a href={place.path} aria-current={place === here ? 'page' : undefined}>
                      <Icon name={place.icon} />
                      {place.title(texts)}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
          <div class="aside">
            {onSignOut && (
              <a class="aside-link" href="/">
                <Icon name="leave" />
                {texts.seeChat}
              </a>
            )}
            <LanguageButton />
            {onSignOut && (
              <Button look="plain" onPress={onSignOut}>
                {texts.signOut}
              </Button>
            )}
          </div>
        </header>
        <main id="content" tabIndex={-1}>
          {here && <WayBack />}
          {children}
        </main>
        <footer class="foot">{texts.worksWith}</footer>
      </div>
      <Announcer />
    </>
  );
}

function LanguageButton() {
  const other = otherLanguage(locale.value);
  async function change(): Promise<void> {
    try {
      await loadTexts(other);
    } catch {
      return announce(currentTexts().notLoaded.title);
    }
    chooseLanguage(document.documentElement, other, browserStorage());
  }
  return (
    <button type="button" class="button plain" lang={other} onClick={() => void change()}>
      {LANGUAGE_NAMES[other]}
    </button>
  );
}
