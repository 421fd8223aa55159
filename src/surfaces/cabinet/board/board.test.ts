import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CabinetForTests, form, openCabinet, page, seen } from '../../../../tests/support/cabinet-site.ts';
import { draftDataset } from '../../../../tests/support/publish-file.ts';
import { createPerson, type Person } from '../../../capabilities/accounts/index.ts';
import { type Dataset, findCard, loadDataset } from '../../../capabilities/catalog/index.ts';
import { publishDataset } from '../../../capabilities/publishing/index.ts';

const FILE = { name: 'shkoly.csv', text: 'Номер школи;Назва\n101;Гімназія «Сокіл»\n' };

let cabinet: CabinetForTests;
let clerk: Person;
let schools: Dataset;
let pools: Dataset;

beforeAll(async () => {
  cabinet = await openCabinet();
  const { ctx } = cabinet.context;
  cabinet.context.clock.set('2027-03-02T10:00:00+02:00');
  const make = async (title: string) => {
    const draft = await draftDataset(cabinet.context, cabinet.unitId, title, FILE);
    await publishDataset(ctx, draft.id);
    return loadDataset(ctx, draft.id);
  };
  schools = await make('Перелік шкіл');
  pools = await make('Перелік <b>басейнів</b>');
  const input = { name: 'Іван Мельник', email: 'i@misto.gov.ua', password: 'довгий пароль для перевірки' };
  clerk = await createPerson(ctx, { ...input, role: 'contributor', unitId: cabinet.unitId });
});
afterAll(() => cabinet.close());

const post = (path: string, values: [string, string][]) => cabinet.site().request(path, form(values));

test('the board lists datasets with their terms, narrows by conditions, and escapes what people typed', async () => {
  const site = cabinet.site();
  const all = await page(site, '/cabinet/board');
  expect(all).toContain('Перелік шкіл');
  expect(all).toContain('Перелік &lt;b>басейнів');
  expect(all).not.toContain('<b>басейнів');
  const narrowed = await page(site, `/cabinet/board?q=${encodeURIComponent('басейну')}`);
  expect(narrowed).toContain('басейнів');
  expect(narrowed).not.toContain('Перелік шкіл');
  expect(seen(await page(site, '/cabinet/board?term=late'))).toContain('Таких наборів немає');
  expect(seen(await page(site, '/cabinet/board?state=nonsense&page=-4&unit=x'))).toContain('Знайдено 2 набори');
});

test('a deed over ticked ones tells what was done and is undone by its button', async () => {
  const { ctx } = cabinet.context;
  const before = schools.passport.frequency;
  const done = await post('/cabinet/board', [
    ['dataset', schools.id],
    ['new-frequency', 'once a day'],
    ['deed', 'frequency'],
  ]);
  expect(done.status).toBe(303);
  await cabinet.context.runJobs();
  expect((await findCard(ctx, schools.id))?.passport.frequency).toBe('once a day');
  const shown = await page(cabinet.site(), done.headers.get('location') ?? '');
  expect(seen(shown)).toContain('Періодичність змінено у 1 наборі');
  const undo = /action="(\/cabinet\/board\/undo\/[^"]+)"/.exec(shown)?.[1] ?? '';
  const undone = await post(undo, []);
  await cabinet.context.runJobs();
  expect((await findCard(ctx, schools.id))?.passport.frequency).toBe(before);
  const after = await page(cabinet.site(), undone.headers.get('location') ?? '');
  expect(seen(after)).toContain('Дію скасовано у 1 наборі');
  expect(after).not.toContain('/cabinet/board/undo/');
});

test('all that meet the conditions can be taken, and the words for a messenger name each with its address', async () => {
  const answer = await post('/cabinet/board?state=published', [
    ['all', '1'],
    ['deed', 'text'],
  ]);
  const text = await answer.text();
  expect(text).toContain(`http://localhost/cabinet/datasets/${schools.id}`);
  expect(text).toContain(`http://localhost/cabinet/datasets/${pools.id}`);
});

test('the memo is a DOCX file with a line for each dataset', async () => {
  const answer = await post('/cabinet/board', [
    ['dataset', schools.id],
    ['deed', 'memo'],
  ]);
  expect(answer.headers.get('content-type')).toContain('wordprocessingml');
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="zapyska-\d{4}-\d\d-\d\d\.docx"$/);
  const words = new TextDecoder().decode(unzipSync(new Uint8Array(await answer.arrayBuffer()))['word/document.xml']);
  expect(words).toContain('Службова записка');
  expect(words).toContain('Перелік шкіл');
  expect(words).toContain('Олена Коваль');
  expect(words).not.toContain('басейнів');
});

test('nothing ticked, and no frequency chosen, are told in words; nothing is changed', async () => {
  const nothing = await post('/cabinet/board', [
    ['new-frequency', 'once a day'],
    ['deed', 'frequency'],
  ]);
  expect(nothing.status).toBe(400);
  expect(seen(await nothing.text())).toContain('Не позначено жодного набору');
  const unsaid = await post('/cabinet/board', [
    ['dataset', schools.id],
    ['deed', 'frequency'],
  ]);
  expect(unsaid.status).toBe(400);
  const again = await unsaid.text();
  expect(seen(again)).toContain('Виберіть періодичність');
  const ticks = [...again.matchAll(/<input[^>]*name="dataset"[^>]*>/g)].map(([tick]) => tick);
  expect(ticks.filter((tick) => / checked/.test(tick))).toEqual([expect.stringContaining(schools.id)]);
  expect((await post('/cabinet/board', [['deed', 'text']])).status).toBe(400);
});

test('who does not coordinate has no board and does no deed by its address', async () => {
  const site = cabinet.site({ person: clerk });
  expect((await site.request('/cabinet/board')).status).toBe(403);
  const deed = form([
    ['dataset', schools.id],
    ['new-frequency', 'once a day'],
    ['deed', 'frequency'],
  ]);
  expect((await site.request('/cabinet/board', deed)).status).toBe(403);
  expect((await cabinet.site({ person: null }).request('/cabinet/board')).status).toBe(303);
  expect((await loadDataset(cabinet.context.ctx, schools.id)).passport.frequency).not.toBe('once a day');
});
