/** What is said of the diagnosis outside its page: before somebody is signed in, and when the server is away. */
export const diagnosis = {
  title: 'Diagnosis',
  toMend: (a: { what: string }) => `From the diagnosis: ${a.what}`,
  seeWhether: 'See whether it is mended',
  signInLead:
    'Here Guichet says why no answer comes, whose turn it is, and what to click. It shows that only to those who run it: sign in, and the diagnosis begins by itself.',

  unreachable: {
    heading: 'What can be told from here',
    asking: 'Asking whether Guichet’s server is there…',
    silent:
      'Guichet’s server does not answer this browser at all. It is not running, or something between this browser and it is broken.',
    other: 'What answers is not Guichet’s server: the proxy before it may be misdirected, or the server is restarting.',
    alive: 'Guichet’s server runs.',
    ready: 'It says that it can serve visitors.',
    notReady: 'It says that it cannot serve visitors:',
    reason: {
      'storage-unavailable': 'It cannot read or write its storage.',
      'not-configured': 'It has no usable key for Open WebUI.',
      'open-webui-unreachable': 'It does not reach Open WebUI.',
      'credential-refused': 'Open WebUI refuses its key.',
      'shutting-down': 'It is shutting down.',
    },
    commandHeading: 'Without this page',
    command: 'On the server, in Guichet’s folder, the same diagnosis runs as a command:',
    container: 'With Docker Compose:',
  },
};
