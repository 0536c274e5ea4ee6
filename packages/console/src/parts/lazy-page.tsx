import { useSignal } from '@preact/signals';
import type { FunctionComponent, VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import type { AdminApi } from '../admin-api/admin-api.ts';
import { currentTexts } from '../text/texts.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

export type Page = FunctionComponent<{ api: AdminApi }>;

/**
 * A page that is fetched when somebody goes there: nobody waits for the pages that they do not look at. Once there, it is
 * drawn at once.
 */
export function lazyPage(load: () => Promise<Page>): (api: AdminApi) => VNode {
  let loaded: Page | undefined;
  async function fetchPage(): Promise<Page> {
    loaded = await load();
    return loaded;
  }
  function LazyPage({ api }: { api: AdminApi }) {
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
    return <Page api={api} />;
  }
  return (api) => <LazyPage api={api} />;
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
