import type { Context } from '../../../platform/context.ts';
import { communityProfile } from '../../accounts/index.ts';
import { fillForm } from '../../documents/index.ts';
import { ANNEX_HEADING, registryAnnexForm } from './annex-form.ts';

/** Widths of the columns in relation to each other. */
const SHARES = [0.5, 1.2, 1.7, 2.2, 0.9, 0.9, 0.7, 1, 1.6, 1.4, 1.6];

/**
 * The annex as DOCX by the city's template. The caller has read the entries by its own right.
 * @param cells the ten fields of each entry in words, in their order
 * @param about whose registry it is, and the day in words
 */
export async function fillAnnex(
  ctx: Context,
  cells: readonly (readonly string[])[],
  about: { readonly holder: string; readonly day: string },
): Promise<Uint8Array<ArrayBuffer>> {
  const community = (await communityProfile(ctx))?.name ?? '';
  return fillForm(ctx, registryAnnexForm, {
    community,
    holder: about.holder || community,
    day: about.day,
    count: String(cells.length),
    entries: { heading: ANNEX_HEADING, rows: cells.map((row, at) => [String(at + 1), ...row]), shares: SHARES },
    post: '',
    name: '',
  });
}
