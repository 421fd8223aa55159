import { type Context, transaction } from '../../platform/context.ts';
import type { Card } from './card.ts';
import { selectCard, touchCard } from './card-store.ts';
import { cardFormats } from './card-words.ts';
import { writeCard } from './write-card.ts';

/**
 * Shows new rows of a published dataset: numbers and instants of its card change, its words do not, so search is not indexed anew. A card
 * of another passport, or whose formats changed, is written whole. Called as `writeCard` is.
 */
export function refreshCard(ctx: Context, card: Card): Promise<void> {
  return transaction(ctx, async (tx) => {
    const before = await selectCard(tx.db, { id: card.datasetId });
    const same = before?.state === 'published' && card.state === 'published' && mark(before) === mark(card);
    if (same) await touchCard(tx.db, card);
    else await writeCard(tx, card);
  });
}

/** All of a card that search and facets are made of. */
function mark(card: Card): string {
  const words = card.resources.map(({ id, title, fields }) => [id, title, fields]);
  return JSON.stringify([card.slug, card.unit, card.passport, cardFormats(card), words]);
}
