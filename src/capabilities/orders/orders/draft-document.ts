import { dottedDay } from '../../../language/citations/index.ts';
import type { Context } from '../../../platform/context.ts';
import type { DocumentPart, OfficeDocument } from '../../../platform/documents/index.ts';
import { communityProfile } from '../../accounts/index.ts';
import type { EffectWords, OrderEffectKind } from '../effects/effect.ts';
import type { Order } from './order.ts';
import { openOrder } from './read-orders.ts';

const HEADINGS: Readonly<Record<Order['kind'], string>> = {
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

/**
 * The draft of an order as a document to sign: letterhead with blanks for date and number, grounds, a clause for each effect and each typed line,
 * control, signature, agreement, annexes. Made anew each time from what stands today. Needs `dataset.view-internal`.
 */
export async function draftDocument(
  ctx: Context,
  id: string,
  kinds: readonly OrderEffectKind[],
): Promise<OfficeDocument> {
  const { order, effects } = await openOrder(ctx, id);
  const community = (await communityProfile(ctx))?.name ?? '';
  const words: EffectWords[] = [];
  for (const effect of effects) {
    const kind = kinds.find((one) => one.kind === effect.kind);
    if (kind) words.push(await kind.describe(ctx, effect));
  }
  return {
    title: HEADINGS[order.kind],
    above: community,
    language: 'uk',
    parts: [...body(order, words), ...annexes(order, words)],
  };
}

const paragraph = (text: string): DocumentPart => ({ kind: 'paragraph', text });

function body(order: Order, words: readonly EffectWords[]): DocumentPart[] {
  const date = order.date ? dottedDay(order.date) : '____________';
  const numbered = words.filter(({ annex }) => annex !== null);
  const clauses = [
    ...words.map((one) => one.clause.replace('згідно з додатком', annexCited(numbered, one))),
    ...order.clauses,
    ...(order.controller.name || order.controller.post ? [controlClause(order)] : []),
  ];
  return [
    paragraph(`від ${date}   № ${order.number || '________'}`),
    { kind: 'heading', text: order.title },
    ...(order.grounds.length > 0 ? [paragraph(`Відповідно до ${order.grounds.join(', ')}:`)] : []),
    ...clauses.map((clause, at) => paragraph(`${at + 1}. ${clause.replace(/[.;]?$/, '.')}`)),
    { kind: 'signature', post: order.signatory.post || '(посада)', name: order.signatory.name || '(ім’я, прізвище)' },
    ...(order.agreedBy.length > 0 ? [paragraph('ПОГОДЖЕНО:')] : []),
    ...order.agreedBy.map(({ post, name }): DocumentPart => ({ kind: 'signature', post, name })),
    ...(order.executor.name ? [paragraph([order.executor.name, order.executor.phone].filter(Boolean).join(' '))] : []),
  ];
}

function controlClause({ controller }: Order): string {
  return `Контроль за виконанням покласти на: ${[controller.post, controller.name].filter(Boolean).join(' ')}`;
}

/** «згідно з додатком», or «додатком 2» where there are several. */
function annexCited(numbered: readonly EffectWords[], one: EffectWords): string {
  return numbered.length > 1 ? `згідно з додатком ${numbered.indexOf(one) + 1}` : 'згідно з додатком';
}

function annexes(order: Order, words: readonly EffectWords[]): DocumentPart[] {
  const all = words.flatMap(({ annex }) => (annex ? [annex] : []));
  return all.flatMap((annex, at): DocumentPart[] => [
    { kind: 'heading', text: all.length > 1 ? `Додаток ${at + 1}` : 'Додаток' },
    paragraph(`${annex.title} (до документа «${order.title}»)`),
    {
      kind: 'table',
      heading: ['№', ...annex.heading],
      rows: annex.rows.map((row, n) => [String(n + 1), ...row]),
      shares: [1, ...annex.heading.map(() => 4)],
    },
  ]);
}
