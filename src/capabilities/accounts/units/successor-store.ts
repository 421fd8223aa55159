import { sql } from 'kysely';
import type { Database } from '../../../platform/context.ts';
import { accountsTables } from '../accounts-tables.ts';
import type { ReorganisationKind } from './unit.ts';

/** `on`: the day of the reorganisation; `order`: its paper as written. */
export async function insertSuccessor(
  db: Database,
  row: { predecessorId: string; successorId: string; kind: ReorganisationKind; on: string; order: string },
): Promise<void> {
  await accountsTables(db)
    .insertInto('accounts_unit_successor')
    .values({
      predecessor_id: row.predecessorId,
      successor_id: row.successorId,
      kind: row.kind,
      on_day: row.on,
      order_text: row.order,
    })
    .execute();
}

export interface Neighbour {
  readonly side: 'before' | 'after';
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly kind: ReorganisationKind;
  readonly on: string;
  readonly order: string;
}

/** Units a unit came of (`before`) and those that came of it (`after`), by name. */
export async function selectNeighbours(db: Database, unitId: string): Promise<Neighbour[]> {
  const { rows } = await sql<Neighbour>`
    select case when link.predecessor_id = ${unitId} then 'after' else 'before' end as side, unit.id, unit.name, unit.slug,
      link.kind, link.on_day as on, link.order_text as order
    from accounts_unit_successor link join accounts_unit unit
      on unit.id = case when link.predecessor_id = ${unitId} then link.successor_id else link.predecessor_id end
    where link.predecessor_id = ${unitId} or link.successor_id = ${unitId}
    order by unit.name collate "uk-x-icu"`.execute(db);
  return rows;
}

/** Remembers whose a dataset was. */
export async function insertMove(
  db: Database,
  move: { datasetId: string; fromUnitId: string; toUnitId: string },
  at: Date,
): Promise<void> {
  await accountsTables(db)
    .insertInto('accounts_moved_dataset')
    .values({ dataset_id: move.datasetId, from_unit_id: move.fromUnitId, to_unit_id: move.toUnitId, moved_at: at })
    .execute();
}

/** Units a dataset belonged to before, the last first, each once. */
export async function selectPreviousUnits(db: Database, datasetId: string): Promise<{ name: string; slug: string }[]> {
  const { rows } = await sql<{ name: string; slug: string }>`
    select unit.name, unit.slug from accounts_moved_dataset move join accounts_unit unit on unit.id = move.from_unit_id
    where move.dataset_id = ${datasetId}
    group by unit.id order by max(move.moved_at) desc`.execute(db);
  return rows;
}

/** The name of the unit each of these datasets belonged to just before, by dataset; those that were never passed on are not there. */
export async function selectLastUnits(db: Database, datasetIds: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ dataset_id: string; name: string }>`
    select distinct on (move.dataset_id) move.dataset_id, unit.name
    from accounts_moved_dataset move join accounts_unit unit on unit.id = move.from_unit_id
    where move.dataset_id = any(${[...datasetIds]}::uuid[])
    order by move.dataset_id, move.moved_at desc`.execute(db);
  return new Map(rows.map((row) => [row.dataset_id, row.name]));
}
