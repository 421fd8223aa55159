import type { Kysely } from 'kysely';

/** One step of the database, forward only, carried out in one transaction. */
export interface Migration {
  /** `0001-<capability>-<deed>`: the order, and what is remembered as done. */
  readonly name: string;
  up(db: Kysely<Record<never, never>>): Promise<void>;
}

/** All steps in order. Each capability's file exports its `up`; a step that has been released is never edited. */
export const MIGRATIONS: readonly Migration[] = [];
