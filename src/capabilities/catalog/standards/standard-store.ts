import { sql } from 'kysely';
import type { Database } from '../../../platform/context.ts';
import { OwnContent, type OwnStandard } from './own-standard.ts';

interface Row {
  readonly id: string;
  readonly version: number;
  readonly content: unknown;
  readonly retired_on: string | null;
}

const standardOf = ({ id, version, content, retired_on }: Row): OwnStandard => ({
  ...OwnContent.parse(content),
  id,
  version,
  retiredOn: retired_on,
});

const COLUMNS = sql`id, version, content, to_char(retired_on, 'YYYY-MM-DD') as retired_on`;

/** All of them by title, those in use first. */
export async function selectOwnStandards(db: Database): Promise<OwnStandard[]> {
  const { rows } = await sql<Row>`select ${COLUMNS} from catalog_standard
    order by retired_on is not null, title collate "uk-x-icu", id`.execute(db);
  return rows.map(standardOf);
}

/** One of them, locked until the transaction ends where it is to be changed. */
export async function selectOwnStandard(db: Database, id: string, lock = false): Promise<OwnStandard | null> {
  const { rows } = await sql<Row>`select ${COLUMNS} from catalog_standard where id = ${id}
    ${lock ? sql`for update` : sql``}`.execute(db);
  return rows[0] ? standardOf(rows[0]) : null;
}

/** Who made a version and when. */
export interface StandardVersion {
  readonly version: number;
  readonly by: string;
  readonly at: Date;
  readonly fields: number;
}

/** Versions, the newest first. */
export async function selectStandardVersions(db: Database, id: string): Promise<StandardVersion[]> {
  const { rows } = await sql<StandardVersion>`select version, made_by as by, made_at as at,
      jsonb_array_length(content -> 'fields') as fields
    from catalog_standard_version where standard_id = ${id} order by version desc`.execute(db);
  return rows;
}

/** Writes a structure. @param by who made this version; null where only its use is changed */
export async function putOwnStandard(
  db: Database,
  { id, version, retiredOn, ...content }: OwnStandard,
  now: Date,
  by: string | null,
): Promise<void> {
  const kept = JSON.stringify(content);
  await sql`insert into catalog_standard (id, title, version, content, retired_on, made_at, changed_at)
    values (${id}, ${content.title}, ${version}, ${kept}::jsonb, ${retiredOn}::date, ${now}, ${now})
    on conflict (id) do update set title = excluded.title, version = excluded.version, content = excluded.content,
      retired_on = excluded.retired_on, changed_at = excluded.changed_at`.execute(db);
  if (by !== null)
    await sql`insert into catalog_standard_version (standard_id, version, content, made_by, made_at)
      values (${id}, ${version}, ${kept}::jsonb, ${by}, ${now})`.execute(db);
}
