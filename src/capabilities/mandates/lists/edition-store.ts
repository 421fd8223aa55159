import { type Kysely, sql } from 'kysely';
import type { Day } from '../../../kernel/dates.ts';
import type { Database } from '../../../platform/context.ts';
import type { Question } from '../../../platform/database/ask-together.ts';
import type { RequiredItem } from '../../catalog/index.ts';
import type { Edition, ListItem, ListKind } from './edition.ts';

type EditionTable = {
  id: string;
  list: ListKind;
  code: string;
  title: string;
  source: string;
  dated: Day | null;
  state: Edition['state'];
  made_at: Date;
  made_by: string;
  adopted_at: Date | null;
  retired_at: Date | null;
  previous: string | null;
};

type ItemTable = {
  edition_id: string;
  line: string;
  section: string;
  number: number;
  audience: RequiredItem['audience'];
  name: string;
  title: string;
  frequency: RequiredItem['frequency'];
  frequency_source: RequiredItem['frequencySource'];
  keywords: string[];
  themes: string[];
  aim: string;
  page: string | null;
  tables: string[];
  /** Written as JSON text, read as a list. */
  fields: RequiredItem['fields'];
  risk: boolean;
  approved_by: string;
};

type ListTables = { mandates_edition: EditionTable; mandates_item: ItemTable };

const tables = (db: Database): Kysely<ListTables> => db.withTables<ListTables>();

function editionOf(row: EditionTable): Edition {
  const { id, list, code, title, source, dated, state } = row;
  const kept = { madeAt: new Date(row.made_at), madeBy: row.made_by };
  return {
    ...{ id, list, code, title, source, dated, state },
    ...kept,
    adoptedAt: row.adopted_at ? new Date(row.adopted_at) : null,
    previous: row.previous,
  };
}

function rowOf(item: RequiredItem & { readonly approvedBy?: string }, edition: string): ItemTable {
  const { line, section, number, audience, name, title, frequency, aim, risk } = item;
  return {
    ...{ edition_id: edition, line, section, number, audience, name, title, frequency, aim, risk },
    frequency_source: item.frequencySource,
    keywords: [...item.keywords],
    themes: [...item.themes],
    page: item.recommendationPage,
    tables: [...item.tables],
    fields: item.fields && sql<RequiredItem['fields']>`${JSON.stringify(item.fields)}::jsonb`,
    approved_by: item.approvedBy ?? '',
  } as ItemTable;
}

function itemOf(row: ItemTable & { list: ListKind; code: string }): ListItem {
  const { line, list, section, number, audience, name, title, frequency, keywords, themes, aim, fields, risk } = row;
  return {
    ...{ line, list, section, number, audience, name, title, frequency, keywords, themes, aim, fields, risk },
    edition: row.code,
    frequencySource: row.frequency_source,
    recommendationPage: row.page,
    tables: row.tables,
    editionId: row.edition_id,
    approvedBy: row.approved_by,
  };
}

/** Keeps an edition with its items; one that is there stays as it is. */
export async function insertEdition(
  db: Database,
  edition: Edition,
  items: readonly (RequiredItem & { readonly approvedBy?: string })[],
): Promise<void> {
  const { id, list, code, title, source, dated, state } = edition;
  await tables(db)
    .insertInto('mandates_edition')
    .values({
      ...{ id, list, code, title, source, dated, state, retired_at: null, previous: null },
      made_at: edition.madeAt,
      made_by: edition.madeBy,
      adopted_at: edition.adoptedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  if (items.length === 0) return;
  await tables(db)
    .insertInto('mandates_item')
    .values(items.map((item) => rowOf(item, id)))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

interface ListsRow {
  readonly editions: EditionTable[] | null;
  readonly items: (ItemTable & { list: ListKind; code: string })[] | null;
}

/** All editions with all their items, in one statement. */
export const listsQuestion: Question<{ editions: Edition[]; items: ListItem[] }> = {
  query: sql`
    select (select json_agg(row_to_json(edition) order by made_at, id) from mandates_edition edition) as editions,
      (select json_agg(row_to_json(listed) order by listed.edition_id, listed.number)
        from (select item.*, edition.list, edition.code
          from mandates_item item join mandates_edition edition on edition.id = item.edition_id) listed) as items`,
  read: ([row]: readonly ListsRow[]) => ({
    editions: (row?.editions ?? []).map(editionOf),
    items: (row?.items ?? []).map(itemOf),
  }),
};

/** What is not named stays as it was. */
export async function updateEditionState(
  db: Database,
  id: string,
  state: Edition['state'],
  change: { readonly adoptedAt?: Date; readonly retiredAt?: Date | null; readonly previous?: string | null },
): Promise<void> {
  await tables(db)
    .updateTable('mandates_edition')
    .set({
      state,
      ...(change.adoptedAt ? { adopted_at: change.adoptedAt } : {}),
      ...(change.retiredAt === undefined ? {} : { retired_at: change.retiredAt }),
      ...(change.previous === undefined ? {} : { previous: change.previous }),
    })
    .where('id', '=', id)
    .execute();
}

export async function deleteEdition(db: Database, id: string): Promise<void> {
  await tables(db).deleteFrom('mandates_edition').where('id', '=', id).execute();
}

/** Writes an item anew, or for the first time. */
export async function putItem(
  db: Database,
  edition: string,
  item: RequiredItem & { approvedBy: string },
): Promise<void> {
  const row = rowOf(item, edition);
  await tables(db)
    .insertInto('mandates_item')
    .values(row)
    .onConflict((conflict) => conflict.columns(['edition_id', 'line']).doUpdateSet(row))
    .execute();
}

export async function deleteItem(db: Database, edition: string, line: string): Promise<void> {
  await tables(db).deleteFrom('mandates_item').where('edition_id', '=', edition).where('line', '=', line).execute();
}
