import { type Dataset, mergePassport, type Passport } from '../../../capabilities/catalog/index.ts';
import { type CitationFinding, checkCitations, mendCitations } from '../../../capabilities/orders/index.ts';
import type { Context } from '../../../platform/context.ts';

/** Elements that cite laws and orders in words. */
const CITING = ['description', 'purpose', 'norm'] as const satisfies readonly (keyof Passport)[];

/** What the passport's citations say wrongly; most cite nothing, and then nothing is asked. */
export async function citationsOf(ctx: Context, passport: Passport): Promise<CitationFinding[]> {
  const found = await Promise.all(CITING.map((field) => checkCitations(ctx, passport[field] ?? '')));
  return found.flat();
}

/** Puts the right dates and numbers in their places. Throws as a change of the passport does. */
export async function mendPassportCitations(ctx: Context, { id, passport }: Dataset): Promise<void> {
  const mended: Partial<Record<(typeof CITING)[number], string>> = {};
  for (const field of CITING) {
    const text = passport[field] ?? '';
    const after = mendCitations(text, await checkCitations(ctx, text));
    if (after !== text) mended[field] = after;
  }
  if (Object.keys(mended).length > 0) await mergePassport(ctx, id, mended, {});
}
