import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { draftDataset, giveFile, setUpCommunity } from '../../../tests/support/publish-file.ts';
import { changePassport, changeStructure, type Dataset, loadDataset, removeResource } from '../catalog/index.ts';
import { listHistory } from '../history/index.ts';
import { cleanReadingsJob } from '../ingest/index.ts';
import { EVERY_ROW, queryRows } from '../tables/index.ts';
import {
  bringBackVersion,
  changeNote,
  compareDraft,
  isDraftPublished,
  listVersions,
  loadVersion,
  publicationFaults,
  publishDataset,
  withdrawVersion,
  writeRows,
} from './index.ts';

const SCHOOLS = { name: 'школи.csv', restricted: ['Телефон'], identifier: ['Номер'] };
const FIRST = 'Номер;Назва;Учнів;Телефон\n1;Гімназія;520;067\n2;Ліцей;640;068\n';
const SECOND = 'Номер;Назва;Учнів;Телефон\n1;Гімназія;530;067\n3;Школа;310;050\n';
const OTHER = 'Номер;Назва;Телефон\n1;Гімназія;067\n';

let test: TestContext;
let unitId: string;
beforeAll(async () => {
  test = await makeTestContext();
  unitId = await setUpCommunity(test);
});
afterAll(() => test.close());

const later = () => test.clock.set(new Date(test.clock.now().getTime() + 1000));

async function twice(title: string, second = SECOND): Promise<Dataset> {
  const dataset = await draftDataset(test, unitId, title, { ...SCHOOLS, text: FIRST });
  await publishDataset(test.ctx, dataset.id);
  later();
  await giveFile(test, dataset, { ...SCHOOLS, text: second });
  await changePassport(test.ctx, dataset.id, { ...dataset.passport, purpose: 'Новий облік.' });
  if (second === OTHER) await changeNote(test.ctx, dataset.id, 'Кількості учнів більше немає.');
  await publishDataset(test.ctx, dataset.id);
  await test.runJobs();
  later();
  return loadDataset(test.ctx, dataset.id);
}

const rowsOf = async (dataset: Dataset, number: number) => {
  const version = await loadVersion(test.ctx, dataset.id, number);
  const page = await queryRows(test.ctx, version.resources[0]?.tableId ?? '', EVERY_ROW);
  return page.rows.map((row) => Object.values(row));
};

describe('an earlier version published again', () => {
  it('is a new one with the same rows; nothing earlier changes; the draft starts there', async () => {
    const dataset = await twice('Повернути дані');
    await cleanReadingsJob(async () => new Set()).handle(test.ctx, {}, { id: '1', attempt: 1, last: false }); // the first file's work tables are gone
    const before = await listVersions(test.ctx, dataset.id);
    await bringBackVersion(test.ctx, dataset.id, 1, 'present');
    expect(await publicationFaults(test.ctx, dataset.id)).toEqual([]);
    const shown = await compareDraft(test.ctx, dataset.id);
    expect(shown).toMatchObject({ against: 2, passport: [], resources: [{ rows: { kind: 'compared' } }] });
    const third = await publishDataset(test.ctx, dataset.id);
    expect(third).toMatchObject({
      ...{ number: 3, repeats: 1, note: '' },
      changes: { rowsAdded: 1, rowsRemoved: 1, rowsChanged: 1 },
      passport: { purpose: 'Новий облік.' },
    });
    expect(await rowsOf(dataset, 3)).toEqual(await rowsOf(dataset, 1));
    expect((await rowsOf(dataset, 3))[0]).toEqual([1, 'Гімназія', 520]);
    const [, ...rest] = await listVersions(test.ctx, dataset.id);
    expect(rest).toEqual(before);
    expect(await isDraftPublished(test.ctx, dataset.id)).toBe(true);
    const closed = (await loadDataset(test.ctx, dataset.id)).resources[0]?.structure.fields.at(-1);
    expect(closed).toMatchObject({ title: 'Телефон', sensitivity: 'restricted' });
    const { items } = await listHistory(test.ctx, { subjectId: dataset.id }, { page: 1, size: 100 });
    expect(items.filter(({ deed }) => ['version.brought-back', 'version.repeated'].includes(deed))).toHaveLength(2);
    // the sums of the same rows are the same
    await test.runJobs();
    const sums = (await listVersions(test.ctx, dataset.id)).map(({ checksums }) => Object.values(checksums)[0]);
    expect(sums[0]).toBe(sums[2]);
  });

  it('with its own passport; a note is asked where the columns differ', async () => {
    const dataset = await twice('Повернути стовпці', OTHER);
    await bringBackVersion(test.ctx, dataset.id, 1, 'that');
    expect((await loadDataset(test.ctx, dataset.id)).passport.purpose).toBe('Облік мережі закладів освіти.');
    expect(await publishDataset(test.ctx, dataset.id)).toMatchObject({ number: 3, repeats: 1 });
    later();
    await bringBackVersion(test.ctx, dataset.id, 2, 'that');
    expect(await publicationFaults(test.ctx, dataset.id)).toMatchObject([{ step: 'note' }]);
    await changeNote(test.ctx, dataset.id, 'Кількості учнів знову немає.');
    expect(await publishDataset(test.ctx, dataset.id)).toMatchObject({ number: 4, repeats: 2 });
  });

  it('brings back a resource that was removed, under its id', async () => {
    const dataset = await twice('Повернути таблицю');
    const id = dataset.resources[0]?.id ?? '';
    await removeResource(test.ctx, id);
    await bringBackVersion(test.ctx, dataset.id, 1, 'that');
    expect((await loadDataset(test.ctx, dataset.id)).resources.map((one) => one.id)).toEqual([id]);
    expect(await publishDataset(test.ctx, dataset.id)).toMatchObject({ number: 3, repeats: 1 });
  });

  it('says nothing of a repetition when another file was given after it', async () => {
    const dataset = await twice('Повернути і змінити');
    await bringBackVersion(test.ctx, dataset.id, 1, 'that');
    later();
    await giveFile(test, dataset, { ...SCHOOLS, text: `${FIRST}9;Нова школа;100;099\n` });
    expect(await publishDataset(test.ctx, dataset.id)).toMatchObject({ number: 3, repeats: null });
  });

  it('has its own rows, whatever was written by key over the same file since', async () => {
    const dataset = await draftDataset(test, unitId, 'Повернути після рядків', { ...SCHOOLS, text: FIRST });
    await publishDataset(test.ctx, dataset.id);
    later();
    const resource = dataset.resources[0];
    const fields = resource?.structure.fields ?? [];
    const names = Object.fromEntries(fields.map(({ title, name }) => [title, name]));
    const row = { [names.Номер ?? '']: 1, [names.Назва ?? '']: 'Гімназія', [names.Учнів ?? '']: 999 };
    await writeRows(test.ctx, resource?.id ?? '', { kind: 'put', rows: [row] });
    later();
    // another meaning of a closed column: the structure is not the one of the first version
    const changed = fields.map((field) => (field.title === 'Телефон' ? { ...field, purpose: 'Для довідки' } : field));
    await changeStructure(test.ctx, resource?.id ?? '', { fields: changed });
    await bringBackVersion(test.ctx, dataset.id, 1, 'present');
    const shown = await compareDraft(test.ctx, dataset.id);
    expect(shown.resources[0]?.rows.kind).toBe('compared');
    const third = await publishDataset(test.ctx, dataset.id);
    expect(third).toMatchObject({ number: 3, repeats: 1, changes: { rowsChanged: 1 } });
    expect(await rowsOf(dataset, 3)).toEqual(await rowsOf(dataset, 1));
    later();
    await bringBackVersion(test.ctx, dataset.id, 2, 'present');
    expect(await publishDataset(test.ctx, dataset.id)).toMatchObject({ number: 4, repeats: 2 });
    expect((await rowsOf(dataset, 4)).map((values) => values[2])).toContain(999);
  });

  it('is refused for the present one, a withdrawn one, and without the right', async () => {
    const dataset = await twice('Не повертається');
    await expect(bringBackVersion(test.ctx, dataset.id, 2, 'that')).rejects.toMatchObject({ code: 'nothing-new' });
    await withdrawVersion(test.ctx, dataset.id, 1, { reason: 'Помилка.', order: '№ 1' });
    await expect(bringBackVersion(test.ctx, dataset.id, 1, 'that')).rejects.toMatchObject({ kind: 'gone' });
    const visitor = test.as({ kind: 'visitor' });
    await expect(bringBackVersion(visitor, dataset.id, 1, 'that')).rejects.toMatchObject({ kind: 'signed-out' });
  });
});
