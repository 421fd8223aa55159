import type { Database } from '../context.ts';

export interface Letter {
  readonly to: string;
  readonly subject: string;
  /** Plain text; addresses in it are links by themselves. */
  readonly body: string;
  /** Address that stops such letters, without signing in (RFC 8058); left out: the letter was asked for. */
  readonly unsubscribe?: string | null;
}

/** Letters are written to an outbox in the caller's transaction and sent by a job, so none is lost or sent twice in vain. */
export interface Mail {
  /** False where no mail server is configured: letters are kept, and nobody may be told that one is on its way. */
  readonly leaves: boolean;
  write(db: Database, letter: Letter): Promise<void>;
}
