import { sql } from 'kysely';
import type { Database } from '../../../platform/context.ts';
import type { Audience, EntryFact, EntryValues } from './entry.ts';

/** An entry ready to be written. */
export interface DrawnEntry {
  readonly audience: Audience;
  readonly values: EntryValues;
  readonly stems: readonly string[];
  /** Digest of the values: the same entry is not written twice. */
  readonly mark: string;
  /** ISO 8601 instant it is so from. */
  readonly fromAt: string;
  readonly facts: readonly EntryFact[];
}

/** Digests of the entries that stand now, by `audience datasetId`. */
export async function selectMarks(db: Database, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ key: string; mark: string }>`
    select audience || ' ' || dataset_id as key, mark from registry_entry
    where to_at is null and dataset_id = any(${[...ids]}::uuid[])`.execute(db);
  return new Map(rows.map(({ key, mark }) => [key, mark]));
}

/** Ends what stood and writes what is so from now on, in two statements whatever their number. */
export async function writeEntries(db: Database, entries: readonly DrawnEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const json = JSON.stringify(entries.map(({ values, ...entry }) => ({ ...entry, ...values })));
  await sql`update registry_entry entry set to_at = greatest(entry.from_at + interval '1 microsecond', fresh.at)
    from unnest(${entries.map(({ audience }) => audience)}::text[], ${entries.map(({ values }) => values.datasetId)}::uuid[],
      ${entries.map(({ fromAt }) => fromAt)}::timestamptz[]) as fresh (audience, id, at)
    where entry.to_at is null and entry.audience = fresh.audience and entry.dataset_id = fresh.id`.execute(db);
  await sql`insert into registry_entry (audience, dataset_id, from_at, state, number, title, description, created_on, formats, size,
      streamed, frequency, link, unit_id, unit_name, edrpou, legal_unit_id, previous_unit, contact, more, due_on, asked, missing, stems,
      mark, facts)
    select fresh.audience, fresh."datasetId", greatest(fresh."fromAt", (select max(to_at) from registry_entry before
        where before.audience = fresh.audience and before.dataset_id = fresh."datasetId")),
      fresh.state, fresh.number, fresh.title, fresh.description, fresh."createdOn", fresh.formats, fresh.size, fresh.streamed,
      fresh.frequency, fresh.link, fresh."unitId", fresh."unitName", fresh.edrpou, fresh."legalUnitId", fresh."previousUnit",
      fresh.contact, fresh.more, fresh."dueOn", fresh.asked, fresh.missing, fresh.stems, fresh.mark, fresh.facts
    from jsonb_to_recordset(${json}::jsonb) as fresh (audience text, "datasetId" uuid, "fromAt" timestamptz, state text, number text,
      title text, description text, "createdOn" date, formats text[], size bigint, streamed boolean, frequency text, link text,
      "unitId" uuid, "unitName" text, edrpou text, "legalUnitId" uuid, "previousUnit" text, contact jsonb, more jsonb, "dueOn" date,
      asked integer, missing text[], stems text[], mark text, facts jsonb)`.execute(db);
}

/** Ends entries that are no more for this audience. */
export async function endEntries(
  db: Database,
  audience: Audience,
  ends: readonly { readonly datasetId: string; readonly at: string }[],
): Promise<void> {
  if (ends.length === 0) return;
  await sql`update registry_entry entry set to_at = greatest(entry.from_at + interval '1 microsecond', gone.at)
    from unnest(${ends.map(({ datasetId }) => datasetId)}::uuid[], ${ends.map(({ at }) => at)}::timestamptz[]) as gone (id, at)
    where entry.to_at is null and entry.audience = ${audience} and entry.dataset_id = gone.id`.execute(db);
}

/** The standing staff entries of datasets that are gone, to be told as retired. */
export async function selectStanding(db: Database, ids: readonly string[]): Promise<EntryValues[]> {
  const { rows } = await sql<EntryValues>`
    select dataset_id as "datasetId", state, number, title, description, created_on::text as "createdOn", formats, size::float8 as size,
      streamed, frequency, link, unit_id as "unitId", unit_name as "unitName", edrpou, legal_unit_id as "legalUnitId",
      previous_unit as "previousUnit", contact, more, due_on::text as "dueOn", asked, missing
    from registry_entry where audience = 'staff' and to_at is null and dataset_id = any(${[...ids]}::uuid[])`.execute(
    db,
  );
  return rows;
}

/** Datasets whose standing entry is of one of these units. */
export async function selectDatasetsOfUnits(db: Database, unitIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select dataset_id as id from registry_entry
    where audience = 'staff' and to_at is null and unit_id = any(${[...unitIds]}::uuid[])`.execute(db);
  return rows.map(({ id }) => id);
}

/** Numbers of the datasets each of these ends in. */
export async function selectSuccessorNumbers(db: Database, ids: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ id: string; numbers: string[] }>`
    select link.dataset_id as id, array_agg(entry.number order by entry.number) as numbers
    from registry_successor link join registry_entry entry
      on entry.audience = 'staff' and entry.dataset_id = link.successor_id and entry.to_at is null
    where link.dataset_id = any(${[...ids]}::uuid[]) group by link.dataset_id`.execute(db);
  return new Map(rows.map(({ id, numbers }) => [id, numbers]));
}
