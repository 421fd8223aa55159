import { sql } from 'kysely';
import type { Database } from '../../platform/context.ts';
import { type DeedReach, withinReach } from '../accounts/index.ts';
import type { Dataset } from './dataset.ts';
import type { Passport } from './passport.ts';
import type { PassportSheet, Replaced } from './passport-sheet.ts';

/** A working copy without its resources. */
export type BareDataset = Pick<Dataset, 'id' | 'number' | 'slug' | 'unitId' | 'state' | 'passport' | 'changedAt'>;

const BARE = sql`id, number, slug, unit_id as "unitId", state, passport, changed_at as "changedAt"`;

/** All working copies within a reach, but withdrawn ones, by unit and number. */
export async function selectBareDatasets(db: Database, reach: DeedReach): Promise<BareDataset[]> {
  const { rows } = await sql<BareDataset>`select ${BARE} from catalog_dataset
    where state <> 'withdrawn' and ${withinReach(reach, 'unit_id', 'id')} order by unit_id, number`.execute(db);
  return rows;
}

/** These working copies, locked until the transaction ends, always in the same order. */
export async function lockBareDatasets(db: Database, ids: readonly string[]): Promise<BareDataset[]> {
  const { rows } = await sql<BareDataset>`select ${BARE} from catalog_dataset
    where id = any(${[...ids]}::uuid[]) order by id for update`.execute(db);
  return rows;
}

export interface PassportWrite {
  readonly id: string;
  readonly passport: Passport;
  readonly stems: readonly string[];
  readonly slug: string;
}

/** Writes many passports in one statement. */
export async function updatePassports(db: Database, writes: readonly PassportWrite[], now: Date): Promise<void> {
  await sql`update catalog_dataset dataset set passport = given.passport, slug = given.slug, changed_at = ${now},
      stems = array(select jsonb_array_elements_text(given.stems))
    from jsonb_to_recordset(${JSON.stringify(writes)}::jsonb) as given (id uuid, passport jsonb, stems jsonb, slug text)
    where dataset.id = given.id`.execute(db);
}

interface SheetRecord {
  readonly id: string;
  readonly file_name: string;
  readonly made_by: string;
  readonly made_at: Date;
  readonly rows: Pick<PassportSheet, 'rows' | 'same' | 'unknown'>;
  readonly applied_at: Date | null;
  readonly replaced: readonly Replaced[] | null;
}

/** A table of passports as it was received; nothing is written to the datasets yet. */
export async function insertSheet(db: Database, sheet: PassportSheet): Promise<void> {
  const { rows, same, unknown } = sheet;
  await sql`insert into catalog_sheet (id, file_name, made_by, made_at, rows)
    values (${sheet.id}, ${sheet.fileName}, ${sheet.madeBy}, ${sheet.madeAt}, ${JSON.stringify({ rows, same, unknown })}::jsonb)`.execute(
    db,
  );
}

/** @param lock nobody else applies it until the transaction ends */
export async function selectSheet(db: Database, id: string, lock = false): Promise<PassportSheet | null> {
  const { rows } = await sql<SheetRecord>`select id, file_name, made_by, made_at, rows, applied_at, replaced
    from catalog_sheet where id = ${id} ${lock ? sql`for update` : sql``}`.execute(db);
  const [found] = rows;
  if (!found) return null;
  return {
    id: found.id,
    fileName: found.file_name,
    madeBy: found.made_by,
    madeAt: found.made_at,
    ...found.rows,
    appliedAt: found.applied_at,
    replaced: found.replaced,
  };
}

/** `replaced`: passports as they were before, by which the deed is undone; null: it is undone. */
export async function updateSheet(
  db: Database,
  id: string,
  { appliedAt, replaced }: Pick<PassportSheet, 'appliedAt' | 'replaced'>,
): Promise<void> {
  await sql`update catalog_sheet set applied_at = ${appliedAt},
    replaced = ${replaced === null ? null : JSON.stringify(replaced)}::jsonb where id = ${id}`.execute(db);
}

/** Forgets tables given before this moment, with what they could take back. */
export async function deleteSheetsBefore(db: Database, moment: Date): Promise<void> {
  await sql`delete from catalog_sheet where made_at < ${moment}`.execute(db);
}
