import { sql } from 'kysely';
import { slugify } from '../../language/transliterate.ts';
import type { Database } from '../../platform/context.ts';
import type { Code, CodeList } from './code-list.ts';

interface ListRow {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly unit_id: string | null;
  readonly shown: boolean;
  readonly codes: readonly Code[];
}

const CODES = sql`coalesce((
  select jsonb_agg(jsonb_build_object('code', code, 'name', name, 'retiredOn', retired_on) order by position)
  from catalog_code where list_id = list.id), '[]'::jsonb) as codes`;

const listOf = ({ unit_id, ...row }: ListRow): CodeList => ({ ...row, unitId: unit_id });

/** These lists, with their codes. */
export async function selectCodeListsById(db: Database, ids: readonly string[]): Promise<CodeList[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<ListRow>`select id, name, slug, unit_id, shown, ${CODES} from catalog_code_list list
    where id = any(${[...ids]}::uuid[])`.execute(db);
  return rows.map(listOf);
}

export async function selectCodeListBySlug(db: Database, slug: string): Promise<CodeList | null> {
  const { rows } = await sql<ListRow>`select id, name, slug, unit_id, shown, ${CODES} from catalog_code_list list
    where slug = ${slug}`.execute(db);
  return rows[0] ? listOf(rows[0]) : null;
}

/** A list without its codes: how many are in use. */
export interface CodeListLine extends Omit<CodeList, 'codes'> {
  readonly inUse: number;
  readonly retired: number;
}

/** Lists by name; those of the whole community first. */
export async function selectCodeLists(db: Database): Promise<CodeListLine[]> {
  const { rows } = await sql<Omit<ListRow, 'codes'> & { in_use: number; retired: number }>`
    select list.id, list.name, slug, unit_id, shown,
      count(code.code) filter (where retired_on is null) as in_use, count(retired_on) as retired
    from catalog_code_list list left join catalog_code code on code.list_id = list.id
    group by list.id order by unit_id is not null, list.name collate "uk-x-icu"`.execute(db);
  return rows.map(({ unit_id, in_use, ...row }) => ({ ...row, unitId: unit_id, inUse: in_use }));
}

/** Locks the list until the transaction ends. */
export async function lockCodeList(db: Database, id: string): Promise<CodeList | null> {
  await sql`select 1 from catalog_code_list where id = ${id} for update`.execute(db);
  return (await selectCodeListsById(db, [id]))[0] ?? null;
}

/** A slug no list has. */
export async function freeListSlug(db: Database, name: string): Promise<string> {
  await sql`lock table catalog_code_list in share row exclusive mode`.execute(db);
  const base = slugify(name) || 'dovidnyk';
  const { rows } = await sql<{ slug: string }>`select slug from catalog_code_list
    where slug = ${base} or starts_with(slug, ${`${base}-`})`.execute(db);
  const taken = new Set(rows.map(({ slug }) => slug));
  let slug = base;
  for (let copy = 2; taken.has(slug); copy += 1) slug = `${base}-${copy}`;
  return slug;
}

/** Writes the list and all its codes; a code once written is never removed, only changed. */
export async function putCodeList(db: Database, list: CodeList, now: Date): Promise<void> {
  await sql`insert into catalog_code_list (id, name, slug, unit_id, shown, made_at, changed_at)
    values (${list.id}, ${list.name}, ${list.slug}, ${list.unitId}, ${list.shown}, ${now}, ${now})
    on conflict (id) do update set name = excluded.name, changed_at = excluded.changed_at`.execute(db);
  await sql`insert into catalog_code (list_id, code, name, position, retired_on)
    select ${list.id}::uuid, given.one ->> 'code', given.one ->> 'name', given.ordinality, (given.one ->> 'retiredOn')::date
    from jsonb_array_elements(${JSON.stringify(list.codes)}::jsonb) with ordinality as given (one, ordinality)
    on conflict (list_id, code) do update set name = excluded.name, position = excluded.position,
      retired_on = excluded.retired_on`.execute(db);
}

/** From now on anybody may read these lists. */
export async function showCodeLists(db: Database, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`update catalog_code_list set shown = true where id = any(${[...ids]}::uuid[]) and not shown`.execute(db);
}
