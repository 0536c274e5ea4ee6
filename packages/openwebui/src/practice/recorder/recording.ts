/** One answer, written down so that two servers can be compared: ids, keys and tokens are replaced by marks. */
export interface RecordedAnswer {
  name: string;
  status?: number;
  contentType?: string | null;
  body?: string;
  /** The connection broke before the end of the body. */
  isBroken?: true;
  /** Further facts of cases that are not one request. */
  [fact: string]: unknown;
}

export type Recording = RecordedAnswer[];
