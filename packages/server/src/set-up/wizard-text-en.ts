import type { WizardTexts } from './wizard-texts.ts';

export const wizardEn: WizardTexts = {
  address: {
    empty: 'Enter the address at which you open Open WebUI in your browser.',
    secret:
      'This holds a key, not only an address. It was not looked up or sent anywhere. The key goes into the next step.',
    password: 'This address holds a user name and a password. Enter it without them.',
    none: 'This is not a web address. It looks like https://chat.example.com.',
    forbidden:
      'This address belongs to the machine’s own network card or to the cloud it runs in, not to an Open WebUI. It was not asked.',
    leftOut: (behind) => `Left out: ${behind}. Guichet needs only the beginning of the address.`,
    schemeAdded: (scheme) => `Put in front: ${scheme}`,
  },
  site: {
    unreadable: {
      none: 'This is not a web address. It looks like https://www.example.com/contact.',
      forbidden:
        'This address belongs to the machine’s own network card or to the cloud it runs in, not to a site. It was not asked.',
      'not-found': 'This name cannot be found. Check how it is spelled.',
      refused: 'Nothing answers at this address.',
      timeout: 'The page did not answer within eight seconds.',
      certificate: 'The page’s certificate is not accepted. Visitors’ browsers warn of it, too.',
      'too-many-redirects': 'The page leads on to another one more than five times.',
      'redirect-elsewhere': 'The page leads on to something that is no web address.',
      'no-page': 'What answers there is not a web page.',
      broken: 'The answer broke off and could not be read.',
    },
    status: (status) => `The page answers with ${status}: visitors may not get to see it as you expect.`,
    missing: (snippet) => `The line is not on this page. Put it before </body>: ${snippet}`,
    unknown: (snippet) =>
      `This page is put together by scripts in the browser, so whether the line is on it cannot be told from here. Open it and look for the bubble. The line is: ${snippet}`,
    otherServer: (found, snippet) =>
      `The line on this page leads to ${found}, not to this Guichet. Replace it by: ${snippet}`,
    policy: (line) =>
      `Whoever looks after the site sets it under the name Content-Security-Policy. It has to hold: ${line}`,
    policyNonce: (line) =>
      `The page’s security policy (Content-Security-Policy) lets only scripts run that carry its one-time word. Put the line so: ${line}`,
    policySandbox: 'The page’s security policy (sandbox) forbids scripts. The chat cannot run on it.',
    policyTrustedTypes: (line) =>
      `The page’s security policy allows only named script sources (Trusted Types). Change it so that it holds: ${line}`,
    originMissing: (origin) => `This site may not show the chat yet. Add ${origin} to the sites that may.`,
    mixedContent:
      'The page comes by https and this Guichet by http, so browsers will not load it. Give Guichet an https address.',
  },
};
