import { sql } from 'kysely';
import type { Day } from '../../../kernel/dates.ts';
import type { Database } from '../../../platform/context.ts';
import type { OrderRef } from '../orders/order.ts';
import { json, type OrdersTables, ordersTables } from '../orders-tables.ts';
import type { OrderEffect } from './effect.ts';

/** An effect of its row. */
export function effectOf(row: OrdersTables['orders_effect']): OrderEffect {
  return {
    id: row.id,
    orderId: row.order_id,
    kind: row.kind,
    subjectIds: row.subject_ids,
    terms: row.terms,
    preparedOn: row.prepared_on,
    lawfulFrom: row.lawful_from,
    endedOn: row.ended_on,
    kept: row.kept,
  };
}

export async function insertEffect(db: Database, effect: OrderEffect): Promise<void> {
  await ordersTables(db)
    .insertInto('orders_effect')
    .values({
      id: effect.id,
      order_id: effect.orderId,
      kind: effect.kind,
      subject_ids: [...effect.subjectIds],
      terms: json(effect.terms),
      prepared_on: effect.preparedOn,
      lawful_from: effect.lawfulFrom,
      ended_on: effect.endedOn,
      kept: effect.kept === null ? null : json(effect.kept),
    })
    .execute();
}

/** Effects of an order, in the order they were prepared. */
export async function selectEffects(db: Database, orderId: string): Promise<OrderEffect[]> {
  const rows = await ordersTables(db)
    .selectFrom('orders_effect')
    .selectAll()
    .where('order_id', '=', orderId)
    .orderBy('id')
    .execute();
  return rows.map(effectOf);
}

/** False where this order has no such effect. */
export async function deleteEffect(db: Database, orderId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await ordersTables(db)
    .deleteFrom('orders_effect')
    .where('id', '=', id)
    .where('order_id', '=', orderId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** What came of the effect: ids of what it made or changed. */
export async function setEffectSubjects(db: Database, id: string, subjectIds: readonly string[]): Promise<void> {
  await ordersTables(db)
    .updateTable('orders_effect')
    .set({ subject_ids: [...subjectIds] })
    .where('id', '=', id)
    .execute();
}

/** Null days: prepared again, as before its signing. */
export async function setEffectForce(
  db: Database,
  id: string,
  force: { readonly lawfulFrom: Day | null; readonly endedOn: Day | null; readonly kept: unknown },
): Promise<void> {
  await ordersTables(db)
    .updateTable('orders_effect')
    .set({
      lawful_from: force.lawfulFrom,
      ended_on: force.endedOn,
      kept: force.kept === null || force.kept === undefined ? null : json(force.kept),
    })
    .where('id', '=', id)
    .execute();
}

/** An order somebody's fact stands on (`lawfulFrom` a day) or waits for (null). */
export type GroundOrder = OrderRef & { readonly lawfulFrom: Day | null };

/** By kind, which order each subject stands on or waits for; the newest wins, effects that ended are left out. */
export async function selectGrounds(
  db: Database,
  only: { readonly kind: string; readonly subjectIds: readonly string[] } | null = null,
): Promise<ReadonlyMap<string, ReadonlyMap<string, GroundOrder>>> {
  const { rows } =
    await sql<GroundRow>`select distinct on (effect.kind, subject.id) effect.kind as effect_kind, subject.id as subject_id,
      effect.lawful_from, papers.id, papers.kind, papers.issuer, papers.number, papers.day, papers.title, papers.state
    from orders_effect effect
    cross join unnest(effect.subject_ids) as subject(id)
    join orders_order papers on papers.id = effect.order_id
    where effect.ended_on is null
      and (${only === null} or (effect.kind = ${only?.kind ?? ''} and subject.id = any(${[...(only?.subjectIds ?? [])]}::text[])))
    order by effect.kind, subject.id, effect.lawful_from desc nulls last, effect.id desc`.execute(db);
  const grounds = new Map<string, Map<string, GroundOrder>>();
  for (const { effect_kind, subject_id, lawful_from: lawfulFrom, day: date, ...order } of rows) {
    const ofKind = grounds.get(effect_kind) ?? new Map<string, GroundOrder>();
    ofKind.set(subject_id, { ...order, date, lawfulFrom });
    grounds.set(effect_kind, ofKind);
  }
  return grounds;
}

interface GroundRow extends Omit<OrderRef, 'date'> {
  readonly effect_kind: string;
  readonly subject_id: string;
  readonly lawful_from: Day | null;
  readonly day: Day | null;
}
