import type { Kysely } from 'kysely';
import type { Actor } from '../kernel/actor.ts';
import type { DuckDb } from './duckdb/duckdb.ts';
import type { DomainEvent } from './events.ts';
import type { Log } from './logging/log.ts';
import type { Mail } from './mail/mail.ts';
import type { ObjectStore } from './objects/object-store.ts';
import type { Secrets } from './secrets/secrets.ts';

/**
 * The records. A store sees its own tables by `db.withTables<CatalogTables>()`; nobody else's.
 * Inside `transaction` it is the transaction.
 */
export type Database = Kysely<Record<never, never>>;

/** The present instant; a test hands in its own. */
export interface Clock {
  now(): Date;
}

/** The community (громада) whose data this context may touch. */
export interface Community {
  readonly id: string;
}

/**
 * Everything a use case may touch. No module keeps state of its own, so one installation could serve many communities:
 * a context whose `db` is bound to another schema is all it takes.
 */
export interface Context {
  readonly db: Database;
  readonly objects: ObjectStore;
  readonly duckdb: DuckDb;
  readonly mail: Mail;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly log: Log;
  readonly actor: Actor;
  readonly community: Community;
  readonly signal: AbortSignal;
  /** Scheme and host of links in letters, as set (VIDKRYTO_URL); null: not set, and then no letter leaves. */
  readonly origin: string | null;
  /** Says that something happened; what follows is listed in app/reactions.ts and enqueued on `db`'s transaction. */
  emit(db: Database, event: DomainEvent): Promise<void>;
}

/** Does the deed in one transaction: the context it gets writes only if the whole deed succeeds. */
export function transaction<T>(ctx: Context, deed: (ctx: Context) => Promise<T>): Promise<T> {
  if (ctx.db.isTransaction) return deed(ctx);
  return ctx.db.transaction().execute((db) => deed({ ...ctx, db }));
}

/** The same context for another actor, e.g. the person a job works for. */
export function actingAs(ctx: Context, actor: Actor): Context {
  return { ...ctx, actor };
}
