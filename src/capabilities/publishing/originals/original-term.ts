import { addDays, type Day, dayOf } from '../../../kernel/dates.ts';
import { RequestError } from '../../../kernel/errors.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { may, permit, permitAny } from '../../accounts/index.ts';
import { type Dataset, loadDataset } from '../../catalog/index.ts';
import { record } from '../../history/index.ts';
import { type KeptOriginal, type OriginalTerm, selectKept, selectTerm, updateTerm } from './original-store.ts';

/** An original with the day it will be deleted. */
export interface DatedOriginal extends KeptOriginal {
  readonly deleteOn: Day;
}

/** Originals with personal data of a dataset, for its page. */
export interface Originals {
  readonly dataset: Dataset;
  readonly originals: readonly DatedOriginal[];
  readonly term: OriginalTerm;
  /** Whether who looks may read them. */
  readonly mayRead: boolean;
}

/** Tells them: names, sizes, terms; no content. Needs `original.read` or `dataset.edit`. Throws `not-found`, `forbidden`. */
export async function originalsOf(ctx: Context, datasetId: string): Promise<Originals> {
  const dataset = await loadDataset(ctx, datasetId);
  await permitAny(ctx, ['original.read', 'dataset.edit'], dataset);
  const term = await selectTerm(ctx.db);
  const kept = await selectKept(ctx.db, datasetId);
  const originals = kept.map((one) => ({ ...one, deleteOn: deleteOn(one, term) }));
  return { dataset, originals, term, mayRead: await may(ctx, 'original.read', dataset) };
}

/** The day from which an original is deleted; days of the term count from its publication. */
export function deleteOn({ publishedAt }: Pick<KeptOriginal, 'publishedAt'>, { days }: OriginalTerm): Day {
  return addDays(dayOf(publishedAt), days);
}

/** How long originals with personal data are kept, and by whose word. */
export function originalTerm(ctx: Context): Promise<OriginalTerm> {
  return selectTerm(ctx.db);
}

/** Longest term, days: a hundred years. */
const MOST_DAYS = 36_500;

/** Changes it. Needs `settings.change`. Throws `invalid` (field `days`, `ground`), `forbidden`. */
export function changeOriginalTerm(ctx: Context, wanted: OriginalTerm): Promise<void> {
  return transaction(ctx, async (tx) => {
    await permit(tx, 'settings.change', null);
    const after = { days: wanted.days, ground: wanted.ground.trim() };
    if (!Number.isInteger(after.days) || after.days < 1 || after.days > MOST_DAYS) throw badTerm('days');
    if (after.ground.length > 300) throw badTerm('ground');
    const before = await selectTerm(tx.db);
    if (before.days === after.days && before.ground === after.ground) return;
    await updateTerm(tx.db, after);
    const subject = { kind: 'community', id: 'originals', name: '' };
    await record(tx, { deed: 'originals.term-changed', subject, before, after });
  });
}

function badTerm(field: 'days' | 'ground'): RequestError {
  const text =
    field === 'days'
      ? {
          uk: `Строк — ціле число днів, від 1 до ${MOST_DAYS}, наприклад 365.`,
          en: `The term is a whole number of days, 1 to ${MOST_DAYS}, for example 365.`,
        }
      : { uk: 'Підстава має бути до 300 знаків.', en: 'The ground may have up to 300 characters.' };
  return new RequestError('invalid', 'bad-term', text, [{ field, text }]);
}
