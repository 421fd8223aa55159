import type { Database } from '../../../platform/context.ts';
import { type ExchangeTables, json, tables } from '../exchange-tables.ts';
import type { Wanted } from '../portal/portal-question.ts';
import type { RemoteOrganization } from '../portal/remote-dataset.ts';
import type { Trouble } from '../portal/trouble.ts';
import type { Import, ImportState } from './import.ts';

function importOf(row: ExchangeTables['exchange_import']): Import {
  return {
    id: row.id,
    portal: row.portal,
    question: row.question,
    wanted: row.wanted as Wanted,
    organizations: row.organizations as RemoteOrganization[],
    state: row.state,
    looked: row.looked,
    expected: row.expected,
    look: row.look,
    mend: row.mend,
    trouble: row.trouble as Trouble | null,
    askedBy: { id: row.asked_by, name: row.asked_by_name },
    startedAt: row.started_at,
    changedAt: row.changed_at,
    lookedAt: row.looked_at,
  };
}

export async function insertImport(db: Database, one: Import): Promise<void> {
  await tables(db)
    .insertInto('exchange_import')
    .values({
      id: one.id,
      portal: one.portal,
      question: one.question,
      wanted: json(one.wanted),
      organizations: json(one.organizations),
      state: one.state,
      looked: one.looked,
      expected: one.expected,
      look: one.look,
      mend: one.mend,
      trouble: null,
      claim: null,
      asked_by: one.askedBy.id,
      asked_by_name: one.askedBy.name,
      started_at: one.startedAt,
      changed_at: one.changedAt,
      looked_at: one.lookedAt,
    })
    .execute();
}

/** With `lock`, nobody else changes it until the transaction ends. */
export async function selectImport(db: Database, id: string, lock = false): Promise<Import | null> {
  const query = tables(db).selectFrom('exchange_import').selectAll().where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row ? importOf(row) : null;
}

/** The newest first. */
export async function selectImports(db: Database, most: number): Promise<Import[]> {
  const query = tables(db).selectFrom('exchange_import').selectAll();
  const rows = await query.orderBy('started_at', 'desc').orderBy('id', 'desc').limit(most).execute();
  return rows.map(importOf);
}

/** Imports whose background work nothing has been heard of since. */
export async function selectStill(db: Database, since: Date): Promise<Import[]> {
  const rows = await tables(db)
    .selectFrom('exchange_import')
    .selectAll()
    .where('state', 'in', ['looking', 'working'])
    .where('changed_at', '<', since)
    .limit(50)
    .execute();
  return rows.map(importOf);
}

/**
 * Takes an import up for a try in one of these states: whoever had it before (a killed worker, or one thought dead) may write nothing more.
 * @param claim of this try and no other
 */
export async function claimImport(
  db: Database,
  id: string,
  { state, claim, now }: { readonly state: ImportState; readonly claim: string; readonly now: Date },
): Promise<Import | null> {
  const row = await tables(db)
    .updateTable('exchange_import')
    .set({ claim, changed_at: now })
    .where('id', '=', id)
    .where('state', '=', state)
    .returningAll()
    .executeTakeFirst();
  return row ? importOf(row) : null;
}

export interface ImportChange {
  readonly state?: ImportState;
  readonly looked?: number;
  readonly expected?: number | null;
  readonly look?: number;
  readonly mend?: boolean;
  readonly organizations?: readonly RemoteOrganization[];
  readonly trouble?: Trouble | null;
  readonly askedBy?: Import['askedBy'];
  readonly lookedAt?: Date;
}

/** Who may write: the try with this claim, in this state. */
export interface Held {
  readonly state: ImportState;
  readonly claim: string;
}

/**
 * Writes what is given. @param held left out: whoever holds the row's lock; then the try that had it writes nothing more.
 * @returns false when another try has it, or a person stopped it
 */
export async function changeImport(
  db: Database,
  id: string,
  change: ImportChange,
  now: Date,
  held?: Held,
): Promise<boolean> {
  const { organizations, trouble, askedBy, lookedAt, ...plain } = change;
  let query = tables(db)
    .updateTable('exchange_import')
    .set({
      ...plain,
      changed_at: now,
      ...(held ? {} : { claim: null }),
      ...(organizations === undefined ? {} : { organizations: json(organizations) }),
      ...(trouble === undefined ? {} : { trouble: trouble === null ? null : json(trouble) }),
      ...(askedBy === undefined ? {} : { asked_by: askedBy.id, asked_by_name: askedBy.name }),
      ...(lookedAt === undefined ? {} : { looked_at: lookedAt }),
    })
    .where('id', '=', id);
  if (held) query = query.where('claim', '=', held.claim).where('state', '=', held.state);
  return ((await query.executeTakeFirst()).numUpdatedRows ?? 0n) > 0n;
}

/** True while the try has the import, which nobody else takes up until the transaction ends. */
export async function holdImport(db: Database, id: string, held: Held): Promise<boolean> {
  const query = tables(db).selectFrom('exchange_import').select('id').where('id', '=', id);
  const row = await query
    .where('claim', '=', held.claim)
    .where('state', '=', held.state)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}
