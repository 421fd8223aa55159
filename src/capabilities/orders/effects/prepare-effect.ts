import { dayOf } from '../../../kernel/dates.ts';
import { refuseFaults } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { type Context, once, transaction } from '../../../platform/context.ts';
import { permit } from '../../accounts/index.ts';
import { record } from '../../history/index.ts';
import type { OrderWish } from '../orders/order.ts';
import { loadOrder } from '../orders/read-orders.ts';
import { createOrder, subjectOf } from '../orders/write-order.ts';
import { wrongState } from '../refusals.ts';
import type { EffectWish, OrderEffect } from './effect.ts';
import {
  deleteEffect,
  type GroundOrder,
  insertEffect,
  selectEffects,
  selectGrounds,
  setEffectSubjects,
} from './effect-store.ts';

/**
 * Puts an effect on an unsigned order: it becomes lawful when the order is signed. Subjects of a kind that is there already with the same terms
 * join it. Needs `city.manage`. Throws `forbidden`, `not-found`, `conflict` (signed), `invalid` (no subject).
 */
export function prepareEffect(ctx: Context, orderId: string, wish: EffectWish): Promise<OrderEffect> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'city.manage', null);
    const order = await loadOrder(inner, orderId, true);
    if (order.signedAt !== null) throw signedAlready();
    const subjectIds = [...new Set(wish.subjectIds)];
    if (subjectIds.length === 0) refuseFaults([nothingTicked]);
    const now = inner.clock.now();
    const there = (await selectEffects(inner.db, orderId)).find(
      ({ kind, terms }) => kind === wish.kind && JSON.stringify(terms) === JSON.stringify(wish.terms),
    );
    const effect: OrderEffect = there
      ? { ...there, subjectIds: [...new Set([...there.subjectIds, ...subjectIds])] }
      : {
          id: newId(now.getTime()),
          orderId,
          kind: wish.kind,
          subjectIds,
          terms: wish.terms,
          preparedOn: dayOf(now),
          lawfulFrom: null,
          endedOn: null,
          kept: null,
        };
    if (there) await setEffectSubjects(inner.db, effect.id, effect.subjectIds);
    else await insertEffect(inner.db, effect);
    const after = { effect: effect.kind, subjects: effect.subjectIds.length };
    await record(inner, { deed: 'order.effect-prepared', subject: subjectOf(order), after });
    return effect;
  });
}

/**
 * Puts ticked facts on an order of their own, or on one that is being prepared. Needs `city.manage`. Throws as `prepareEffect`.
 * @param into an unsigned order, or what a new one says
 */
export function draftOrder(ctx: Context, into: string | OrderWish, effects: readonly EffectWish[]): Promise<string> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'city.manage', null);
    if (effects.length === 0) refuseFaults([nothingTicked]);
    const id = typeof into === 'string' ? into : (await createOrder(inner, into)).id;
    for (const effect of effects) await prepareEffect(inner, id, effect);
    return id;
  });
}

const nothingTicked = {
  field: 'subjects',
  text: { uk: 'Позначте хоча б один рядок.', en: 'Tick at least one line.' },
};

/** Takes an effect off an unsigned order; the fact itself stays, waiting. */
export function dropEffect(ctx: Context, orderId: string, effectId: string): Promise<void> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'city.manage', null);
    const order = await loadOrder(inner, orderId, true);
    if (order.signedAt !== null) throw signedAlready();
    if (await deleteEffect(inner.db, orderId, effectId)) {
      await record(inner, { deed: 'order.effect-dropped', subject: subjectOf(order) });
    }
  });
}

/**
 * The order each subject of a kind stands on (`lawfulFrom` a day) or waits for (null). One statement; without `subjectIds` one for all kinds of a
 * request.
 */
export async function ordersOfSubjects(
  ctx: Context,
  kind: string,
  subjectIds: readonly string[] | null = null,
): Promise<ReadonlyMap<string, GroundOrder>> {
  const grounds =
    subjectIds === null
      ? await once(ctx, 'orders.grounds', () => selectGrounds(ctx.db))
      : await selectGrounds(ctx.db, { kind, subjectIds });
  return grounds.get(kind) ?? new Map();
}

const signedAlready = () =>
  wrongState({
    uk: 'Документ уже підписано: нові наслідки потребують нового документа.',
    en: 'The document is signed already: new effects need a new document.',
  });
