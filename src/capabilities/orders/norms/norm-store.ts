import { sql } from 'kysely';
import type { Database } from '../../../platform/context.ts';
import { json, type OrdersTables, ordersTables } from '../orders-tables.ts';
import type { Norm } from './norm.ts';

function normOf(row: OrdersTables['orders_norm']): Norm {
  const { id: code, day: date, replaced_by: replacedBy, created_at: _added, ...facts } = row;
  return { ...facts, code, date, replacedBy, local: true };
}

function rowOf({ kind, issuer, title, date, number, address, edition, articles, public: open, replacedBy }: Norm) {
  return {
    kind,
    issuer,
    title,
    day: date,
    number,
    address,
    edition,
    articles: json(articles),
    public: open,
    replaced_by: replacedBy,
  };
}

/** The community's own, the newest document first. */
export async function selectNorms(db: Database): Promise<Norm[]> {
  const rows = await ordersTables(db)
    .selectFrom('orders_norm')
    .selectAll()
    .orderBy('day', (order) => order.desc().nullsLast())
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map(normOf);
}

/** The community's norms and its signed orders with one of these numbers, as citations are compared with them. One statement. */
export async function selectCited(db: Database, numbers: readonly string[]): Promise<Norm[]> {
  const { rows } = await sql<
    OrdersTables['orders_norm']
  >`select id::text, kind, issuer, title, day, number, address, edition, articles,
      public, replaced_by, created_at from orders_norm
    union all
    select id::text, kind, issuer, title, day, number, '', '', '[]', false, null, created_at from orders_order
    where number = any(${[...numbers]}::text[]) and signed_at is not null`.execute(db);
  return rows.map(normOf);
}

export async function selectNorm(db: Database, id: string): Promise<Norm | null> {
  const row = await ordersTables(db).selectFrom('orders_norm').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? normOf(row) : null;
}

/** Its code is its id, and stays. */
export async function insertNorm(db: Database, norm: Norm, addedAt: Date): Promise<void> {
  await ordersTables(db)
    .insertInto('orders_norm')
    .values({ id: norm.code, ...rowOf(norm), created_at: addedAt })
    .execute();
}

export async function updateNorm(db: Database, norm: Norm): Promise<void> {
  await ordersTables(db).updateTable('orders_norm').set(rowOf(norm)).where('id', '=', norm.code).execute();
}

export async function deleteNorm(db: Database, id: string): Promise<void> {
  await ordersTables(db).deleteFrom('orders_norm').where('id', '=', id).execute();
}
