import { findCitations } from '../../../language/citations/index.ts';
import type { Context } from '../../../platform/context.ts';
import type { OrderRef } from '../orders/order.ts';
import { selectOrdersByNumber } from '../orders/order-store.ts';
import { type CitationFinding, judgeCitations } from './judge-citations.ts';
import { listNorms } from './manage-norms.ts';
import type { Norm } from './norm.ts';

/** Longer texts are read up to here, characters. */
const LONGEST = 400_000;

/**
 * What a text's citations say wrongly: dates and numbers of known norms and of the community's own signed orders, laws that lost their force.
 * Open to all. Two statements at the most, none where the text cites nothing.
 */
export async function checkCitations(ctx: Context, text: string): Promise<CitationFinding[]> {
  const read = text.slice(0, LONGEST);
  const citations = findCitations(read);
  if (citations.length === 0) return [];
  const numbers = [...new Set(citations.map(({ number }) => number).filter((number) => number !== ''))];
  const [norms, orders] = await Promise.all([listNorms(ctx), selectOrdersByNumber(ctx.db, numbers)]);
  return judgeCitations(read, citations, [...norms, ...orders.map(normOfOrder)]);
}

function normOfOrder({ id, kind, issuer, title, date, number }: OrderRef): Norm {
  return {
    code: id,
    kind,
    issuer,
    title,
    date,
    number,
    address: '',
    edition: '',
    articles: [],
    local: true,
    public: false,
    replacedBy: null,
  };
}
