import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';

/** Where a published dataset is, and since when its page says what it says. */
export interface CardAddress {
  readonly slug: string;
  readonly changedAt: Date;
}

/** Addresses of published datasets in a lasting order, for lists to machines. */
export async function cardAddresses(ctx: Context, offset: number, limit: number): Promise<CardAddress[]> {
  const { rows } = await sql<{ slug: string; changed_at: Date }>`
    select slug, changed_at from catalog_card where state = 'published'
    order by dataset_id limit ${limit} offset ${offset}`.execute(ctx.db);
  return rows.map(({ slug, changed_at }) => ({ slug, changedAt: changed_at }));
}
