import { copyFile, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listUnits } from '../src/capabilities/accounts/index.ts';
import {
  changePassport,
  createCodeList,
  createDataset,
  type Dataset,
  listDatasets,
  loadDataset,
  planDataset,
} from '../src/capabilities/catalog/index.ts';
import { carryForward } from '../src/capabilities/drafts/index.ts';
import { latestReadings, type Reading, receiveFile, startReading } from '../src/capabilities/ingest/index.ts';
import { linkPath, makeLink } from '../src/capabilities/links/index.ts';
import { submitDataset } from '../src/capabilities/publishing/index.ts';
import { changeReviewSettings, reviewSettings, type Submission } from '../src/capabilities/review/index.ts';
import { addDays, dayOf } from '../src/kernel/dates.ts';
import type { Context } from '../src/platform/context.ts';
import { inside, settled } from './million.ts';

const WORDS = { personalData: 'none', note: 'Дані за новий місяць.' } as const;

/** What the demo does not have, so that its pages can be looked at: review with a submission, a link, a promise, a code list. Gives their addresses. */
export function dressCity(data: string): Promise<string[]> {
  return inside(data, async (ctx) => {
    const unitId = (await listUnits(ctx))[0]?.id ?? '';
    const { items } = await listDatasets(ctx, { unitIds: null, state: 'published' }, { page: 1, size: 500 });
    const dueOn = addDays(dayOf(ctx.clock.now()), 60);
    await planDataset(ctx, { unitId, title: 'Обіцяний набір', description: 'Буде.', themes: ['transport'], dueOn });
    const codes = [{ code: '1', name: 'Так' }];
    const list = await createCodeList(ctx, { name: 'Відповіді', unitId: null, codes });
    await changeReviewSettings(ctx, { ...(await reviewSettings(ctx)), twoPerson: true });
    const submission = await submitNewFile(ctx, items);
    const { code } = await makeLink(ctx, {
      purpose: 'approve',
      subject: { kind: 'submission', id: submission.id, name: submission.title },
      datasetId: submission.datasetId,
      unitId: submission.unitId,
      person: { name: 'Левко Смерека', post: 'керівник', email: '' },
      origin: 'http://here',
    });
    await createDataset(ctx, { unitId, title: 'Чернетка' });
    const dataset = `/cabinet/datasets/${submission.datasetId}`;
    const places = ['', '/publish', '/structure', '/passport', '/source'].map((part) => `${dataset}${part}`);
    const others = [`/cabinet/review/${submission.id}`, `/cabinet/code-lists/${list.id}`, linkPath(code)];
    return [...others, ...places];
  });
}

/** The file of a published table comes again, its passport is touched, and both lie with a reviewer. */
async function submitNewFile(ctx: Context, datasets: readonly Dataset[]): Promise<Submission> {
  for (const dataset of datasets) {
    const [reading] = await latestReadings(ctx, dataset.resources.map(({ id }) => id).slice(0, 1));
    if (reading?.kind !== 'table' || reading.original === null || !(await ctx.objects.stat(reading.original))) continue;
    await giveAgain(ctx, dataset, reading);
    const { passport } = await loadDataset(ctx, dataset.id);
    await changePassport(ctx, dataset.id, { ...passport, description: `${passport.description} Оновлено.` });
    return submitDataset(ctx, dataset.id, WORDS);
  }
  throw new Error('the city has no published table');
}

async function giveAgain(ctx: Context, { id, unitId }: Dataset, before: Reading): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'vidkryto-bench-file-'));
  try {
    const copy = join(folder, 'copy');
    await copyFile(await ctx.objects.localPath(before.original ?? ''), copy);
    const { size } = await stat(copy);
    const { resourceId, fileName } = before;
    const asked = { datasetId: id, resourceId, unitId, fileName, size, asBefore: true };
    const { id: readingId } = await receiveFile(ctx, (await startReading(ctx, asked)).id, copy);
    await carryForward(ctx, await settled(ctx, readingId));
    await settled(ctx, readingId);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
