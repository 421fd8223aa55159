import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { type Day, TIME_ZONE } from '../../../kernel/dates.ts';
import type { Page } from '../../../kernel/paging.ts';
import type { Database } from '../../../platform/context.ts';
import { type DeedReach, withinReach } from '../../accounts/index.ts';
import type { Audience, EntryState, RegistryEntry } from './entry.ts';
import type { EntryList, EntryOrder } from './entry-filter.ts';

/** A filter with its units and words looked up. */
export interface EntryQuestion {
  readonly audience: Audience;
  readonly reach: DeedReach;
  /** Null: now. */
  readonly on: Day | null;
  readonly unitIds: readonly string[] | null;
  readonly legalUnitId: string | null;
  readonly state: EntryState | null;
  readonly format: string | null;
  readonly incomplete: boolean;
  /** Each inner list: stems of which one must be met; the last word also by its beginning. */
  readonly words: readonly (readonly string[])[];
  readonly beginning: string | null;
  readonly number: string;
}

const ids = (list: readonly string[]) => sql`${[...list]}::uuid[]`;

/** The first instant after a day in Ukraine. */
const endOfDay = (day: Day) => sql`((${day}::date + 1)::timestamp at time zone ${TIME_ZONE})`;

/** Entries that stood at the end of a day, or stand now. */
export function standing(on: Day | null): RawBuilder<SqlBool> {
  if (on === null) return sql`entry.to_at is null`;
  return sql`entry.from_at < ${endOfDay(on)} and (entry.to_at is null or entry.to_at >= ${endOfDay(on)})`;
}

/** Entries that a deed reaches. */
export function reached(reach: DeedReach): RawBuilder<SqlBool> {
  return withinReach(reach, 'entry.unit_id', 'entry.dataset_id');
}

function wordsMet({ words, beginning, number }: EntryQuestion): RawBuilder<SqlBool> {
  const byNumber = sql<SqlBool>`position(${number} in entry.number) > 0`;
  if (words.length === 0) return number === '' ? sql`true` : byNumber;
  const met = words.map((stems, at) => {
    const one = sql<SqlBool>`entry.stems && ${[...stems]}::text[]`;
    if (at < words.length - 1 || beginning === null) return one;
    return sql<SqlBool>`(${one} or exists (select from unnest(entry.stems) stem where starts_with(stem, ${beginning})))`;
  });
  return sql`((${sql.join(met, sql` and `)}) or ${byNumber})`;
}

function narrowed(question: EntryQuestion): RawBuilder<SqlBool> {
  const { audience, reach, on, unitIds, legalUnitId, format, incomplete } = question;
  const all: RawBuilder<SqlBool>[] = [
    sql`entry.audience = ${audience}`,
    standing(on),
    reached(reach),
    wordsMet(question),
  ];
  if (unitIds) all.push(sql`entry.unit_id = any(${ids(unitIds)})`);
  if (legalUnitId) all.push(sql`entry.legal_unit_id = ${legalUnitId}`);
  if (format) all.push(sql`${format} = any(entry.formats)`);
  if (incomplete) all.push(sql`entry.missing <> '{}'`);
  return sql.join(all, sql` and `);
}

const ORDERS: Readonly<Record<string, RawBuilder<unknown>>> = {
  title: sql`title collate "uk-x-icu"`,
  number: sql`number`,
  holder: sql`unit_name collate "uk-x-icu"`,
  created: sql`created_on`,
  size: sql`size`,
  due: sql`due_on`,
};

function ordered(order: EntryOrder): RawBuilder<unknown> {
  const column = ORDERS[order.replace('-', '')] ?? sql`title`;
  const way = order.startsWith('-') ? sql`desc nulls last` : sql`asc nulls last`;
  return sql`${column} ${way}, number, dataset_id`;
}

/** All columns of an entry as it is told, read from the rows `entry`. */
export const ENTRY_COLUMNS = sql`entry.dataset_id as "datasetId", entry.from_at as "fromAt", entry.to_at as "toAt", entry.state,
  entry.number, entry.title, entry.description, entry.created_on as "createdOn", entry.formats, entry.size, entry.streamed,
  entry.frequency, entry.link, entry.unit_id as "unitId", entry.unit_name as "unitName", entry.edrpou,
  entry.legal_unit_id as "legalUnitId", entry.previous_unit as "previousUnit", entry.contact, entry.more, entry.due_on as "dueOn",
  entry.asked, entry.missing, entry.facts`;

type Answer = {
  readonly [Key in keyof Omit<EntryList, 'items' | 'states' | 'begunOn'>]: EntryList[Key];
} & { readonly items: RegistryEntry[] | null; readonly states: EntryList['states'] | null };

/** A page of entries and the numbers over all of them, in one statement. Retired ones only where they are asked for. */
export async function selectEntries(
  db: Database,
  question: EntryQuestion,
  { order, page }: { readonly order: EntryOrder; readonly page: Page },
): Promise<Omit<EntryList, 'begunOn'>> {
  const ofState = question.state ? sql`state = ${question.state}` : sql`state <> 'retired'`;
  const { rows } = await sql<Answer>`
    with asked as materialized (
      select entry.audience, entry.dataset_id, entry.from_at, entry.state, entry.title, entry.number, entry.unit_name, entry.created_on,
        entry.size, entry.due_on, entry.asked, cardinality(entry.missing) as lacking
      from registry_entry entry where ${narrowed(question)}),
    shown as (select * from asked where ${ofState}),
    page as (select *, row_number() over () as place from (
      select audience, dataset_id, from_at from shown order by ${ordered(order)}
      limit ${page.size} offset ${(page.page - 1) * page.size}) picked)
    select (select json_agg(line order by place) from (
        select page.place, ${ENTRY_COLUMNS} from page
          join registry_entry entry on entry.audience = page.audience and entry.dataset_id = page.dataset_id
            and entry.from_at = page.from_at) line) as items,
      (select count(*)::int from shown) as total,
      (select coalesce(sum(asked - lacking), 0)::int from shown) as filled,
      (select coalesce(sum(asked), 0)::int from shown) as asked,
      (select json_object_agg(state, n) from (select state, count(*)::int as n from asked group by state) s) as states,
      (select coalesce(json_agg(format order by format), '[]') from (select distinct unnest(formats) as format
        from (select distinct formats from registry_entry entry where entry.audience = ${question.audience}
          and entry.to_at is null) sets) f) as formats`.execute(db);
  const answer = rows[0];
  return {
    items: answer?.items ?? [],
    total: answer?.total ?? 0,
    states: answer?.states ?? {},
    formats: answer?.formats ?? [],
    filled: answer?.filled ?? 0,
    asked: answer?.asked ?? 0,
  };
}
