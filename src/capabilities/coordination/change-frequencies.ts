import type { Text } from '../../kernel/text.ts';
import { type Context, transaction } from '../../platform/context.ts';
import { permit } from '../accounts/index.ts';
import { type Dataset, FREQUENCIES, type Frequency, loadDataset } from '../catalog/index.ts';
import { changeSeen } from './change-seen.ts';
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
        items.push({
          datasetId: dataset.id,
          title,
          before: { frequency: dataset.passport.frequency },
          after: { frequency },
        });
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
  if (dataset.passport.frequency !== item.after.frequency) {
    return left({ uk: 'періодичність відтоді змінили', en: 'the frequency was changed since' });
  }
  const before = item.before.frequency ?? null;
  const why = await setFrequency(ctx, dataset, before !== null && isFrequency(before) ? before : null);
  return why === null ? null : left(why);
}

/** @returns why it was left as it was; null when it was changed */
async function setFrequency(ctx: Context, dataset: Dataset, frequency: Frequency | null): Promise<Text | null> {
  if (dataset.passport.frequency === frequency) return { uk: 'так уже є', en: 'it is so already' };
  return changeSeen(ctx, dataset, { frequency });
}
