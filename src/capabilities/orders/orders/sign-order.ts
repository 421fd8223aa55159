import { dayOf } from '../../../kernel/dates.ts';
import { refuseFaults } from '../../../kernel/errors.ts';
import { parseOrderLine } from '../../../language/citations/index.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { permit } from '../../accounts/index.ts';
import { closeDocumentsOf, reopenDocumentsOf } from '../../documents/index.ts';
import { record } from '../../history/index.ts';
import type { OrderEffectKind } from '../effects/effect.ts';
import { selectEffects, setEffectForce } from '../effects/effect-store.ts';
import { unknownEffect, wrongState } from '../refusals.ts';
import { draftsOf } from './draft-form.ts';
import { endForceOf } from './end-order.ts';
import { isInForce, type Order, type OrderWish } from './order.ts';
import { factsOf, orderFaults, signingFaults, tidyOrder } from './order-rules.ts';
import { selectWhole, updateOrder } from './order-store.ts';
import { loadOrder } from './read-orders.ts';
import { createOrder, refuseDouble, subjectOf } from './write-order.ts';

/** What the signed paper says; usually parsed of one pasted line, then looked over. */
export type SignedFacts = Pick<OrderWish, 'kind' | 'issuer' | 'number' | 'date' | 'title'> & {
  /** Some papers have none: letters, minutes. */
  readonly withoutNumber?: boolean;
};

/**
 * The order is signed: its number and date are known, and all its effects become lawful at once, in this one transaction; documents it takes the
 * place of lose their force on its day. Needs `city.manage`. Throws `forbidden`, `not-found`, `invalid`, `conflict`.
 * @param signed one line, or its fields; what the line leaves out stays as the draft says
 * @param kinds every kind of effect there is
 */
export function signOrder(
  ctx: Context,
  id: string,
  signed: string | SignedFacts,
  kinds: readonly OrderEffectKind[],
): Promise<Order> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'city.manage', null);
    const before = await loadOrder(inner, id, true);
    if (before.signedAt !== null)
      throw wrongState({ uk: 'Цей документ уже підписано.', en: 'This document is signed already.' });
    return await carryOut(inner, before, factsOfSigned(before, signed), kinds);
  });
}

/** A signed document that had no draft here: only the line, a scan to follow. Its effects, if any, are added by `kinds` later documents. */
export function enterSignedOrder(ctx: Context, wish: OrderWish, withoutNumber = false): Promise<Order> {
  return transaction(ctx, async (inner) => {
    const draft = await createOrder(inner, wish);
    return await carryOut(inner, draft, { ...wish, withoutNumber }, []);
  });
}

function factsOfSigned(draft: Order, signed: string | SignedFacts): SignedFacts {
  if (typeof signed !== 'string') return signed;
  const line = parseOrderLine(signed);
  return {
    kind: line.kind ?? draft.kind,
    issuer: line.issuer || draft.issuer,
    number: line.number,
    date: line.date,
    title: line.title || draft.title,
  };
}

async function carryOut(
  ctx: Context,
  before: Order,
  { withoutNumber = false, ...facts }: SignedFacts,
  kinds: readonly OrderEffectKind[],
): Promise<Order> {
  const now = ctx.clock.now();
  const state = before.public ? 'published' : 'signed';
  const order: Order = { ...before, ...tidyOrder({ ...before, ...facts }), state, signedAt: now };
  refuseFaults([...orderFaults(order), ...signingFaults(order, dayOf(now), withoutNumber)]);
  await refuseDouble(ctx, order);
  await updateOrder(ctx.db, order);
  const effects = await selectEffects(ctx.db, order.id);
  const lawfulFrom = order.from ?? order.date ?? dayOf(now);
  for (const effect of effects) {
    const kind = kinds.find((one) => one.kind === effect.kind);
    if (!kind) throw unknownEffect(effect.kind);
    const kept = await kind.makeLawful(ctx, effect, order);
    await setEffectForce(ctx.db, effect.id, { lawfulFrom, endedOn: null, kept: kept ?? null });
  }
  for (const tie of order.ties) await feelTie(ctx, order, tie, kinds);
  const line = { number: order.number, date: order.date ?? dayOf(now) };
  await closeDocumentsOf(ctx, draftsOf(order.id), line);
  const after = { ...factsOf(order), effects: effects.length };
  await record(ctx, { deed: 'order.signed', subject: subjectOf(order), before: factsOf(before), after });
  return order;
}

async function feelTie(
  ctx: Context,
  order: Order,
  { kind, orderId }: Order['ties'][number],
  kinds: readonly OrderEffectKind[],
): Promise<void> {
  const other = await loadOrder(ctx, orderId, true);
  // a draft has no force to lose, and what has lost it keeps its own last day
  if (!isInForce(other.state)) return;
  if (kind === 'supersedes') {
    await endForceOf(ctx, other, { day: order.from ?? order.date ?? dayOf(ctx.clock.now()), note: order.title }, kinds);
  } else if (other.state !== 'amended') {
    await updateOrder(ctx.db, { ...other, state: 'amended' });
    await record(ctx, { deed: 'order.amended', subject: subjectOf(other), note: order.title });
  }
}

/**
 * Takes the signing back, where a wrong line was entered: effects stand as before it. Needs `city.manage`. Throws `conflict` where the order is not
 * signed, or other documents lost their force by it.
 */
export function undoSigning(ctx: Context, id: string, kinds: readonly OrderEffectKind[]): Promise<Order> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'city.manage', null);
    const before = await loadOrder(inner, id, true);
    refuseToUndo(before);
    for (const effect of await selectEffects(inner.db, id)) {
      const kind = kinds.find((one) => one.kind === effect.kind);
      if (!kind) throw unknownEffect(effect.kind);
      await kind.takeBack(inner, effect);
      await setEffectForce(inner.db, effect.id, { lawfulFrom: null, endedOn: null, kept: null });
    }
    for (const { orderId } of before.ties) {
      const other = await loadOrder(inner, orderId, true);
      if (other.state === 'amended' && !(await isAmendedByOthers(inner, orderId, id)))
        await updateOrder(inner.db, { ...other, state: other.public ? 'published' : 'signed' });
    }
    const order: Order = { ...before, state: 'signing', signedAt: null };
    await updateOrder(inner.db, order);
    await reopenDocumentsOf(inner, draftsOf(id));
    await record(inner, { deed: 'order.signing-undone', subject: subjectOf(order), before: factsOf(before) });
    return order;
  });
}

async function isAmendedByOthers(ctx: Context, id: string, exceptId: string): Promise<boolean> {
  const whole = await selectWhole(ctx.db, id);
  return (whole?.tiedBy ?? []).some(
    ({ kind, order }) => kind === 'amends' && order.id !== exceptId && isInForce(order.state),
  );
}

function refuseToUndo(order: Order): void {
  if (order.signedAt === null || order.state === 'ended') {
    throw wrongState({
      uk: 'Скасувати можна лише підписання чинного документа.',
      en: 'Only the signing of a document in force can be undone.',
    });
  }
  if (order.ties.some(({ kind }) => kind === 'supersedes')) {
    throw wrongState({
      uk: 'Через цей документ інший втратив чинність, тож підписання не скасувати. Внесіть новий документ.',
      en: 'Another document lost its force by this one, so its signing cannot be undone. Enter a new document.',
    });
  }
}
