import { sql } from 'kysely';
import type { Database } from '../../platform/context.ts';
import type { RowNumbers } from './reading.ts';

/** Numbers a resource has published so far, with the file of the version before. */
export interface PublishedNumbers extends RowNumbers {
  readonly before: string | null;
}

/** What rows of a resource are numbered by so far; null where none was published with numbers. */
export async function selectNumbers(db: Database, resourceId: string): Promise<PublishedNumbers | null> {
  const { rows } = await sql<{ memory: string; before: string | null; next: string; titles: readonly string[] }>`
    select memory, before, next, titles from ingest_row_numbers where resource_id = ${resourceId}`.execute(db);
  const [row] = rows;
  return row ? { memory: row.memory, before: row.before, next: Number(row.next), by: row.titles } : null;
}

/** Makes numbers final: their version was published. The next free number never goes back. */
export async function putNumbers(db: Database, resourceId: string, numbers: PublishedNumbers): Promise<void> {
  const { memory, before, next, by } = numbers;
  await sql`insert into ingest_row_numbers (resource_id, memory, before, next, titles)
    values (${resourceId}, ${memory}, ${before}, ${next}, ${JSON.stringify(by)}::jsonb)
    on conflict (resource_id) do update set memory = excluded.memory, before = excluded.before,
      next = greatest(excluded.next, ingest_row_numbers.next), titles = excluded.titles`.execute(db);
}

/** The next free number is at least `next`; nothing where rows of the resource are not numbered. */
export async function raiseNext(db: Database, resourceId: string, next: number): Promise<void> {
  await sql`update ingest_row_numbers set next = greatest(next, ${next}) where resource_id = ${resourceId}`.execute(db);
}
