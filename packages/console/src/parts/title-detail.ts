/** What a page adds to its name in the window's title: how things stand there, for people with many tabs. */
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

export const titleDetail = signal<string | undefined>(undefined);

export function useTitleDetail(detail: string | undefined): void {
  useEffect(() => {
    titleDetail.value = detail;
    return () => {
      titleDetail.value = undefined;
    };
  }, [detail]);
}
