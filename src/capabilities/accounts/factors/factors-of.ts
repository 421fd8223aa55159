import type { Context } from '../../../platform/context.ts';
import { type FactorsView, selectFactors } from './factor-store.ts';

/** What a person's second step is made of; for their own page and for those who manage people. Asks no permission. */
export async function factorsOf(ctx: Context, personId: string): Promise<FactorsView> {
  return await selectFactors(ctx.db, personId);
}
