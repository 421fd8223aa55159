import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type CabinetForTests,
  form,
  openCabinet,
  page,
  readingOf,
  type Site,
  seen,
  sendFile,
} from '../../../../tests/support/cabinet-site.ts';
import type { TestContext } from '../../../../tests/support/make-context.ts';
import { loadDataset } from '../../../capabilities/catalog/index.ts';
import { loadReading } from '../../../capabilities/ingest/index.ts';
import type { Finding } from '../../../kernel/finding.ts';
import { offeredChoices } from './choices-offered.ts';

let cabinet: CabinetForTests;
let context: TestContext;
let app: Site;
beforeAll(async () => {
  cabinet = await openCabinet();
  ({ context } = cabinet);
  app = cabinet.site();
});
afterAll(() => cabinet.close());

/** Gives a file and waits until it is read. */
async function read(name: string, bytes: string | Uint8Array<ArrayBuffer>, datasetId?: string): Promise<string> {
  const sent = await sendFile(app, name, bytes, datasetId ? { datasetId } : { unitId: cabinet.unitId });
  expect(sent.status, seen(await sent.clone().text())).toBe(303);
  await context.runJobs();
  return readingOf(sent);
}

function fileFinding(code: string): Finding {
  const message = { uk: '', en: '' };
  return { code, severity: 'error', column: null, columnName: null, count: 1, places: [], message, repairable: false };
}

async function goOn(readingId: string): Promise<string> {
  const sent = await app.request(`/cabinet/readings/${readingId}/forward`, form({}));
  expect(sent.status, await sent.text()).toBe(303);
  await context.runJobs();
  return (await loadReading(context.ctx, readingId)).datasetId;
}

describe('repairs of the next file', () => {
  test('what the pending repair clears is not shown as blocking', async () => {
    const first = await read(
      'plata.csv',
      'Номер,Дата,Плата\n001,02.01.2025,10\n002,03.01.2025,20\n003,04.01.2025,30\n',
    );
    await app.request(`/cabinet/readings/${first}/repairs`, form({ deed: 'all' }));
    await context.runJobs();
    const datasetId = await goOn(first);
    const text = 'Номер,Дата,Плата\n001,02.02.2025,10\n002,03.02.2025,н/д\n003,04.02.2025,30\n';
    const next = await read('plata-2.csv', text, datasetId);
    const { mended } = await loadReading(context.ctx, next);
    expect(mended?.inspection.findings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['values-lost', 'no-value-written']),
    );
    const shown = seen(await page(app, `/cabinet/readings/${next}/repairs`));
    expect(shown).toContain('Виправити все');
    expect(shown).toContain('стовпець «Плата»');
    expect(shown).not.toContain('Без цього не можна опублікувати');
    await app.request(`/cabinet/readings/${next}/repairs`, form({ deed: 'all' }));
    await context.runJobs();
    const after = await loadReading(context.ctx, next);
    expect(after.mended?.inspection.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe('a file that is not read', () => {
  test('broken JSON is offered neither as it is nor with other choices', async () => {
    const id = await read('broken.json', '[{"a": 1}, {"a": ');
    const html = await page(app, `/cabinet/readings/${id}`);
    expect(seen(html)).toContain('дужки й лапки не сходяться');
    expect(seen(html)).not.toContain('без змін');
    expect(html).not.toContain('/choices');
  });

  test('a refused file offers only what can change it: the person’s own choice, or a delimiter', async () => {
    const id = await read('rows.csv', 'a,b\n1,2\n');
    const before = await page(app, `/cabinet/readings/${id}`);
    expect(before).toContain('name="headerRow"');
    expect(before).toContain('name="delimiter"');
    const refused = {
      ...(await loadReading(context.ctx, id)),
      state: 'refused' as const,
      source: null,
      inspection: null,
      refusal: fileFinding('file-no-table'),
    };
    expect(offeredChoices(refused)).toBeNull();
    const none = { sheet: false, header: false, encoding: false, delimiter: false, hidden: false };
    expect(offeredChoices({ ...refused, choices: { headerRow: 900 } })).toEqual({ ...none, header: true });
    const wide = { ...refused, refusal: fileFinding('too-many-columns') };
    expect(offeredChoices(wide)).toEqual({ ...none, encoding: true, delimiter: true });
    expect(offeredChoices({ ...wide, fileName: 'wide.xlsx' })).toBeNull();
  });

  test('a list of objects has no header row and no delimiter to choose', async () => {
    const id = await read('list.json', '[{"a": 1}, {"a": 2}]');
    const html = await page(app, `/cabinet/readings/${id}`);
    expect(html).toContain('name="encoding"');
    expect(html).not.toMatch(/name="(?:headerRow|delimiter|sheet)"/);
  });
});

describe('small things of the screens', () => {
  test('where one is stands in words; the steps keep their names', async () => {
    const html = await page(app, '/cabinet/new');
    expect(html).toMatch(/<p class="stepper-now" aria-hidden="true">Крок 1 з 6: Файл</);
    expect(html).toMatch(/step-name">Погляд</);
  });

  test('dates and numbers of the table as read are not broken into lines', async () => {
    const id = await read('dni.csv', 'День,Назва\n2018-05-04,Парк 2\n2018-05-05,Сквер\n');
    const html = await page(app, `/cabinet/readings/${id}`);
    expect(html).toContain('<td class="tight">2018-05-04</td>');
    expect(html).toContain('<td>Парк 2</td>');
  });

  test('a structure that is not there yet leads to the file', async () => {
    const id = await read('nova.csv', 'a,b\n1,2\n');
    const { datasetId } = await loadReading(context.ctx, id);
    const html = await page(app, `/cabinet/datasets/${datasetId}/structure`);
    expect(html).toMatch(new RegExp(`href="/cabinet/readings/${id}"[^>]*>До файлу<`));
  });

  test('the item of the list is asked for by its own name', async () => {
    const id = await read('punkt.csv', 'a,b\n1,2\n');
    const datasetId = await goOn(id);
    const html = seen(await page(app, `/cabinet/datasets/${datasetId}/passport`));
    expect(html.match(/Перелік постанови 835/g)).toHaveLength(1);
    expect(html).toContain('Пункт переліку');
  });
});

test('a visitor of any page signs in and comes back to it; what is sent is refused', async () => {
  const visitor = cabinet.site({ person: null });
  const pages = ['/cabinet', '/cabinet/new?dataset=7&kind=table', `/cabinet/datasets/${cabinet.unitId}/passport`];
  for (const path of pages) {
    const answer = await visitor.request(path);
    expect(answer.status, path).toBe(303);
    expect(answer.headers.get('location')).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
  }
  const english = await cabinet.site({ person: null, language: 'en' }).request('/cabinet/new');
  expect(english.headers.get('location')).toBe('/en/sign-in?next=%2Fcabinet%2Fnew');
  expect((await visitor.request(`/cabinet/readings/${cabinet.unitId}/state.json`)).status).toBe(401);
  expect((await visitor.request('/cabinet/new/link', form({ title: 'а' }))).status).toBe(401);
});

describe('structure', () => {
  test('of many columns is saved on the way to another page of it, and the description is previewed as it will look', async () => {
    const heads = Array.from({ length: 120 }, (_, at) => `c${at + 1}`);
    const datasetId = await goOn(await read('wide.csv', `${heads.join(',')}\n${heads.map(() => '1').join(',')}\n`));
    const path = `/cabinet/datasets/${datasetId}/structure`;
    expect(await page(app, path)).toMatch(/<button[^>]*form="structure-form"[^>]*value="2"/);
    const field = { place: '0', 'fields.0.title': 'Перший', 'fields.0.name': 'c1', 'fields.0.type': 'integer' };
    const answer = await app.request(path, form({ ...field, 'to-page': '2' }));
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${path}?page=2`]);
    expect((await loadDataset(context.ctx, datasetId)).resources[0]?.structure.fields[0]?.title).toBe('Перший');
    const passport = `/cabinet/datasets/${datasetId}/passport`;
    await app.request(passport, form({ shown: 'description', description: 'Є **головне**', to: 'publish' }));
    expect(await page(app, `/cabinet/datasets/${datasetId}/publish`)).toContain('<strong>головне</strong>');
  });

  test('coordinates that the file has come chosen', async () => {
    const id = await read(
      'zupynky.csv',
      'id,назва,широта,addressLongitude\n1,Ринок,49.8412,24.0315\n2,Парк,49.8514,24.0222\n',
    );
    const datasetId = await goOn(id);
    const { structure } = (await loadDataset(context.ctx, datasetId)).resources[0] ?? {};
    expect(structure?.fields.map(({ geometry }) => geometry)).toEqual([null, null, 'latitude', 'longitude']);
    expect(await page(app, `/cabinet/datasets/${datasetId}/structure`)).toMatch(
      /<option[^>]*value="latitude"[^>]*selected|<option[^>]*selected[^>]*value="latitude"/,
    );
  });
});
