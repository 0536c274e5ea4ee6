/** Undefined on pages that are not secure, and where a policy refuses it. */
export function clipboardOf({ navigator }: Window): Clipboard | undefined {
  try {
    return navigator.clipboard;
  } catch {
    return undefined;
  }
}
