import { type Kysely, sql } from 'kysely';
import type { Database } from '../context.ts';
import type { Log } from '../logging/log.ts';

/** One step of the database, forward only. */
interface Step {
  readonly name: string;
  up(db: Kysely<Record<never, never>>): Promise<void>;
}

type PlatformTables = {
  platform_migration: { name: string; done_at: Date };
};

/** Any number, always the same: two starts at once wait for each other. */
const LOCK = 835_21_10_2015;

async function isDone(db: Kysely<PlatformTables>, name: string): Promise<boolean> {
  return (
    (await db.selectFrom('platform_migration').select('name').where('name', '=', name).executeTakeFirst()) !== undefined
  );
}

/**
 * Brings the database to the present form: each step that is not done yet, in order, one transaction each.
 * A database with a step we do not know was made by a newer release: we refuse to touch it.
 * @returns names of the steps done now
 */
export async function migrate(db: Database, steps: readonly Step[], log: Log): Promise<string[]> {
  return db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${LOCK})`.execute(connection);
    try {
      return await carryOut(connection.withTables<PlatformTables>(), steps, log);
    } finally {
      await sql`select pg_advisory_unlock(${LOCK})`.execute(connection);
    }
  });
}

async function carryOut(db: Kysely<PlatformTables>, steps: readonly Step[], log: Log): Promise<string[]> {
  await sql`create table if not exists platform_migration (
    name text primary key, done_at timestamptz not null default now())`.execute(db);
  const known = new Set(steps.map(({ name }) => name));
  const done = await db.selectFrom('platform_migration').select('name').execute();
  const unknown = done.filter(({ name }) => !known.has(name)).map(({ name }) => name);
  if (unknown.length > 0) throw new Error(`the database was made by a newer release (it has ${unknown.join(', ')})`);
  const now: string[] = [];
  for (const step of steps) {
    if (await isDone(db, step.name)) continue;
    await db.transaction().execute(async (transaction) => {
      await step.up(transaction as unknown as Kysely<Record<never, never>>);
      await transaction.insertInto('platform_migration').values({ name: step.name, done_at: new Date() }).execute();
    });
    log.info({ step: step.name }, 'migration done');
    now.push(step.name);
  }
  return now;
}
