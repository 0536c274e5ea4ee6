import type { WizardTexts } from './wizard-texts.ts';

export const wizardEn: WizardTexts = {
  address: {
    empty: 'Enter the address your browser shows when you use Open WebUI.',
    secret: 'This contains a key, not only an address. Nothing was sent. Enter the key in the next step.',
    password: 'This address contains a user name and a password. Enter it without them.',
    none: 'Enter a web address, for example https://chat.example.com.',
    forbidden:
      'Guichet never contacts this kind of address: it belongs to the server’s network card or cloud provider. Enter the address of Open WebUI.',
    leftOut: (behind) => `Guichet removed ${behind}: it needs only the start of the address.`,
    schemeAdded: (scheme) => `Guichet added ${scheme} at the start.`,
  },
  site: {
    unreadable: {
      none: 'Enter a web address, for example https://www.example.com/contact.',
      forbidden:
        'Guichet never contacts this kind of address: it belongs to the server’s network card or cloud provider. Enter the address of your site.',
      'not-found': 'This name cannot be found. Check its spelling.',
      refused: 'Nothing answers at this address.',
      timeout: 'The page did not answer within eight seconds.',
      certificate: 'The page’s certificate is not valid. Visitors’ browsers show a warning too.',
      'too-many-redirects': 'The page redirects more than five times.',
      'redirect-elsewhere': 'The page redirects to something that is not a web address.',
      'no-page': 'This address does not return a web page.',
      broken: 'The connection was lost before the page was complete.',
    },
    status: (status) => `The page answers with status ${status}. Visitors might not see it as you expect.`,
    missing: (snippet) => `The line is not on this page. Paste it before </body>: ${snippet}`,
    unknown: (snippet) =>
      `Scripts build this page in the browser, so Guichet cannot tell whether the line is on it. Open the page and look for the chat bubble. The line is: ${snippet}`,
    otherServer: (found, snippet) =>
      `The line on this page points to ${found}, not to this Guichet. Replace it with: ${snippet}`,
    policy: (line) => `The site owner sets the policy as Content-Security-Policy. It must contain: ${line}`,
    policyNonce: (line) =>
      `The page’s security policy (Content-Security-Policy) runs only scripts with its nonce. Write the line like this: ${line}`,
    policyPictures: (line) =>
      `The page’s security policy (Content-Security-Policy) blocks pictures from the hosts that you allow in answers. To show them, add: ${line}`,
    policySandbox: 'The page’s security policy (sandbox) blocks scripts. The chat cannot run on this page.',
    policyTrustedTypes: (line) =>
      `The page’s security policy allows only named script sources (Trusted Types). Add this to it: ${line}`,
    originMissing: (origin) => `This page cannot show the chat yet. Add ${origin} to the allowed origins.`,
    mixedContent:
      'The page uses https and Guichet uses http, so browsers block the chat. Give Guichet an https address.',
  },
};
