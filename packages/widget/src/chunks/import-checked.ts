/**
 * Imports a module by its hash. `import()` knows no hash, and an import map with hashes would be an inline script in
 * somebody else's page; a module that was preloaded with its hash is the one that `import()` then takes, and one that does
 * not fit is not run. Needs no `blob:`, no Trusted Types, and nothing inline: works under every policy that lets the widget
 * itself run.
 */
export async function importChecked(address: string, integrity: string): Promise<object> {
  const link = document.createElement('link');
  link.rel = 'modulepreload';
  // Without it, whoever pins this file would not have pinned that one.
  if (!link.relList.supports(link.rel)) throw new TypeError(link.rel);
  link.integrity = integrity;
  link.crossOrigin = '';
  link.nonce = document.querySelector<HTMLElement>('script[nonce]')?.nonce ?? '';
  link.href = address;
  try {
    await new Promise((resolve, reject) => {
      link.onload = resolve;
      link.onerror = reject;
      (document.head ?? document.documentElement).append(link);
    });
    return await import(/* @vite-ignore */ address);
  } finally {
    link.remove();
  }
}
