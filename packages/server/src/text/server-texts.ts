/** Every text the server says to people, outside of problem documents. */
export interface ServerTexts {
  welcome: {
    title: string;
    heading: string;
    lead: string;
    practiceHeading: string;
    practice: string;
    embedHeading: string;
    embed: string;
    origins: string;
  };
  /** Of the assistant that stands in until an Open WebUI is set up. */
  practice: { assistantName: string; suggestions: string[] };
  start: {
    /** Printed once the server listens. */
    listening: (address: string) => string;
    practice: (version: string) => string;
    keyMissing: string;
    masterKeyCreated: (file: string) => string;
    masterKeyInData: (file: string) => string;
    orphans: (count: number) => string;
    stopping: string;
    stopped: string;
    portTaken: (port: number) => string;
    dataDirUnusable: (folder: string, reason: string) => string;
  };
}
