import { useSignal } from '@preact/signals';
import type { FunctionComponent, VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import type { AdminApi } from '../admin-api/admin-api.ts';
import { locale } from '../language/language.ts';
import type { WizardModel } from '../pages/wizard/wizard-model.ts';
import type { Session } from '../session/session.ts';
import { loadTexts } from '../text/lazy-texts.ts';
import { currentTexts } from '../text/texts.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

/** What every page is given. */
export interface PageParts {
  api: AdminApi;
  session: Session;
  /** How far the set-up is. */
  wizard: WizardModel;
}

/**
 * A page that is fetched when somebody goes there, with its words: nobody waits for the pages that they do not look at.
 * Once there, it is drawn at once.
 */
export function lazyPage<Parts extends object = PageParts>(
  load: () => Promise<FunctionComponent<Parts>>,
): (parts: Parts) => VNode {
  type Page = FunctionComponent<Parts>;
  let loaded: Page | undefined;
  async function fetchPage(): Promise<Page> {
    const page = await load();
    let language = locale.value;
    await loadTexts(language);
    while (language !== locale.value) {
      language = locale.value;
      await loadTexts(language);
    }
    loaded = page;
    return page;
  }
  function LazyPage(parts: Parts) {
    const page = useSignal<{ Page: Page } | 'failed' | undefined>(loaded && { Page: loaded });
    useEffect(() => {
      if (page.peek()) return;
      fetchPage().then(
        (Page) => {
          page.value = { Page };
        },
        () => {
          page.value = 'failed';
        },
      );
    }, [page]);
    if (page.value === 'failed') return <NotLoaded />;
    if (!page.value) return <p class="waiting">{currentTexts().loading}</p>;
    const { Page } = page.value;
    return <Page {...parts} />;
  }
  return (parts) => <LazyPage {...parts} />;
}

/** Mostly after an update: the page in this tab names files of the version before. */
function NotLoaded() {
  const { notLoaded } = currentTexts();
  return (
    <>
      <Notice tone="fail" title={notLoaded.title}>
        <p>{notLoaded.text}</p>
      </Notice>
      <div class="actions">
        <Button onPress={() => window.location.reload()}>{notLoaded.reload}</Button>
      </div>
    </>
  );
}
