/** Loads the widget into the console, as a page of somebody else's would: by its one script. */

const SCRIPT = '/guichet.js';

/** What the widget's script loads in turn. */
const WIDGET = /^\/w\/[\w.-]+\/app\.js$/;

/** What is used of a browser interface that TypeScript does not know yet. */
interface TrustedTypes {
  defaultPolicy: unknown;
  createPolicy(name: string, rules: { createScriptURL: (address: string) => string | null }): unknown;
}

let loading: Promise<boolean> | undefined;

/** @returns whether the script came; a later call tries again when it did not */
export function loadWidget(): Promise<boolean> {
  loading ??= new Promise((resolve) => {
    trustWidget();
    const script = document.createElement('script');
    script.async = true;
    script.src = SCRIPT;
    script.onload = () => resolve(true);
    script.onerror = () => {
      loading = undefined;
      script.remove();
      resolve(false);
    };
    document.head.append(script);
  });
  return loading;
}

/** The console's policy lets no script be named by a mere text; these two of our own server it may. */
function trustWidget(): void {
  const { trustedTypes } = window as unknown as { trustedTypes?: TrustedTypes };
  if (!trustedTypes || trustedTypes.defaultPolicy) return;
  trustedTypes.createPolicy('default', { createScriptURL: (address) => (isOurs(address) ? address : null) });
}

function isOurs(address: string): boolean {
  const { origin, pathname } = new URL(address, window.location.href);
  return origin === window.location.origin && (pathname === SCRIPT || WIDGET.test(pathname));
}
