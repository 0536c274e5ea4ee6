import { mayHoldSecret } from '@guichet/keys/may-hold-secret';
import { KEY_WARNING_INTEGRITY } from '../loader/constants.ts';
import type * as KeyWarning from './key-warning.ts';

let loading: Promise<typeof KeyWarning | undefined> | undefined;
let attempts = 0;

/**
 * The file that knows what keys look like, if the text could hold one at all: fetched at the first text that does.
 * @returns undefined for ordinary text; what comes is undefined where the file cannot be had
 */
export function keyWarningFor(text: string): Promise<typeof KeyWarning | undefined> | undefined {
  if (!mayHoldSecret(text)) return undefined;
  loading ??= load().catch(() => {
    loading = undefined;
    return undefined;
  });
  return loading;
}

async function load(): Promise<typeof KeyWarning> {
  const link = document.createElement('link');
  // The only way to import a module by its hash; without it, whoever pins this file would not have pinned that one.
  link.rel = 'modulepreload';
  if (!link.relList.supports(link.rel)) throw new TypeError(link.rel);
  link.integrity = KEY_WARNING_INTEGRITY;
  link.crossOrigin = '';
  link.nonce = document.querySelector<HTMLElement>('script[nonce]')?.nonce ?? '';
  // A browser remembers under its address that a module failed.
  link.href = new URL(`key-warning.js${attempts++ ? `?${attempts}` : ''}`, import.meta.url).href;
  await new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = reject;
    document.head.append(link);
  });
  return import(/* @vite-ignore */ link.href);
}
