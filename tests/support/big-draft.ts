import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { setUp } from '../../src/capabilities/accounts/index.ts';
import {
  changePassport,
  changeStructure,
  createDataset,
  type Dataset,
  suggestStructure,
} from '../../src/capabilities/catalog/index.ts';
import { acceptRepairs, loadReading, receiveFile, startReading } from '../../src/capabilities/ingest/index.ts';
import type { Context } from '../../src/platform/context.ts';
import { until } from './start-system.ts';

/**
 * Sets a running system up and makes a draft of so many rows (Код, Назва) whose telephones nobody may see: the table has to be copied without them.
 * Its worker reads the file.
 */
export async function bigDraft(ctx: Context, rows: number): Promise<Dataset> {
  const { root } = await setUp(ctx, {
    community: { name: 'Вербівська громада', edrpou: '04054346', katottg: 'UA46060370010049259' },
    administrator: { name: 'Ганна Мальва', email: 'a@example.org', password: 'Верба-над-ставком-27' },
  });
  const title = 'Звернення мешканців';
  const dataset = await createDataset(ctx, { unitId: root.id, title, resource: { kind: 'table', title } });
  await changePassport(ctx, dataset.id, {
    ...dataset.passport,
    description: 'Звернення мешканців за роками.',
    purpose: 'Для обліку.',
    frequency: 'once a year',
    themes: ['molod-i-sport'],
    keywords: ['звернення', 'мешканці'],
    responsibleName: 'Олена Вигадана',
    responsibleEmail: 'zvit@example.org',
  });
  const path = join(await ctx.objects.workFolder(), 'table.csv');
  const out = createWriteStream(path);
  out.write('Код;Назва;Телефон\n');
  for (let n = 0; n < rows; n += 1) out.write(`${n};Звернення № ${n % 5000};067${String(n).padStart(7, '0')}\n`);
  out.end();
  await finished(out);
  const resourceId = dataset.resources[0]?.id ?? '';
  const given = { datasetId: dataset.id, resourceId, unitId: root.id, fileName: 'table.csv', size: out.bytesWritten };
  const { id } = await startReading(ctx, given);
  await receiveFile(ctx, id, path);
  const state = async () => (await loadReading(ctx, id)).state;
  await until('it is read', async () => ['checked', 'ready'].includes(await state()), 120_000);
  if ((await state()) === 'checked') await acceptRepairs(ctx, id, []);
  await until('it is ready', async () => (await state()) === 'ready', 120_000);
  const { columns } = (await loadReading(ctx, id)).inspection ?? { columns: [] };
  const { fields } = suggestStructure(columns, dataset.resources[0]?.structure ?? { fields: [] });
  await changeStructure(ctx, resourceId, {
    fields: fields.map((field) => ({
      ...field,
      purpose: 'Для обліку',
      sensitivity: field.title === 'Телефон' ? 'restricted' : 'open',
      identifier: field.title === 'Код',
    })),
  });
  return dataset;
}
