import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { newId } from '../../kernel/ids.ts';
import type { RecipeStep } from '../../tabular/index.ts';
import {
  checkAgain,
  type Expected,
  loadReading,
  mendTableJob,
  previewRows,
  type Reading,
  readFileJob,
  receiveFile,
  startReading,
} from './index.ts';
import { selectReading } from './reading-store.ts';

let context: TestContext;
let folder: string;
beforeAll(async () => {
  context = await makeTestContext();
  folder = await mkdtemp(join(tmpdir(), 'vidkryto-protected-'));
});
afterAll(async () => {
  await context.close();
  await rm(folder, { recursive: true, force: true });
});

const PERSON = 'zynoviia.verbna@example.org';
const FILE = ['Номер,Звернення,Пошта', `1,Лампа не світить,${PERSON}`, '2,Яма на дорозі,', ''].join('\n');

const RUN = { id: 'j', attempt: 1, last: false };

const signsOf = (reading: Reading) =>
  reading.mended?.inspection.signs?.map(({ code, columnTitle }) => `${code} ${columnTitle}`);

/** What the decisions about a resource ask for; a file is read and mended with it. */
function jobsWith(steps: readonly RecipeStep[], riskBy?: readonly string[]) {
  const expected = (): Promise<Expected> =>
    Promise.resolve({ protection: { steps, key: null }, ...(riskBy ? { riskBy } : {}) });
  return { read: readFileJob(expected), mend: mendTableJob(expected) };
}

async function given(steps: readonly RecipeStep[], text = FILE): Promise<Reading> {
  const path = join(folder, newId());
  await writeFile(path, text);
  const { id } = await startReading(context.ctx, {
    datasetId: newId(),
    resourceId: newId(),
    fileName: 'zvernennia.csv',
    size: Buffer.byteLength(text),
  });
  await receiveFile(context.ctx, id, path);
  const revision = (await selectReading(context.ctx, id))?.revision ?? 0;
  await jobsWith(steps).read.handle(context.ctx, { readingId: id, revision }, RUN);
  return loadReading(context.ctx, id);
}

/** Decisions changed: the newest reading is mended anew with them. */
async function again({ id }: Reading, steps: readonly RecipeStep[], riskBy?: readonly string[]): Promise<Reading> {
  await checkAgain(context.ctx, id);
  const revision = (await selectReading(context.ctx, id))?.revision ?? 0;
  await jobsWith(steps, riskBy).mend.handle(context.ctx, { readingId: id, revision }, RUN);
  return loadReading(context.ctx, id);
}

test('a file is protected after its repairs, looked at again, and keeps no value of a protected column', async () => {
  const open = await given([]);
  expect(signsOf(open)).toEqual(['email Пошта']);
  expect(open.mended?.protection).toBeNull();

  const mask = { code: 'protect-mask', columnTitle: 'Пошта', parameters: { way: 'whole' } };
  const masked = await again(open, [mask]);
  expect(masked.state).toBe('ready');
  expect(signsOf(masked)).toEqual([]);
  expect(masked.mended?.protection).toEqual({ steps: [{ ...mask, count: 1 }], missed: [] });
  // neither what is remembered of it nor what is shown
  expect(JSON.stringify((await selectReading(context.ctx, masked.id))?.reading)).not.toContain(PERSON);
  const seen = await previewRows(context.ctx, masked.id, { from: 1, count: 10, mended: true });
  expect(seen.rows[0]?.values).toEqual(['1', 'Лампа не світить', 'приховано']);
  const typed = await readFile(await context.ctx.objects.localPath(masked.typed?.key ?? ''));
  expect(typed.includes(PERSON)).toBe(false);

  // killed and repeated, it is the same table
  const repeated = await again(masked, [mask]);
  expect(repeated.typed?.key).toBe(masked.typed?.key);
  expect(repeated.mendedTable).toBe(masked.mendedTable);
});

test('a removed column is in no table of the version, and a protected column that did not come is told', async () => {
  const remove = { code: 'protect-remove', columnTitle: 'Пошта', parameters: {} };
  const elsewhere = { code: 'protect-remove', columnTitle: 'Телефон', parameters: {} };
  const reading = await given([remove, elsewhere]);
  expect(reading.typed?.columns.map(({ title }) => title)).toEqual(['Номер', 'Звернення']);
  expect(reading.mended?.removedColumns).toEqual([2]);
  expect(reading.mended?.protection?.missed).toEqual([elsewhere]);
  const mended = await readFile(await context.ctx.objects.localPath(reading.mendedTable ?? ''));
  expect(mended.includes(PERSON)).toBe(false);
});

test('a column that a decision emptied is not offered to be mended', async () => {
  const coarse = { code: 'protect-generalise-address', columnTitle: 'Адреса', parameters: { to: 'community' } };
  const text = ['Номер,Заявник,Адреса проживання', '1,Вербна Зиновія Йосипівна,"вул. Садова, буд. 1, кв. 3"', ''].join(
    '\n',
  );
  const reading = await given([{ ...coarse, columnTitle: 'Адреса проживання' }], text);
  const left = reading.mended?.inspection;
  expect(left?.columns.find(({ title }) => title === 'Адреса проживання')?.blanks).toBe(1);
  expect(left?.findings.filter(({ repairable }) => repairable)).toEqual([]);
});

test('the risk that somebody is told without a name is kept with the file, and asked of other columns', async () => {
  const rows = Array.from(
    { length: 12 },
    (_, at) => `Вербна Зиновія Йосипівна,19${50 + at}-03-1${at % 9},Лішня,${at % 2 ? 'ч' : 'ж'}`,
  );
  const text = ['ПІБ заявника,Дата народження,Село,Стать', ...rows, ''].join('\n');
  const steps = [
    { code: 'protect-remove', columnTitle: 'ПІБ заявника', parameters: {} },
    { code: 'protect-generalise-date', columnTitle: 'Дата народження', parameters: { to: 'year' } },
  ];
  const reading = await given(steps, text);
  // a year is no birth date, though the column is called so
  expect(reading.inspection?.signs?.map(({ code }) => code)).toContain('birth-date');
  expect(signsOf(reading)).toEqual([]);
  const { risk } = reading.mended ?? {};
  expect(risk?.columns).toEqual(['Дата народження', 'Стать']);
  expect([risk?.smallest, risk?.rows]).toEqual([1, 12]);
  const chosen = (await again(reading, steps, ['Стать', 'ПІБ заявника', 'Такого немає'])).mended?.risk;
  expect([chosen?.columns, chosen?.smallest]).toEqual([['Стать'], 6]);
  // where none of the chosen columns is left, those that people are known by
  expect((await again(reading, steps, ['ПІБ заявника'])).mended?.risk?.columns).toEqual(risk?.columns);
});
