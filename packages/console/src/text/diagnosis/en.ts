/** What is said of the diagnosis outside its page: before somebody is signed in, and when the server is away. */
export const diagnosis = {
  title: 'Diagnosis',
  toMend: (a: { what: string }) => `From the diagnosis: ${a.what}`,
  seeWhether: 'Check if it is fixed',
  signInLead:
    'The diagnosis shows why visitors get no answers, who needs to act, and what to click. It starts once you sign in.',

  unreachable: {
    heading: 'What this browser can tell',
    asking: 'Checking whether Guichet’s server is up…',
    silent:
      'Guichet’s server does not answer this browser. It is not running, or something between this browser and the server is broken.',
    other:
      'The answer does not come from Guichet’s server. The server may be restarting, or a proxy in front of it may be misconfigured.',
    alive: 'Guichet’s server is running.',
    ready: 'It is ready to serve visitors.',
    notReady: 'It cannot serve visitors:',
    reason: {
      'storage-unavailable': 'It cannot read or write its data.',
      'not-configured': 'It has no usable key for Open WebUI.',
      'open-webui-unreachable': 'It cannot reach Open WebUI.',
      'credential-refused': 'Open WebUI rejects its key.',
      'shutting-down': 'It is shutting down.',
    },
    commandHeading: 'Without this page',
    command: 'On the server, in Guichet’s folder, run the doctor instead:',
    container: 'With Docker Compose:',
  },
};
