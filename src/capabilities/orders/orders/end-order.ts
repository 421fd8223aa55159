import { type Day, dayOf, isDay } from '../../../kernel/dates.ts';
import { refuseFaults } from '../../../kernel/errors.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { permit } from '../../accounts/index.ts';
import { record } from '../../history/index.ts';
import type { OrderEffectKind } from '../effects/effect.ts';
import { selectEffects, selectGrounds, setEffectForce } from '../effects/effect-store.ts';
import { unknownEffect, wrongState } from '../refusals.ts';
import { isInForce, type Order } from './order.ts';
import { factsOf } from './order-rules.ts';
import { updateOrder } from './order-store.ts';
import { loadOrder } from './read-orders.ts';
import { subjectOf } from './write-order.ts';

/** What an order that lost its force left without a ground, a line each. */
export interface EndedOrder {
  readonly order: Order;
  readonly left: readonly string[];
}

/**
 * The order is in force no more from that day: its effects end, and what stands on nothing now is listed. What another order in force carries is
 * left alone. A day to come is refused. Needs `city.manage`. Throws `forbidden`, `not-found`, `invalid` (`endedOn`), `conflict` (not in force).
 */
export function endOrder(
  ctx: Context,
  id: string,
  end: { readonly day: Day; readonly note: string },
  kinds: readonly OrderEffectKind[],
): Promise<EndedOrder> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'city.manage', null);
    const before = await loadOrder(inner, id, true);
    if (!isInForce(before.state)) {
      throw wrongState({ uk: 'Цей документ не чинний, завершувати нічого.', en: 'This document is not in force.' });
    }
    // what an end takes away is taken at once, so a day to come must be written down when it has come
    const today = dayOf(inner.clock.now());
    const wrong = !isDay(end.day) || end.day > today || (before.date !== null && end.day < before.date);
    if (wrong) {
      const text = {
        uk: 'Вкажіть день, з якого документ не діє: не раніший за дату документа й не пізніший за сьогодні.',
        en: 'Give the day from which it is not in force: not before the date of the document and not after today.',
      };
      refuseFaults([{ field: 'endedOn', text }]);
    }
    return await endForceOf(inner, before, end, kinds);
  });
}

/** The same without asking the right, in the transaction of the deed that causes it. */
export async function endForceOf(
  ctx: Context,
  before: Order,
  { day, note }: { readonly day: Day; readonly note: string },
  kinds: readonly OrderEffectKind[],
): Promise<EndedOrder> {
  const order: Order = { ...before, state: 'ended', endedOn: day, note: note.trim().slice(0, 2000) };
  await updateOrder(ctx.db, order);
  const left: string[] = [];
  for (const effect of await selectEffects(ctx.db, order.id)) {
    if (effect.endedOn !== null || effect.lawfulFrom === null) continue;
    await setEffectForce(ctx.db, effect.id, { lawfulFrom: effect.lawfulFrom, endedOn: day, kept: effect.kept });
    const grounds = await selectGrounds(ctx.db, { kind: effect.kind, subjectIds: effect.subjectIds });
    const grounded = grounds.get(effect.kind);
    const alone = effect.subjectIds.filter((id) => !grounded?.get(id)?.lawfulFrom);
    const kind = kinds.find((one) => one.kind === effect.kind);
    if (!kind) throw unknownEffect(effect.kind);
    if (alone.length > 0) left.push(...(await kind.endForce(ctx, { ...effect, subjectIds: alone }, day)));
  }
  const after = { ...factsOf(order), endedOn: day, left: left.length };
  await record(ctx, {
    deed: 'order.ended',
    subject: subjectOf(order),
    before: factsOf(before),
    after,
    note: order.note,
  });
  return { order, left };
}
