import { randomUUID } from 'node:crypto';
import { type Actor, VISITOR } from '../kernel/actor.ts';
import type { Clock, Context, Database } from '../platform/context.ts';
import type { DuckDb } from '../platform/duckdb/duckdb.ts';
import type { AnyJob, JobQueue } from '../platform/jobs/job-queue.ts';
import type { Log } from '../platform/logging/log.ts';
import type { MailEnvironment } from '../platform/mail/mail.ts';
import { openOutbox } from '../platform/mail/outbox.ts';
import { SEND_LETTER } from '../platform/mail/send-letter-job.ts';
import type { ObjectStore } from '../platform/objects/object-store.ts';
import { type Secrets, secretsOf } from '../platform/secrets/secrets.ts';
import { type Reaction, reactionsTo } from './reactions.ts';

/** The community of this installation; many communities would mean many contexts, not many programs. */
export const COMMUNITY = 'main';

/** The parts a context is put together from, open already. */
export interface Parts {
  readonly db: Database;
  readonly objects: ObjectStore;
  readonly duckdb: DuckDb;
  readonly queue: JobQueue;
  readonly jobs: readonly AnyJob[];
  /** The mail server the environment names; left out: none. */
  readonly mailEnvironment?: MailEnvironment;
  /** Whether letters leave; left out: where the environment names a server. */
  readonly mailLeaves?: boolean;
  /** Scheme and host people reach the site by, where it is set. */
  readonly origin?: string | null;
  /** Left out: none outlives these parts. */
  readonly secrets?: Secrets;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** Puts the platform's parts together into the context of a visitor; `actingAs` makes it another's. */
export function makeContext(parts: Parts, actor: Actor = VISITOR): Context {
  const { db, objects, duckdb, queue, clock, log, signal } = parts;
  const known = new Set(parts.jobs.map(({ name }) => name));
  const community = { id: COMMUNITY };
  const enqueue = (transaction: Database, { job, data, once }: Reaction) => {
    if (!known.has(job)) throw new Error(`nobody handles the job ${job}`);
    return queue.enqueue(transaction, job, { community: community.id, data }, { once });
  };
  const announce = (transaction: Database, letterId: string) =>
    enqueue(transaction, { job: SEND_LETTER, data: { letterId } });
  const environment = parts.mailEnvironment ?? { url: null, from: '' };
  const leaves = parts.mailLeaves ?? environment.url !== null;
  const mail = openOutbox(clock, announce, { leaves, environment });
  return {
    db,
    objects,
    duckdb,
    mail,
    secrets: parts.secrets ?? secretsOf(randomUUID()),
    clock,
    log,
    actor,
    community,
    signal,
    origin: parts.origin ?? null,
    async emit(transaction, event) {
      for (const reaction of reactionsTo(event)) await enqueue(transaction, reaction);
    },
  };
}
