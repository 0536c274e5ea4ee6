/** How far the whole agent may go within one answer, with the reason and what happens beyond. */
export interface AgentLimits {
  /**
   * Turns of the model in which it calls tools. Open WebUI itself lets 256 pass, and an endless plan made 192 provider
   * calls in 3 s; people's questions take one to four. Beyond: the run is stopped, its text counts as cut by a limit.
   */
  rounds: number;
  /** One tool, in milliseconds. Search and pictures take up to a minute. Beyond: the run is stopped, its cause names the tool. */
  toolMs: number;
  /** All tools of an answer together, in milliseconds: nobody waits longer before a page. Beyond: as for one tool. */
  toolsMs: number;
  /** Events of one answer. 0.10 sends one for each token, and the longest answers have some 30,000. Beyond: stopped, too large. */
  events: number;
  /**
   * One event, in bytes: a tool's whole result comes in one. Beyond: the run is stopped, the answer ends as too large;
   * beyond twice that, the event is not even read and the socket is closed, so that the run cannot be stopped any more.
   */
  eventBytes: number;
  /** Events of one answer together, in bytes; 0.10 repeats everything for each token. Beyond: stopped, too large. */
  runBytes: number;
  /** Pieces of an answer as Open WebUI keeps them: texts, thoughts, calls and results. Beyond: stopped, too large. */
  pieces: number;
  /** What is told of what runs. Beyond: the answer goes on, no more of it is told. */
  activities: number;
  /** A tool's arguments as told, in characters. Beyond: cut. */
  argumentChars: number;
  /** A title of what runs, in characters. Beyond: cut. */
  titleChars: number;
  /** Files handed on. Beyond: deleted upstream unseen. */
  files: number;
  /** One file, in bytes; painted pictures take one to three megabytes. Beyond: left out. */
  fileBytes: number;
  /** How long files are still waited for after the end, in milliseconds. Beyond: the answer ends without them. */
  filesMs: number;
  /** How long a lost socket is tried again, in milliseconds; a restarted proxy is back by then. Beyond: interrupted. */
  reconnectMs: number;
  /** A session's token, and again the joining of a socket with it, in milliseconds. Beyond: one round instead. */
  joinMs: number;
  /** Between two signs of life, in milliseconds: Open WebUI forgets a silent socket, and with it the way to stop its run. */
  heartbeatMs: number;
  /** How long the last text is still waited for after an error, in milliseconds. Beyond: ends with the error. */
  afterErrorMs: number;
  /**
   * Runs of one account at a time. Each socket of the account receives every run: ten at once, of 400 tokens, took 13 MiB
   * and 200 ms of the server's processor each on 0.10.2, plain answers 113 ms; twenty take four times the traffic.
   * Beyond: the next waits.
   */
  runsAtATime: number;
  /** How long a run waits for its turn, in milliseconds: longer than that, nobody watches an empty bubble. Beyond: one round. */
  queueMs: number;
}

export const DEFAULT_AGENT_LIMITS: Readonly<AgentLimits> = {
  rounds: 8,
  toolMs: 90_000,
  toolsMs: 4 * 60_000,
  events: 60_000,
  eventBytes: 16 * 1024 * 1024,
  runBytes: 64 * 1024 * 1024,
  pieces: 500,
  activities: 100,
  argumentChars: 1_000,
  titleChars: 200,
  files: 8,
  fileBytes: 10 * 1024 * 1024,
  filesMs: 15_000,
  reconnectMs: 15_000,
  joinMs: 10_000,
  heartbeatMs: 25_000,
  afterErrorMs: 2_000,
  runsAtATime: 10,
  queueMs: 10_000,
};

/** Tokens that Open WebUI joins into one event: a fifth of a second at a slow model's pace, and a quarter of the traffic. */
export const TOKENS_PER_EVENT = 4;
