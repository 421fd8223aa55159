import { sql } from 'kysely';
import type { Day } from '../../kernel/dates.ts';
import type { Database } from '../../platform/context.ts';

/** Use of a dataset on one day. */
export interface UseDay {
  readonly day: Day;
  readonly views: number;
  readonly downloads: number;
  readonly requests: number;
}

/** How often a dataset was looked at, taken away as a file, and asked by programs since the last record; never by whom. */
export interface UseCount {
  readonly datasetId: string;
  readonly views: number;
  readonly downloads: number;
  readonly requests: number;
}

/** Adds to the counts of a day; datasets that have no card are passed over. */
export async function addUse(db: Database, day: Day, counts: readonly UseCount[]): Promise<void> {
  // in one order everywhere: two processes that write at once must not wait for each other in a ring
  await sql`insert into catalog_use as known (dataset_id, day, views, downloads, requests)
    select given."datasetId", ${day}::date, sum(views)::integer, sum(downloads)::integer, sum(requests)::integer
    from jsonb_to_recordset(${JSON.stringify(counts)}::jsonb)
      as given ("datasetId" uuid, views integer, downloads integer, requests integer)
    where exists (select from catalog_card where dataset_id = given."datasetId")
    group by given."datasetId" order by given."datasetId"
    on conflict (dataset_id, day) do update set views = known.views + excluded.views,
      downloads = known.downloads + excluded.downloads, requests = known.requests + excluded.requests`.execute(db);
}

/**
 * Sums the use of these datasets and of those not summed today, at most a thousand. A file taken away tells more than a page looked at, a
 * program's request less: programs ask often.
 */
export async function sumUse(db: Database, today: Day, days: number, datasetIds: readonly string[]): Promise<void> {
  await sql`with due as (
      select dataset_id from catalog_card where dataset_id = any(${[...datasetIds]}::uuid[])
      union (select dataset_id from catalog_popular where counted_on < ${today}::date limit 1000))
    insert into catalog_popular (dataset_id, uses, counted_on)
    select dataset_id, coalesce(sum(views + 3 * downloads + requests / 20), 0)::integer, ${today}::date
    from due left join catalog_use using (dataset_id)
    where day is null or day > ${today}::date - ${days}::integer
    group by dataset_id order by dataset_id
    on conflict (dataset_id) do update set uses = excluded.uses, counted_on = excluded.counted_on`.execute(db);
}

/** Of the last `days` days, the newest first; days without use are not in it. */
export async function selectUse(db: Database, datasetId: string, today: Day, days: number): Promise<UseDay[]> {
  const { rows } = await sql<UseDay>`
    select day::text as day, views, downloads, requests from catalog_use
    where dataset_id = ${datasetId} and day > ${today}::date - ${days}::integer order by day desc`.execute(db);
  return rows;
}
