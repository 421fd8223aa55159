import { RequestError } from '../../kernel/errors.ts';
import { type Context, transaction } from '../../platform/context.ts';
import { record } from '../history/index.ts';
import type { Dataset } from './dataset.ts';
import { stemsOf } from './dataset-rules.ts';
import { findNationalId, updateDataset } from './dataset-store.ts';
import { type ChangeOptions, openForChange, subjectOf } from './open-dataset.ts';
import { Passport } from './passport.ts';
import { tidyPassport } from './passport-more-rules.ts';
import { readDataset } from './read-datasets.ts';
import { invalidForm, invalidValues } from './refusals.ts';
import { slugOfPassport } from './slug-of-passport.ts';

/**
 * Writes the working copy's passport. A draft may be incomplete, only limits are held; the public sees it at the next publication.
 * Throws `invalid` (fields), `conflict` (changed meanwhile, withdrawn), `forbidden`.
 */
export function changePassport(
  ctx: Context,
  id: string,
  passport: Passport,
  options: ChangeOptions = {},
): Promise<Dataset> {
  return transaction(ctx, async (inner) => {
    const before = await openForChange(inner, id, options);
    const parsed = Passport.safeParse(passport);
    if (!parsed.success) throw invalidValues(parsed.error);
    const after = tidyPassport(parsed.data);
    const slug = await slugOfPassport(inner.db, before, after);
    const change = { passport: after, stems: stemsOf(after), slug };
    await updateDataset(inner.db, id, change, inner.clock.now());
    const subject = subjectOf({ ...before, passport: after });
    await record(inner, { deed: 'passport.changed', subject, before: before.passport, after });
    return readDataset(inner, id);
  });
}

const NATIONAL_ID = /^[a-z0-9_-]{2,100}$/;

/** Writes the dataset's id on data.gov.ua, or takes it away. Throws `invalid` (form of the id, already another dataset's). */
export function changeNationalId(ctx: Context, id: string, nationalId: string | null): Promise<Dataset> {
  return transaction(ctx, async (inner) => {
    const before = await openForChange(inner, id);
    const after = nationalId?.trim().toLowerCase() || null;
    if (after !== null && !NATIONAL_ID.test(after)) {
      const text = {
        uk: 'Ідентифікатор на data.gov.ua має від 2 до 100 знаків: малі латинські літери, цифри, «-» і «_».',
        en: 'The id on data.gov.ua has from 2 to 100 characters: small Latin letters, digits, “-” and “_”.',
      };
      throw invalidForm([{ field: 'nationalId', text }]);
    }
    const other = after === null ? null : await findNationalId(inner.db, after);
    if (other !== null && other !== id)
      throw new RequestError('conflict', 'national-id-taken', {
        uk: 'Цей ідентифікатор уже вказано в іншому наборі. Перевірте адресу набору на data.gov.ua.',
        en: 'Another dataset has this id already. Check the dataset’s address on data.gov.ua.',
      });
    await updateDataset(inner.db, id, { nationalId: after }, inner.clock.now());
    const values = { before: { nationalId: before.nationalId }, after: { nationalId: after } };
    await record(inner, { deed: 'dataset.national-id-changed', subject: subjectOf(before), ...values });
    return readDataset(inner, id);
  });
}
