import { dayOf } from '../../kernel/dates.ts';
import { type Context, transaction } from '../../platform/context.ts';
import { permit } from '../accounts/index.ts';
import { type Dataset, loadDataset, lookOverDatasets } from '../catalog/index.ts';
import { record } from '../history/index.ts';
import { notify, settleNotices } from '../notices/index.ts';
import { chosen, keepDeed } from './keep-deed.ts';
import { type LeftAlone, type ManyDeed, type ManyDeedItem, MOST_DATASETS } from './many-deed.ts';

/**
 * Reminds the people who keep these datasets: in their cabinet at once, by letter with the next digest. The same dataset is not reminded of
 * twice on one day. Needs `dataset.coordinate` in the units concerned. Throws `invalid`, `forbidden`, `not-found`.
 */
export async function remind(ctx: Context, datasetIds: readonly string[]): Promise<ManyDeed> {
  return transaction(ctx, async (tx) => {
    const datasets = await chosen(tx, datasetIds);
    const ids = datasets.map(({ id }) => id);
    const board = await lookOverDatasets(tx, 'dataset.coordinate', { ids }, { page: 1, size: MOST_DATASETS });
    const terms = new Map(board.items.map(({ id, dueOn }) => [id, dueOn]));
    const items: ManyDeedItem[] = [];
    const left: LeftAlone[] = [];
    for (const dataset of datasets) {
      const { id: datasetId, passport } = dataset;
      const told = await remindOf(tx, dataset, terms.get(datasetId) ?? null);
      if (told > 0) items.push({ datasetId, title: passport.title, before: {}, after: {} });
      else left.push({ datasetId, title: passport.title, why: NOBODY });
    }
    return keepDeed(tx, 'reminder', { items, left });
  });
}

const NOBODY = {
  uk: 'нікому нагадати: про набір уже нагадано сьогодні або за нього ніхто не відповідає',
  en: 'nobody to remind: a reminder went out today already, or nobody keeps the dataset',
};

async function remindOf(tx: Context, dataset: Dataset, dueOn: string | null): Promise<number> {
  const { id, unitId, passport } = dataset;
  const told = await notify(tx, {
    to: { deed: 'dataset.edit', place: { id, unitId } },
    kind: 'dataset.reminded',
    subject: { kind: 'dataset', id, name: passport.title },
    link: `/cabinet/datasets/${id}`,
    ...(dueOn === null ? {} : { facts: { dueOn } }),
    once: dayOf(tx.clock.now()),
  });
  if (told > 0) {
    const subject = { kind: 'dataset', id, name: passport.title };
    await record(tx, { deed: 'dataset.reminded', subject, after: { people: told } });
  }
  return told;
}

/** Takes a reminder back: it is read in every cabinet, so no digest carries it. A letter that left stays sent. */
export async function takeReminderBack(ctx: Context, item: ManyDeedItem): Promise<LeftAlone | null> {
  await permit(ctx, 'dataset.coordinate', await loadDataset(ctx, item.datasetId));
  await settleNotices(ctx, item.datasetId, ['dataset.reminded']);
  return null;
}
