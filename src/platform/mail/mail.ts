import type { Database } from '../context.ts';

export interface Letter {
  readonly to: string;
  readonly subject: string;
  /** Plain text; addresses in it are links by themselves. */
  readonly body: string;
  /** Address that stops such letters, without signing in (RFC 8058); left out: the letter was asked for. */
  readonly unsubscribe?: string | null;
}

/** The mail server the environment names, if it does: it wins over the one set in the interface. */
export interface MailEnvironment {
  /** `smtp://user:password@host:port` or `smtps://…`; null: none is named. */
  readonly url: string | null;
  /** Whose name letters come in. */
  readonly from: string;
}

/** Letters are written to an outbox in the caller's transaction and sent by a job, so none is lost or sent twice in vain. */
export interface Mail {
  /** False where no mail server is configured: letters are kept, and nobody may be told that one is on its way. */
  readonly leaves: boolean;
  readonly environment: MailEnvironment;
  write(db: Database, letter: Letter): Promise<void>;
  /** Has a letter of the outbox sent once more. */
  again(db: Database, letterId: string): Promise<void>;
}
