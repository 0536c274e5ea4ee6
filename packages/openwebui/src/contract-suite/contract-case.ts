import type { CaseContext } from './case-context.ts';

/** One thing Guichet relies on, asked of an Open WebUI through Guichet's own client or in its plain HTTP. */
export interface ContractCase {
  /** A sentence that is true when the case passes. */
  name: string;
  /** First version that it holds for. */
  since?: string;
  /** First version that it holds for no more. */
  until?: string;
  /** Only of a real server: the practice server leaves this out, for the reason given here. */
  realOnly?: string;
  run(context: CaseContext): Promise<void>;
}
