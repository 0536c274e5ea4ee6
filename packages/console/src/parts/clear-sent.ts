import type { Signal } from '@preact/signals';

/**
 * A secret leaves its field once it was sent, whatever came back. What somebody typed meanwhile, having read what was
 * wrong with it, stays: on a slow network that is seconds.
 */
export function clearSent(field: Signal<string>, sent: string): void {
  if (field.value === sent) field.value = '';
}
