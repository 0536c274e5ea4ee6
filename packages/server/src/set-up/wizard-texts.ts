/** What the wizard's routes say about an address and a page, in one language. */
export interface WizardTexts {
  address: {
    empty: string;
    /** It holds a key, which was not looked up or sent anywhere. */
    secret: string;
    password: string;
    none: string;
    forbidden: string;
    leftOut: (behind: string) => string;
    schemeAdded: (scheme: string) => string;
  };
  site: {
    unreadable: {
      none: string;
      forbidden: string;
      'not-found': string;
      refused: string;
      timeout: string;
      certificate: string;
      'too-many-redirects': string;
      'redirect-elsewhere': string;
      'no-page': string;
      broken: string;
    };
    status: (status: number) => string;
    missing: (snippet: string) => string;
    unknown: (snippet: string) => string;
    otherServer: (found: string, snippet: string) => string;
    /** The page's policy stands against it; `line` is what it needs. */
    policy: (line: string) => string;
    policyPictures: (line: string) => string;
    policyNonce: (line: string) => string;
    policySandbox: string;
    policyTrustedTypes: (line: string) => string;
    originMissing: (origin: string) => string;
    mixedContent: string;
  };
}
