import { type Kysely, sql } from 'kysely';
import type { Database } from '../../platform/context.ts';
import type { LeftAlone, ManyDeed, ManyDeedItem, ManyDeedKind } from './many-deed.ts';

type CoordinationTables = {
  coordination_deed: {
    id: string;
    kind: ManyDeedKind;
    done_by: string | null;
    done_by_name: string;
    done_at: Date;
    /** JSON text when written, lists when read. */
    items: readonly ManyDeedItem[];
    left_alone: readonly LeftAlone[];
    undone_at: Date | null;
  };
};

const json = <T>(value: T) => sql<T>`${JSON.stringify(value)}::jsonb`;

const tables = (db: Database): Kysely<CoordinationTables> => db.withTables<CoordinationTables>();

/** With all that was done and left alone, so that it can be undone whole. */
export async function insertDeed(db: Database, deed: ManyDeed): Promise<void> {
  await tables(db)
    .insertInto('coordination_deed')
    .values({
      id: deed.id,
      kind: deed.kind,
      done_by: deed.doneBy,
      done_by_name: deed.doneByName,
      done_at: deed.doneAt,
      items: json(deed.items),
      left_alone: json(deed.left),
      undone_at: null,
    })
    .execute();
}

/** The deed, locked until the transaction ends: two people who undo it at once undo it once. */
export async function lockDeed(db: Database, id: string): Promise<ManyDeed | null> {
  const row = await tables(db)
    .selectFrom('coordination_deed')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ? deedOf(row) : null;
}

export async function selectDeed(db: Database, id: string): Promise<ManyDeed | null> {
  const row = await tables(db).selectFrom('coordination_deed').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? deedOf(row) : null;
}

/** From then on the deed tells what was taken back and what was not. */
export async function markUndone(
  db: Database,
  id: string,
  undone: { readonly at: Date } & Pick<ManyDeed, 'items' | 'left'>,
): Promise<void> {
  await tables(db)
    .updateTable('coordination_deed')
    .set({ undone_at: undone.at, items: json(undone.items), left_alone: json(undone.left) })
    .where('id', '=', id)
    .execute();
}

function deedOf(row: CoordinationTables['coordination_deed']): ManyDeed {
  return {
    id: row.id,
    kind: row.kind,
    doneBy: row.done_by,
    doneByName: row.done_by_name,
    doneAt: row.done_at,
    items: row.items,
    left: row.left_alone,
    undoneAt: row.undone_at,
  };
}
