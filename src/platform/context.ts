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

/** By which way a deed comes, and the network address it comes from; null: from this machine itself. */
export interface Via {
  readonly kind: 'page' | 'api' | 'token' | 'command' | 'job';
  readonly address: string | null;
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
  /** What one request has asked already, for `once`; left out where rights and records must be read anew: in transactions and jobs. */
  readonly asked?: Map<string, Promise<unknown>>;
  /** Left out: not known (tests). */
  readonly via?: Via;
  /** Says that something happened; what follows is listed in app/reactions.ts and enqueued on `db`'s transaction. */
  emit(db: Database, event: DomainEvent): Promise<void>;
}

/** Does the deed in one transaction: the context it gets writes only if the whole deed succeeds. */
export function transaction<T>(ctx: Context, deed: (ctx: Context) => Promise<T>): Promise<T> {
  if (ctx.db.isTransaction) return deed(ctx);
  const { asked, ...rest } = ctx;
  // what the deed changes is asked anew after it
  return ctx.db
    .transaction()
    .execute((db) => deed({ ...rest, db }))
    .finally(() => asked?.clear());
}

/** Asks, or remembers the answer of the same request; in a transaction or a job it always asks. `question` names the answer and all it depends on. */
export function once<T>(ctx: Context, question: string, ask: () => Promise<T>): Promise<T> {
  const known = ctx.asked?.get(question);
  // only this function writes there, and a question is asked in one place of the code
  if (known) return known as Promise<T>;
  const answer = ask();
  ctx.asked?.set(question, answer);
  return answer;
}

/** The same context, which remembers no answer: for waiting until something changes. */
export function anew({ asked: _, ...rest }: Context): Context {
  return rest;
}

/** The same context for another actor, e.g. the person a job works for. */
export function actingAs(ctx: Context, actor: Actor): Context {
  return { ...ctx, actor };
}
