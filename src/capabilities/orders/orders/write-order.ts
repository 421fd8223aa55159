import { refuseFaults } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { permit } from '../../accounts/index.ts';
import { record } from '../../history/index.ts';
import { orderIsThere, wrongState } from '../refusals.ts';
import type { Order, OrderTie, OrderWish } from './order.ts';
import { factsOf, orderFaults, orderInOneLine, tidyOrder } from './order-rules.ts';
import { deleteOrder, insertOrder, selectOrdersById, selectSameOrder, updateOrder } from './order-store.ts';
import { loadOrder } from './read-orders.ts';

export const subjectOf = (order: Order) => ({ kind: 'order', id: order.id, name: order.title });

/** Starts a draft; number and date come with the signature. Needs `city.manage`. Throws `forbidden`, `invalid`. */
export function createOrder(ctx: Context, wish: OrderWish): Promise<Order> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'city.manage', null);
    const now = inner.clock.now();
    const made = { state: 'draft', ties: [], createdAt: now, signedAt: null, endedOn: null, note: '' } as const;
    const order: Order = { id: newId(now.getTime()), ...tidyOrder(wish), ...made };
    refuseFaults(orderFaults(order));
    await refuseDouble(inner, order);
    await insertOrder(inner.db, order);
    await record(inner, { deed: 'order.created', subject: subjectOf(order), after: factsOf(order) });
    return order;
  });
}

/** Changes what an order says; of a signed one only what the signature does not hold: people, links, files, publicity. Throws as `createOrder`. */
export function changeOrder(ctx: Context, id: string, wish: OrderWish): Promise<Order> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'city.manage', null);
    const before = await loadOrder(inner, id, true);
    const order: Order = { ...before, ...tidyOrder(wish), public: before.public };
    refuseFaults(orderFaults(order));
    if (before.signedAt !== null && order.date === null) {
      const text = { uk: 'У підписаного документа є дата. Допишіть її.', en: 'A signed document has a date. Add it.' };
      refuseFaults([{ field: 'date', text }]);
    }
    await refuseDouble(inner, order);
    await updateOrder(inner.db, order);
    await record(inner, {
      deed: 'order.changed',
      subject: subjectOf(order),
      before: factsOf(before),
      after: factsOf(order),
    });
    return order;
  });
}

/** Refuses a second document of the same issuer, kind, number and date. Throws `conflict` with the field `number`. */
export async function refuseDouble(ctx: Context, order: Order): Promise<void> {
  const same = await selectSameOrder(ctx.db, order);
  if (same) throw orderIsThere(orderInOneLine(same));
}

/** Says which documents this one changes or takes the place of; they feel it when it is signed. Only before that. */
export function tieOrder(ctx: Context, id: string, ties: readonly OrderTie[]): Promise<Order> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'city.manage', null);
    const before = await loadOrder(inner, id, true);
    if (before.signedAt !== null) throw signedAlready();
    const others = await selectOrdersById(
      inner.db,
      ties.map(({ orderId }) => orderId),
    );
    const known = ties.filter(({ orderId }) => orderId !== id && others.some((other) => other.id === orderId));
    const order = { ...before, ties: known };
    await updateOrder(inner.db, order);
    const after = known.map(({ kind, orderId }) => `${kind} ${others.find((other) => other.id === orderId)?.title}`);
    await record(inner, { deed: 'order.tied', subject: subjectOf(order), after: { ties: after } });
    return order;
  });
}

/** Draft ↔ on signing: nobody waits for a draft. */
export function moveToSigning(ctx: Context, id: string, signing: boolean): Promise<Order> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'city.manage', null);
    const before = await loadOrder(inner, id, true);
    if (before.signedAt !== null) throw signedAlready();
    const order: Order = { ...before, state: signing ? 'signing' : 'draft' };
    if (order.state === before.state) return before;
    await updateOrder(inner.db, order);
    const deed = signing ? 'order.sent-to-sign' : 'order.back-to-draft';
    await record(inner, { deed, subject: subjectOf(order) });
    return order;
  });
}

/** Removes an order nobody has signed; what it was to make lawful stays as it was, waiting. Throws `conflict` for a signed one. */
export function removeOrder(ctx: Context, id: string): Promise<void> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'city.manage', null);
    const order = await loadOrder(inner, id, true);
    if (order.signedAt !== null) throw signedAlready();
    await deleteOrder(inner.db, id);
    await record(inner, { deed: 'order.removed', subject: subjectOf(order), before: factsOf(order) });
  });
}

const signedAlready = () =>
  wrongState({
    uk: 'Документ уже підписано. Скасуйте підписання, якщо його внесли помилково.',
    en: 'The document is signed already. Undo the signing if it was entered by mistake.',
  });
