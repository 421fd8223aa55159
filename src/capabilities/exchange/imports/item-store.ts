import { sql } from 'kysely';
import type { Text } from '../../../kernel/text.ts';
import type { Database } from '../../../platform/context.ts';
import { type ExchangeTables, json, tables } from '../exchange-tables.ts';
import type { RemoteDataset } from '../portal/remote-dataset.ts';
import type { Trouble } from '../portal/trouble.ts';
import type { ImportItem, ItemState } from './import.ts';

function itemOf(row: ExchangeTables['exchange_item']): ImportItem {
  return {
    id: row.id,
    importId: row.import_id,
    remoteId: row.remote_id,
    position: row.position,
    title: row.title,
    holder: row.holder,
    remote: row.remote as RemoteDataset,
    look: row.look,
    unitId: row.unit_id,
    state: row.state,
    tries: row.tries,
    datasetId: row.dataset_id,
    notes: row.notes as Text[],
    trouble: row.trouble as Trouble | null,
    changedAt: row.changed_at,
  };
}

/** What a look saw of one dataset. */
export interface SeenItem {
  readonly id: string;
  readonly importId: string;
  readonly position: number;
  readonly holder: string;
  readonly remote: RemoteDataset;
  readonly look: number;
  /** The draft that was made of it by an earlier import, if any. */
  readonly datasetId: string | null;
}

/** Keeps what a look saw; a dataset that was seen before stays as far as it has come. @returns how many were not seen before, or not by this look */
export async function putSeen(db: Database, items: readonly SeenItem[], now: Date): Promise<number> {
  if (items.length === 0) return 0;
  const rows = items.map(({ id, importId, position, holder, remote, look, datasetId }) => ({
    id,
    import_id: importId,
    remote_id: remote.id,
    position,
    title: remote.title,
    holder,
    remote: json(remote),
    look,
    state: datasetId === null ? ('found' as const) : ('done' as const),
    dataset_id: datasetId,
    notes: '[]',
    tries: 0,
    changed_at: now,
  }));
  const written = await tables(db)
    .insertInto('exchange_item')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['import_id', 'remote_id'])
        .doUpdateSet((row) => ({
          title: row.ref('excluded.title'),
          holder: row.ref('excluded.holder'),
          remote: row.ref('excluded.remote'),
          look: row.ref('excluded.look'),
          changed_at: now,
        }))
        .where('exchange_item.look', '<', sql<number>`excluded.look`),
    )
    .returning('id')
    .execute();
  return written.length;
}

/** Keeps what a portal says of these datasets now beside every item of theirs, whichever import has looked: their files are taken by it. */
export async function refreshRemotes(
  db: Database,
  found: readonly { readonly datasetId: string; readonly remote: RemoteDataset }[],
): Promise<void> {
  await sql`update exchange_item item set remote = fresh.remote
    from unnest(${found.map(({ datasetId }) => datasetId)}::uuid[], ${found.map(({ remote }) => JSON.stringify(remote))}::jsonb[])
      as fresh (id, remote)
    where item.dataset_id = fresh.id`.execute(db);
}

/** @param lock nobody else changes it until the transaction ends */
export async function selectItem(db: Database, id: string, lock = false): Promise<ImportItem | null> {
  const query = tables(db).selectFrom('exchange_item').selectAll().where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row ? itemOf(row) : null;
}

/** The item a dataset here was made of: the first, where several imports know it. */
export async function selectItemOfDataset(db: Database, datasetId: string): Promise<ImportItem | null> {
  const query = tables(db).selectFrom('exchange_item').selectAll().where('dataset_id', '=', datasetId);
  const row = await query.orderBy('id').executeTakeFirst();
  return row ? itemOf(row) : null;
}

/** Datasets of an import in the order of its list. */
export async function selectItems(
  db: Database,
  importId: string,
  states?: readonly ItemState[],
): Promise<ImportItem[]> {
  let query = tables(db).selectFrom('exchange_item').selectAll().where('import_id', '=', importId);
  if (states) query = query.where('state', 'in', [...states]);
  return (await query.orderBy('position').orderBy('id').execute()).map(itemOf);
}

/** An item without all that the portal says of it: for lists of thousands. */
export interface ItemLine extends Omit<ImportItem, 'remote'> {
  /** Files the portal tells of. */
  readonly files: number;
  /** When it was changed there. */
  readonly there: string;
  readonly person: { readonly name: string; readonly email: string };
}

/** Datasets of an import in the order of its list, in one light statement. */
export async function selectLines(db: Database, importId: string): Promise<ItemLine[]> {
  const { rows } = await sql<
    ExchangeTables['exchange_item'] & { files: number; there: string; who: string; mail: string }
  >`
    select id, import_id, remote_id, position, title, holder, null as remote, look, unit_id, state, tries, dataset_id, notes, trouble, changed_at,
      jsonb_array_length(remote -> 'files')::int as files, remote ->> 'changedAt' as there,
      remote ->> 'responsibleName' as who, remote ->> 'responsibleEmail' as mail
    from exchange_item where import_id = ${importId} order by position, id`.execute(db);
  return rows.map((row) => {
    const { remote: _remote, ...line } = itemOf(row);
    return { ...line, files: row.files, there: row.there, person: { name: row.who.trim(), email: row.mail.trim() } };
  });
}

/** How many datasets of an import are in each state. */
export async function countItems(db: Database, importId: string): Promise<ReadonlyMap<ItemState, number>> {
  const { rows } = await sql<{ state: ItemState; count: number }>`
    select state, count(*)::int as count from exchange_item where import_id = ${importId} group by state`.execute(db);
  return new Map(rows.map(({ state, count }) => [state, count]));
}

/** Asks for these, each for its unit. @returns how many were asked for */
export async function askItems(
  db: Database,
  importId: string,
  units: readonly { readonly id: string; readonly unitId: string }[],
  now: Date,
): Promise<number> {
  const { numAffectedRows } = await sql`
    update exchange_item item set state = 'asked', unit_id = chosen.unit_id, tries = 0, trouble = null, changed_at = ${now}
    from unnest(${units.map(({ id }) => id)}::uuid[], ${units.map(({ unitId }) => unitId)}::uuid[]) chosen (id, unit_id)
    where item.id = chosen.id and item.import_id = ${importId} and item.state in ('found', 'failed')`.execute(db);
  return Number(numAffectedRows ?? 0n);
}

/** Takes the next dataset that is asked for, and counts the try. */
export async function takeNext(db: Database, importId: string, now: Date): Promise<ImportItem | null> {
  const { rows } = await sql<ExchangeTables['exchange_item']>`
    update exchange_item set tries = tries + 1, changed_at = ${now} where id = (
      select id from exchange_item where import_id = ${importId} and state = 'asked' order by position, id limit 1
    ) returning *`.execute(db);
  return rows[0] ? itemOf(rows[0]) : null;
}

export interface ItemChange {
  readonly state?: ItemState;
  readonly tries?: number;
  readonly datasetId?: string;
  readonly notes?: readonly Text[];
  readonly trouble?: Trouble | null;
}

/** Only what is named is changed; `trouble: null`: there is none any more. */
export async function changeItem(db: Database, id: string, change: ItemChange, now: Date): Promise<void> {
  const { state, tries, datasetId, notes, trouble } = change;
  await tables(db)
    .updateTable('exchange_item')
    .set({
      changed_at: now,
      ...(state === undefined ? {} : { state }),
      ...(tries === undefined ? {} : { tries }),
      ...(datasetId === undefined ? {} : { dataset_id: datasetId }),
      ...(notes === undefined ? {} : { notes: json(notes) }),
      ...(trouble === undefined ? {} : { trouble: trouble === null ? null : json(trouble) }),
    })
    .where('id', '=', id)
    .execute();
}
