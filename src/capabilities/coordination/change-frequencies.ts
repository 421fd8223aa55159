import { isRequestError } from '../../kernel/errors.ts';
import { type Context, transaction } from '../../platform/context.ts';
import { permit } from '../accounts/index.ts';
import { changePassport, type Dataset, FREQUENCIES, type Frequency, loadDataset } from '../catalog/index.ts';
import { askForPublication, isDraftPublished } from '../publishing/index.ts';
import { chosen, keepDeed } from './keep-deed.ts';
import type { LeftAlone, ManyDeed, ManyDeedItem } from './many-deed.ts';
import { faulty } from './refusals.ts';

const isFrequency = (text: string): text is Frequency => FREQUENCIES.some((one) => one === text);

/**
 * Changes how often these datasets are updated. Where the public already sees everything else of the working copy, the change is published
 * at once; elsewhere it comes with the next publication. Needs `dataset.coordinate` in the units concerned.
 * Throws `invalid` (nothing chosen, too many, no such frequency), `forbidden`, `not-found`.
 */
export async function changeFrequencies(
  ctx: Context,
  datasetIds: readonly string[],
  frequency: string,
): Promise<ManyDeed> {
  if (!isFrequency(frequency)) throw faulty('frequency', 'Виберіть періодичність.', 'Choose a frequency.');
  return transaction(ctx, async (tx) => {
    const items: ManyDeedItem[] = [];
    const left: LeftAlone[] = [];
    for (const dataset of await chosen(tx, datasetIds)) {
      const why = await setFrequency(tx, dataset, frequency);
      const { title } = dataset.passport;
      if (why === null) {
        items.push({ datasetId: dataset.id, title, before: dataset.passport.frequency, after: frequency });
      } else left.push({ datasetId: dataset.id, title, why });
    }
    return keepDeed(tx, 'frequency', { items, left });
  });
}

/** Writes the frequency back where it still is what the deed made it. */
export async function restoreFrequency(ctx: Context, item: ManyDeedItem): Promise<LeftAlone | null> {
  const dataset = await loadDataset(ctx, item.datasetId);
  await permit(ctx, 'dataset.coordinate', dataset);
  const left = (why: LeftAlone['why']) => ({ datasetId: item.datasetId, title: item.title, why });
  if (dataset.passport.frequency !== item.after) {
    return left({ uk: 'періодичність відтоді змінили', en: 'the frequency was changed since' });
  }
  const before = item.before !== null && isFrequency(item.before) ? item.before : null;
  const why = await setFrequency(ctx, dataset, before);
  return why === null ? null : left(why);
}

/** @returns why it was left as it was; null when it was changed */
async function setFrequency(
  ctx: Context,
  dataset: Dataset,
  frequency: Frequency | null,
): Promise<LeftAlone['why'] | null> {
  if (dataset.passport.frequency === frequency) return { uk: 'так уже є', en: 'it is so already' };
  const shown = dataset.state === 'published' && (await isDraftPublished(ctx, dataset.id));
  try {
    await changePassport(ctx, dataset.id, { ...dataset.passport, frequency });
    if (shown) await askForPublication(ctx, dataset.id);
    return null;
  } catch (error) {
    // one dataset that cannot follow does not hold the others: it is told by name
    if (isRequestError(error) && error.kind === 'conflict') return error.text;
    throw error;
  }
}
