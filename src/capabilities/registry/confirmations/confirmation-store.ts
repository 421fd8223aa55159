import { sql } from 'kysely';
import type { Database } from '../../../platform/context.ts';
import type { DeedReach } from '../../accounts/index.ts';
import { reached } from '../entries/entry-store.ts';
import type { Confirmation, UnitStanding } from './confirmation.ts';

interface Row {
  readonly id: string;
  readonly unit_id: string;
  readonly unit_name: string;
  readonly day: string;
  readonly person_name: string;
  readonly by_link: boolean;
  readonly made_at: Date;
  readonly entries: number;
  readonly filled: number;
  readonly asked: number;
  readonly file_key: string;
  readonly file_sha256: string;
  readonly file_size: string;
}

const COLUMNS = sql`id, unit_id, unit_name, day::text as day, person_name, by_link, made_at, entries, filled, asked, file_key,
  file_sha256, file_size`;

const confirmationOf = (row: Row): Confirmation => ({
  id: row.id,
  unitId: row.unit_id,
  unitName: row.unit_name,
  day: row.day,
  personName: row.person_name,
  byLink: row.by_link,
  madeAt: row.made_at,
  entries: row.entries,
  filled: row.filled,
  asked: row.asked,
  file: { key: row.file_key, sha256: row.file_sha256, size: Number(row.file_size) },
});

/** Keeps a confirmation, and of each entry that it is its last. */
export async function insertConfirmation(
  db: Database,
  one: Confirmation,
  datasetIds: readonly string[],
): Promise<void> {
  await sql`insert into registry_confirmation (id, unit_id, unit_name, day, person_name, by_link, made_at, entries, filled, asked,
      file_key, file_sha256, file_size)
    values (${one.id}, ${one.unitId}, ${one.unitName}, ${one.day}, ${one.personName}, ${one.byLink}, ${one.madeAt}, ${one.entries},
      ${one.filled}, ${one.asked}, ${one.file.key}, ${one.file.sha256}, ${one.file.size})`.execute(db);
  await sql`insert into registry_confirmed (dataset_id, confirmation_id, made_at)
    select unnest(${[...datasetIds]}::uuid[]), ${one.id}::uuid, ${one.madeAt}::timestamptz
    on conflict (dataset_id) do update set confirmation_id = excluded.confirmation_id, made_at = excluded.made_at`.execute(
    db,
  );
}

/** Of these units (null: of all), the newest first. */
export async function selectConfirmations(
  db: Database,
  unitIds: readonly string[] | null,
  most: number,
): Promise<Confirmation[]> {
  const which = unitIds === null ? sql`true` : sql`unit_id = any(${[...unitIds]}::uuid[])`;
  const { rows } = await sql<Row>`
    select ${COLUMNS} from registry_confirmation where ${which} order by made_at desc, id desc limit ${most}`.execute(
    db,
  );
  return rows.map(confirmationOf);
}

export async function selectConfirmation(db: Database, id: string): Promise<Confirmation | null> {
  const { rows } = await sql<Row>`select ${COLUMNS} from registry_confirmation where id = ${id}`.execute(db);
  return rows[0] ? confirmationOf(rows[0]) : null;
}

/** Which of these datasets somebody ever confirmed. */
export async function selectConfirmed(db: Database, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select dataset_id as id from registry_confirmed where dataset_id = any(${[...ids]}::uuid[])`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

/** How the registry of each unit stands now, in one statement. @param since an entry confirmed before it counts as not confirmed */
export async function selectStandings(db: Database, reach: DeedReach, since: Date): Promise<UnitStanding[]> {
  const { rows } = await sql<UnitStanding>`
    select entry.unit_id as "unitId", max(entry.unit_name) as "unitName", count(*)::int as entries,
      sum(entry.asked - cardinality(entry.missing))::int as filled, sum(entry.asked)::int as asked,
      (count(*) filter (where entry.missing <> '{}'))::int as incomplete, count(confirmed.dataset_id)::int as confirmed
    from registry_entry entry
      left join registry_confirmed confirmed on confirmed.dataset_id = entry.dataset_id and confirmed.made_at >= ${since}
    where entry.audience = 'staff' and entry.to_at is null and entry.state <> 'retired' and ${reached(reach)}
    group by entry.unit_id`.execute(db);
  return rows;
}
