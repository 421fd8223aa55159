import { z } from 'zod';
import { dottedDay } from '../../../language/citations/index.ts';
import type { Context } from '../../../platform/context.ts';
import type { DocumentData } from '../../../platform/documents/index.ts';
import { communityProfile } from '../../accounts/index.ts';
import { type Composed, defineRecipe, fillForm, inCases, type Recipe } from '../../documents/index.ts';
import type { EffectWords, OrderEffectKind } from '../effects/effect.ts';
import { orderDraftForm } from './draft-form.ts';
import type { Order } from './order.ts';
import { openOrder } from './read-orders.ts';

const KIND_NAMES: Readonly<Record<Order['kind'], string>> = {
  'mayor-order': 'РОЗПОРЯДЖЕННЯ',
  'executive-decision': 'РІШЕННЯ',
  'council-decision': 'РІШЕННЯ',
  'unit-order': 'НАКАЗ',
  instruction: 'ДОРУЧЕННЯ',
  'letter-out': 'ЛИСТ',
  'letter-in': 'ЛИСТ',
  minutes: 'ПРОТОКОЛ',
  agreement: 'ДОГОВІР',
  regulation: 'ПОЛОЖЕННЯ',
};

/** The draft of an order as a document that is kept: its facts at one moment, edited in Word and given back. */
export function orderDraftRecipe(kinds: readonly OrderEffectKind[]): Recipe {
  return defineRecipe<{ orderId: string }>({
    ...orderDraftForm,
    deed: 'city.manage',
    params: z.object({ orderId: z.string() }),
    placeOf: () => null,
    compose: (ctx, { orderId }) => composeDraft(ctx, orderId, kinds),
  });
}

/** The same written at once and not kept, as DOCX. Needs `dataset.view-internal`. Throws `not-found`. */
export async function draftDocument(
  ctx: Context,
  id: string,
  kinds: readonly OrderEffectKind[],
): Promise<Uint8Array<ArrayBuffer>> {
  return fillForm(ctx, orderDraftForm, (await composeDraft(ctx, id, kinds)).data);
}

/** A clause for each effect and each typed line, annexes of the effects that have them. */
async function composeDraft(ctx: Context, id: string, kinds: readonly OrderEffectKind[]): Promise<Composed> {
  const { order, effects } = await openOrder(ctx, id);
  const community = (await communityProfile(ctx))?.name ?? '';
  const words: EffectWords[] = [];
  for (const effect of effects) {
    const kind = kinds.find((one) => one.kind === effect.kind);
    if (kind) words.push(await kind.describe(ctx, effect));
  }
  const data: DocumentData = {
    community,
    kind: KIND_NAMES[order.kind],
    date: order.date ? dottedDay(order.date) : '____________',
    number: order.number || '________',
    title: order.title,
    grounds: order.grounds.join(', '),
    clauses: (await clausesOf(ctx, order, words)).map((text, at) => ({
      n: String(at + 1),
      text: text.replace(/[.;]?$/, '.'),
    })),
    post: order.signatory.post || '(посада)',
    name: order.signatory.name || '(ім’я, прізвище)',
    agreed: order.agreedBy.map(({ post, name }) => ({ post, name })),
    executor: [order.executor.name, order.executor.phone].filter(Boolean).join(', '),
    annexes: annexesOf(order, words),
  };
  return { title: `Проєкт: ${order.title}`, data };
}

async function clausesOf(ctx: Context, order: Order, words: readonly EffectWords[]): Promise<string[]> {
  const numbered = words.filter(({ annex }) => annex !== null);
  const { post, name } = order.controller;
  const parts = [
    post === '' ? '' : (await inCases(ctx, 'post', post)).accusative,
    name === '' ? '' : (await inCases(ctx, 'name', name)).accusative,
  ];
  const control = parts.filter(Boolean).join(' ');
  return [
    ...words.map((one) => one.clause.replace('згідно з додатком', annexCited(numbered, one))),
    ...order.clauses,
    ...(control === '' ? [] : [`Контроль за виконанням покласти на ${control}`]),
  ];
}

/** «згідно з додатком», or «додатком 2» where there are several. */
function annexCited(numbered: readonly EffectWords[], one: EffectWords): string {
  return numbered.length > 1 ? `згідно з додатком ${numbered.indexOf(one) + 1}` : 'згідно з додатком';
}

function annexesOf(order: Order, words: readonly EffectWords[]): DocumentData[] {
  const all = words.flatMap(({ annex }) => (annex ? [annex] : []));
  return all.map((annex, at) => ({
    name: all.length > 1 ? `Додаток ${at + 1}` : 'Додаток',
    to: `до документа «${order.title}»`,
    title: annex.title,
    table: {
      heading: ['№', ...annex.heading],
      rows: annex.rows.map((row, n) => [String(n + 1), ...row]),
      shares: [1, ...annex.heading.map(() => 4)],
    },
  }));
}
