import { fromKysely as adapt, type Db, PgBoss } from 'pg-boss';
import type { Database } from '../context.ts';

export { PgBoss };
export type IDatabase = Db;
export type { JobWithMetadata } from 'pg-boss';

/** pg-boss's statements on our connection or transaction. */
export function fromKysely(db: Database): IDatabase {
  return adapt(db as unknown as Parameters<typeof adapt>[0]);
}
