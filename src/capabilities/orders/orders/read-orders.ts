import { addDays, type Day, dayOf } from '../../../kernel/dates.ts';
import { isId } from '../../../kernel/ids.ts';
import type { Context } from '../../../platform/context.ts';
import { askTogether } from '../../../platform/database/ask-together.ts';
import { orderGraceDays, orderGraceQuestion, permit } from '../../accounts/index.ts';
import type { OrderEffect } from '../effects/effect.ts';
import { effectOf } from '../effects/effect-store.ts';
import { noSuchOrder } from '../refusals.ts';
import type { Order, OrderRef } from './order.ts';
import type { OrderFile } from './order-file.ts';
import { fileOf, selectFiles } from './order-file-store.ts';
import { graceEnd } from './order-rules.ts';
import {
  type ListedOrder,
  type OrderQuestion,
  ordersQuestion,
  selectOrder,
  selectOrders,
  selectOrdersById,
  selectWhole,
  selectYears,
  type TiedOrder,
} from './order-store.ts';

/** A page of orders, the newest first, and how many there are. Needs `dataset.view-internal`. */
export async function listOrders(
  ctx: Context,
  question: OrderQuestion,
  paging: { readonly page: number; readonly size: number },
): Promise<{ orders: ListedOrder[]; total: number }> {
  await permit(ctx, 'dataset.view-internal');
  return selectOrders(ctx.db, question, paging);
}

/** Years of the documents, the newest first. Needs `dataset.view-internal`. */
export async function yearsOfOrders(ctx: Context): Promise<number[]> {
  await permit(ctx, 'dataset.view-internal');
  return selectYears(ctx.db);
}

/** An order with all that belongs to it. */
export interface OpenedOrder {
  readonly order: Order;
  readonly effects: readonly OrderEffect[];
  readonly files: readonly OrderFile[];
  /** What this one changes or takes the place of. */
  readonly ties: readonly TiedOrder[];
  /** Those that change this one or took its place. */
  readonly tiedBy: readonly TiedOrder[];
  /** By when its waiting effects need it; null: none waits. */
  readonly due: Day | null;
}

/** The order's page. Needs `dataset.view-internal`. Throws `not-found`, `forbidden`. */
export async function openOrder(ctx: Context, id: string): Promise<OpenedOrder> {
  await permit(ctx, 'dataset.view-internal');
  const whole = isId(id) ? await selectWhole(ctx.db, id) : null;
  if (!whole) throw noSuchOrder();
  const { order, ties, tiedBy } = whole;
  const effects = whole.effects.map(effectOf);
  const waiting = effects.filter(({ lawfulFrom, endedOn }) => lawfulFrom === null && endedOn === null);
  const since = waiting.map(({ preparedOn }) => preparedOn).toSorted()[0];
  const due = since ? graceEnd(since, await orderGraceDays(ctx)) : null;
  return { order, effects, files: whole.files.map(fileOf), ties, tiedBy, due };
}

/** The order as others name it; null: there is none. Open to use cases; asks no right. */
export async function findOrder(ctx: Context, id: string): Promise<OrderRef | null> {
  return isId(id) ? ((await selectOrdersById(ctx.db, [id]))[0] ?? null) : null;
}

/** @param lock nobody else changes it until the transaction ends. Throws `not-found`. */
export async function loadOrder(ctx: Context, id: string, lock = false): Promise<Order> {
  const order = isId(id) ? await selectOrder(ctx.db, id, lock) : null;
  if (!order) throw noSuchOrder();
  return order;
}

/** An unsigned order whose effects have worked longer than the grace lets them. */
export interface OverdueOrder extends ListedOrder {
  readonly due: Day;
}

/** Orders whose grace is over: a fault on the coordinator's desk, never a block. Needs `city.manage`. */
export async function overdueOrders(ctx: Context): Promise<OverdueOrder[]> {
  await permit(ctx, 'city.manage', null);
  const { waiting, graceDays } = await askTogether(ctx, {
    waiting: ordersQuestion({ states: ['draft', 'signing'] }, { page: 1, size: 200 }),
    graceDays: orderGraceQuestion,
  });
  const today = dayOf(ctx.clock.now());
  return waiting.orders.flatMap((order) => {
    // a term of working days is never shorter than as many days
    if (order.waitingSince === null || addDays(order.waitingSince, graceDays) > today) return [];
    const due = graceEnd(order.waitingSince, graceDays);
    return due < today ? [{ ...order, due }] : [];
  });
}

/** Orders anybody may read, with their public files. Open to all. */
export async function publicOrders(ctx: Context): Promise<{ order: ListedOrder; files: OrderFile[] }[]> {
  const question = { public: true, states: ['published', 'amended', 'ended'] } as const;
  const { orders } = await selectOrders(ctx.db, question, { page: 1, size: 500 });
  const files = await selectFiles(
    ctx.db,
    orders.map(({ id }) => id),
  );
  return orders.map((order) => ({ order, files: files.filter((file) => file.orderId === order.id && file.public) }));
}
