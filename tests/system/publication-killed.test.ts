import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { setUp } from '../../src/capabilities/accounts/index.ts';
import {
  changePassport,
  changeStructure,
  createDataset,
  type Dataset,
  findCard,
  suggestStructure,
} from '../../src/capabilities/catalog/index.ts';
import { acceptRepairs, loadReading, receiveFile, startReading } from '../../src/capabilities/ingest/index.ts';
import { askForPublication, findPublicationRequest, listVersions } from '../../src/capabilities/publishing/index.ts';
import type { Context } from '../../src/platform/context.ts';
import { insideSystem } from '../support/inside-system.ts';
import { killHard, type RunningSystem, startSystem, until } from '../support/start-system.ts';

const ROWS = 1_000_000;

let system: RunningSystem;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system?.stop());

/** A draft of a million rows whose telephones nobody may see: the table has to be copied without them. */
async function bigDraft(ctx: Context): Promise<Dataset> {
  const { root } = await setUp(ctx, {
    community: { name: 'Вербівська громада', edrpou: '04054346', katottg: 'UA46060370010049259' },
    administrator: { name: 'Ганна Мальва', email: 'a@example.org', password: 'Верба-над-ставком-27' },
  });
  const title = 'Мільйон звернень';
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
  for (let n = 0; n < ROWS; n += 1) out.write(`${n};Звернення № ${n % 5000};067${String(n).padStart(7, '0')}\n`);
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

test('a publication whose worker is killed in the middle is finished by the next one, once', async () => {
  await insideSystem(system.data, async (ctx) => {
    const dataset = await bigDraft(ctx);
    await askForPublication(ctx, dataset.id);
    const state = async () => (await findPublicationRequest(ctx, dataset.id))?.state;
    await until('the work has begun', async () => (await state()) !== 'waiting', 30_000);
    const worker = system.processes().worker?.[0];
    killHard(worker);
    expect(await state()).toBe('working');
    expect(await findCard(ctx, dataset.id)).toBeNull();
    await until('it is published', async () => (await state()) === 'done', 90_000);
    expect(system.processes().worker?.[0]).not.toBe(worker);
    expect((await listVersions(ctx, dataset.id)).map(({ number }) => number)).toEqual([1]);
    const card = await findCard(ctx, dataset.id);
    expect(card?.resources[0]?.rows).toBe(ROWS);
    expect(card?.resources[0]?.fields.map(({ title }) => title)).toEqual(['Код', 'Назва']);
  });
}, 300_000);
