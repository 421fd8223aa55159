import { sql } from 'kysely';
import { slugify } from '../../../language/transliterate.ts';
import type { Database } from '../../../platform/context.ts';
import type { Code, CodeList, CodeListVersion, Served } from './code-list.ts';
import type { CodesDifference } from './code-list-rules.ts';

interface ListRow {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly unit_id: string | null;
  readonly shown: boolean;
  readonly serves: Served | null;
  readonly source: string;
  readonly version: number;
  readonly shown_version: number | null;
  readonly codes: readonly Code[];
}

const COLUMNS = sql`list.id, list.name, slug, unit_id, shown, serves, source, version, shown_version`;
const CODES = sql`coalesce((
  select jsonb_agg(jsonb_build_object('code', code, 'name', name, 'retiredOn', retired_on)
    || jsonb_strip_nulls(jsonb_build_object('category', category, 'parent', parent)) order by position)
  from catalog_code where list_id = list.id), '[]'::jsonb) as codes`;

const listOf = ({ unit_id, shown_version, ...row }: ListRow): CodeList => ({
  ...row,
  unitId: unit_id,
  shownVersion: shown_version,
});

/** These lists, with their codes. */
export async function selectCodeListsById(db: Database, ids: readonly string[]): Promise<CodeList[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<ListRow>`select ${COLUMNS}, ${CODES} from catalog_code_list list
    where id = any(${[...ids]}::uuid[])`.execute(db);
  return rows.map(listOf);
}

/** With all its codes, those out of use among them. */
export async function selectCodeListBySlug(db: Database, slug: string): Promise<CodeList | null> {
  const { rows } = await sql<ListRow>`select ${COLUMNS}, ${CODES} from catalog_code_list list
    where slug = ${slug}`.execute(db);
  return rows[0] ? listOf(rows[0]) : null;
}

/** A list without its codes. */
export type CodeListHead = Omit<CodeList, 'codes'>;

/** A list without its codes: how many are in use. */
export interface CodeListLine extends Omit<CodeList, 'codes'> {
  readonly inUse: number;
  readonly retired: number;
}

/** Lists by name; those of the whole community first. */
export async function selectCodeLists(db: Database): Promise<CodeListLine[]> {
  const { rows } = await sql<Omit<ListRow, 'codes'> & { in_use: number; retired: number }>`
    select ${COLUMNS},
      count(code.code) filter (where retired_on is null) as in_use, count(retired_on) as retired
    from catalog_code_list list left join catalog_code code on code.list_id = list.id
    group by list.id order by unit_id is not null, list.name collate "uk-x-icu"`.execute(db);
  return rows.map(({ unit_id, shown_version, in_use, ...row }) => ({
    ...row,
    unitId: unit_id,
    shownVersion: shown_version,
    inUse: in_use,
  }));
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

/** Who has written a version and what it changes. */
export interface VersionMade {
  readonly by: string;
  readonly difference: CodesDifference;
}

/** Writes the list and all its codes, and keeps them as a version where one is made; a code once written is never removed, only changed. */
export async function putCodeList(db: Database, list: CodeList, now: Date, made: VersionMade | null): Promise<void> {
  const codes = JSON.stringify(list.codes);
  await sql`insert into catalog_code_list (id, name, slug, unit_id, shown, serves, source, version, made_at, changed_at)
    values (${list.id}, ${list.name}, ${list.slug}, ${list.unitId}, ${list.shown}, ${list.serves}, ${list.source}, ${list.version}, ${now}, ${now})
    on conflict (id) do update set name = excluded.name, changed_at = excluded.changed_at, source = excluded.source,
      version = excluded.version`.execute(db);
  if (made === null) return;
  await sql`insert into catalog_code (list_id, code, name, position, retired_on, category, parent)
    select ${list.id}::uuid, given.one ->> 'code', given.one ->> 'name', given.ordinality, (given.one ->> 'retiredOn')::date,
      given.one ->> 'category', given.one ->> 'parent'
    from jsonb_array_elements(${codes}::jsonb) with ordinality as given (one, ordinality)
    on conflict (list_id, code) do update set name = excluded.name, position = excluded.position,
      retired_on = excluded.retired_on, category = excluded.category, parent = excluded.parent`.execute(db);
  const { added, renamed, retired } = made.difference;
  await sql`insert into catalog_code_version (list_id, number, made_at, made_by, added, renamed, retired, codes)
    values (${list.id}, ${list.version}, ${now}, ${made.by}, ${added.length}, ${renamed.length}, ${retired.length}, ${codes}::jsonb)`.execute(
    db,
  );
}

/** Versions of a list, the newest first, without their codes. */
export async function selectVersions(db: Database, listId: string): Promise<CodeListVersion[]> {
  const { rows } = await sql<{
    number: number;
    made_at: Date;
    made_by: string;
    added: number;
    renamed: number;
    retired: number;
  }>`
    select number, made_at, made_by, added, renamed, retired from catalog_code_version
    where list_id = ${listId} order by number desc limit 200`.execute(db);
  return rows.map(({ made_at, made_by, ...row }) => ({ ...row, madeAt: made_at, madeBy: made_by }));
}

/** The codes as they were in a version; null where there is none. */
export async function selectVersionCodes(
  db: Database,
  listId: string,
  number: number,
): Promise<readonly Code[] | null> {
  const { rows } = await sql<{ codes: readonly Code[] }>`select codes from catalog_code_version
    where list_id = ${listId} and number = ${number}`.execute(db);
  return rows[0]?.codes ?? null;
}

/** The list that serves as this, with its codes; null where the community has none. */
export async function selectServing(db: Database, serves: Served): Promise<CodeList | null> {
  const { rows } = await sql<ListRow>`select ${COLUMNS}, ${CODES} from catalog_code_list list
    where serves = ${serves}`.execute(db);
  return rows[0] ? listOf(rows[0]) : null;
}

/**
 * Codes in use below a code of the list that serves as this, at any depth, in the order of the list.
 * @returns null where no list serves so
 */
export async function selectCodesBelow(
  db: Database,
  serves: Served,
  code: string,
): Promise<{ readonly source: string; readonly codes: readonly Code[] } | null> {
  const { rows } = await sql<{ source: string; codes: readonly Code[] }>`
    with recursive whole as (select id, source from catalog_code_list where serves = ${serves}),
      below as (
        select code, name, category, parent, position from catalog_code
          where list_id = (select id from whole) and parent = ${code} and retired_on is null
        union
        select one.code, one.name, one.category, one.parent, one.position from catalog_code one join below on one.parent = below.code
          where one.list_id = (select id from whole) and one.retired_on is null)
    select source, coalesce((select jsonb_agg(jsonb_build_object('code', code, 'name', name, 'retiredOn', null)
      || jsonb_strip_nulls(jsonb_build_object('category', category, 'parent', parent)) order by position) from below), '[]'::jsonb) as codes
    from whole`.execute(db);
  return rows[0] ?? null;
}

/**
 * From now on anybody may read these lists, as they are now; those that were shown before move on with a new version of what points to them, unless
 * they are datasets of their own.
 */
export async function showCodeLists(db: Database, ids: readonly string[], isNew: boolean): Promise<void> {
  if (ids.length === 0) return;
  await sql`update catalog_code_list set shown = true, shown_version = version
    where id = any(${[...ids]}::uuid[]) and (shown_version is null or (${isNew} and not gated))`.execute(db);
}

/** From now on its codes are shown only as they were last published. */
export async function setGated(db: Database, id: string): Promise<void> {
  await sql`update catalog_code_list set gated = true where id = ${id}`.execute(db);
}

/** A version that is not there yet, or an earlier one than is shown, changes nothing. */
export async function setShownVersion(db: Database, id: string, version: number): Promise<void> {
  await sql`update catalog_code_list set shown = true, shown_version = ${version}
    where id = ${id} and version >= ${version} and coalesce(shown_version, 0) <= ${version}`.execute(db);
}

/** What lists of the community serve as. */
export async function selectServings(db: Database): Promise<Served[]> {
  const { rows } = await sql<{ serves: Served }>`select serves from catalog_code_list where serves is not null`.execute(
    db,
  );
  return rows.map(({ serves }) => serves);
}

/** Codes of a list on one page, and how many there are in all. */
export interface CodePage {
  readonly codes: readonly Code[];
  readonly total: number;
}

/**
 * Codes whose code or name holds the words, in the order of the list.
 */
export async function selectCodePage(
  db: Database,
  listId: string,
  { words = '', offset, size }: { words?: string; offset: number; size: number },
): Promise<CodePage> {
  const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<Code & { retired_on: string | null; total: number }>`
    select code, name, retired_on, category, parent, count(*) over () as total from catalog_code
    where list_id = ${listId} and (${words} = '' or name ilike ${like} or code ilike ${like})
    order by position limit ${size} offset ${offset}`.execute(db);
  const codes = rows.map(({ code, name, retired_on, category, parent }) => ({
    code,
    name,
    retiredOn: retired_on,
    ...(category ? { category } : {}),
    ...(parent ? { parent } : {}),
  }));
  return { codes, total: Number(rows[0]?.total ?? 0) };
}

const headOf = ({ unit_id, shown_version, ...head }: Omit<ListRow, 'codes'>): CodeListHead => ({
  ...head,
  unitId: unit_id,
  shownVersion: shown_version,
});

/** A list without its codes. */
export async function selectCodeListHead(
  db: Database,
  by: { id: string } | { slug: string },
): Promise<CodeListHead | null> {
  const where = 'id' in by ? sql`list.id = ${by.id}` : sql`list.slug = ${by.slug}`;
  const { rows } = await sql<Omit<ListRow, 'codes'>>`select ${COLUMNS} from catalog_code_list list
    where ${where}`.execute(db);
  return rows[0] ? headOf(rows[0]) : null;
}

/** Without their codes, in no order. */
export async function selectCodeListHeads(db: Database, ids: readonly string[]): Promise<CodeListHead[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Omit<ListRow, 'codes'>>`select ${COLUMNS} from catalog_code_list list
    where id = any(${[...ids]}::uuid[])`.execute(db);
  return rows.map(headOf);
}
