import type { Database } from '../../../platform/context.ts';
import { accountsTables } from '../accounts-tables.ts';
import type { StoredUnit } from './unit-rules.ts';

const COLUMNS = [
  'id',
  'parent_id',
  'name',
  'slug',
  'edrpou',
  'email',
  'phone',
  'site',
  'kind',
  'katottg',
  'head_name',
  'head_post',
  'closed_on',
] as const;

/** Every unit, in no order; a community has at most some hundreds. */
export async function selectUnits(db: Database): Promise<StoredUnit[]> {
  const rows = await accountsTables(db).selectFrom('accounts_unit').select(COLUMNS).execute();
  return rows.map(({ parent_id, head_name, head_post, closed_on, ...unit }) => ({
    ...unit,
    parentId: parent_id,
    headName: head_name,
    headPost: head_post,
    closedOn: closed_on,
  }));
}

const rowOf = ({ parentId, headName, headPost, closedOn, ...facts }: StoredUnit) => ({
  ...facts,
  parent_id: parentId,
  head_name: headName,
  head_post: headPost,
  closed_on: closedOn,
});

/** Lets one change of the tree happen at a time, so that two moves cannot close a ring together. */
export async function lockTree(db: Database): Promise<void> {
  await accountsTables(db)
    .selectFrom('accounts_unit')
    .select('id')
    .where('parent_id', 'is', null)
    .forUpdate()
    .execute();
}

export async function insertUnit(db: Database, unit: StoredUnit, now: Date): Promise<void> {
  await accountsTables(db)
    .insertInto('accounts_unit')
    .values({ ...rowOf(unit), created_at: now })
    .execute();
}

/** All but the slug: addresses of a unit's pages stay. */
export async function updateUnit(db: Database, unit: StoredUnit): Promise<void> {
  const { id, slug: _kept, ...facts } = rowOf(unit);
  await accountsTables(db).updateTable('accounts_unit').set(facts).where('id', '=', id).execute();
}

export async function deleteUnitRow(db: Database, id: string): Promise<void> {
  await accountsTables(db).deleteFrom('accounts_unit').where('id', '=', id).execute();
}

/** The council's own unit; null before the set-up. */
export async function selectRootUnitId(db: Database): Promise<string | null> {
  const row = await accountsTables(db)
    .selectFrom('accounts_unit')
    .select('id')
    .where('parent_id', 'is', null)
    .executeTakeFirst();
  return row?.id ?? null;
}
