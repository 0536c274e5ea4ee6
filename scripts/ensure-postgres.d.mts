export interface OwnPostgres {
  url: string;
  stop: () => void;
  restart: (awayMs?: number) => Promise<void>;
}
export function startOwnPostgres(certificate?: string): Promise<OwnPostgres | undefined>;
export function ensurePostgres(node: string): Promise<{ url: string; stop: () => void } | undefined>;
