import { closeDocument, makeDocument, openFile, setWording } from '../../capabilities/documents/index.ts';
import { gatherEvidence, statementRecipe } from '../../capabilities/evidence/index.ts';
import { addDays, dayOf } from '../../kernel/dates.ts';
import type { Context } from '../../platform/context.ts';
import { evidenceAddresses } from '../evidence-addresses.ts';

/** Evidence of what the example has done, a statement signed with its file, one more waiting, and cases of a name written by hand. */
export async function fillDocuments(ctx: Context): Promise<number> {
  await gatherEvidence(ctx, evidenceAddresses);
  const today = dayOf(ctx.clock.now());
  const from = `${today.slice(0, 4)}-01-01`;
  const signed = await makeDocument(ctx, statementRecipe, { from, to: today });
  const { bytes } = await openFile(ctx, signed);
  const file = { name: 'Довідка підписана.docx', bytes };
  await closeDocument(ctx, signed.id, { number: '01-12/7', date: today }, file);
  const month = { from: addDays(today, -30), to: today, proves: 'data-updated' };
  await makeDocument(ctx, statementRecipe, month);
  await setWording(ctx, {
    kind: 'name',
    words: 'Ганна Мальва',
    cases: { genitive: 'Ганни Мальви', dative: 'Ганні Мальві', accusative: 'Ганну Мальву', ablative: 'Ганною Мальвою' },
  });
  return 2;
}
