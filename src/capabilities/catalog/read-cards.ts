import { RequestError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { Context } from '../../platform/context.ts';
import type { Card } from './card.ts';
import { selectCard, selectCardOfResource, selectNewest, selectNumbers } from './card-store.ts';

/** The catalog in numbers, for the home page: published datasets only. */
export interface CatalogNumbers {
  readonly datasets: number;
  readonly resources: number;
  /** Rows of all tables together. */
  readonly rows: number;
  /** Units with at least one dataset. */
  readonly units: number;
  /** ISO 8601 instant of the latest change; null in an empty catalog. */
  readonly changedAt: string | null;
}

/**
 * The card of a dataset in any state, or null. An earlier slug finds it too: compare `card.slug` with the asked one to lead people
 * to the present address.
 */
export async function findCard(ctx: Context, slugOrId: string): Promise<Card | null> {
  const asked = slugOrId.toLowerCase();
  const byId = isId(asked) ? await selectCard(ctx.db, { id: asked }) : null;
  return byId ?? selectCard(ctx.db, { slug: asked });
}

/** The same; throws `not-found` (`no-such-dataset`). */
export async function loadCard(ctx: Context, slugOrId: string): Promise<Card> {
  const card = await findCard(ctx, slugOrId);
  if (card) return card;
  throw new RequestError('not-found', 'no-such-dataset', {
    uk: 'Набору за такою адресою немає. Перевірте адресу або скористайтеся пошуком.',
    en: 'There is no dataset at this address. Check the address or use the search.',
  });
}

/** The card that shows this resource now, or null. */
export async function findCardOfResource(ctx: Context, resourceId: string): Promise<Card | null> {
  return isId(resourceId) ? selectCardOfResource(ctx.db, resourceId) : null;
}

/** The latest changed published cards. */
export function newestCards(ctx: Context, n: number): Promise<Card[]> {
  return selectNewest(ctx.db, n);
}

/** How much is published; zeros before the first dataset. Needs no permission. */
export async function catalogNumbers(ctx: Context): Promise<CatalogNumbers> {
  const row = await selectNumbers(ctx.db);
  return {
    datasets: row?.datasets ?? 0,
    resources: row?.resources ?? 0,
    rows: row?.rows ?? 0,
    units: row?.units ?? 0,
    changedAt: row?.changed_at?.toISOString() ?? null,
  };
}
