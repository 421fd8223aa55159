import { unzipSync, zipSync } from 'fflate';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { appointPerson } from '../../../../tests/support/appoint.ts';
import { form, page, seen } from '../../../../tests/support/cabinet-site.ts';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { wordsOfDocx } from '../../../../tests/support/office.ts';
import { setUpCommunity } from '../../../../tests/support/publish-file.ts';
import { actorOfPerson, createUnit, listAllUnits, type Person } from '../../../capabilities/accounts/index.ts';
import { defineRecipe, makeDocument } from '../../../capabilities/documents/index.ts';
import { HTTP_STATUS, isRequestError } from '../../../kernel/errors.ts';
import { repeatedRow, rowsField, textField } from '../../../platform/documents/index.ts';
import type { SurfaceEnv } from '../../components/index.ts';
import { documentRoutes } from './index.ts';

const RECIPE = defineRecipe<Record<string, never>>({
  code: 'test.units',
  title: { uk: 'Перелік підрозділів', en: 'List of units' },
  about: { uk: 'Для перевірки.', en: 'For the test.' },
  audience: 'internal',
  fields: [rowsField('units', 'підрозділи', [textField('name', 'назва', 'Зразковий відділ')])],
  sketch: {
    parts: [
      { kind: 'kind-name', text: 'ПЕРЕЛІК' },
      { kind: 'table', heading: ['Підрозділ'], rows: [repeatedRow('підрозділи', ['{назва}'])] },
    ],
  },
  deed: 'city.manage',
  params: z.object({}).strict(),
  placeOf: () => null,
  compose: async (ctx) => ({
    title: 'Перелік підрозділів',
    data: { units: (await listAllUnits(ctx)).map(({ name }) => ({ name })) },
  }),
});

let test: TestContext;
let rootId: string;
let coordinator: Person;
let clerk: Person;

beforeAll(async () => {
  test = await makeTestContext();
  rootId = await setUpCommunity(test);
  coordinator = await appointPerson(test, 'marta', 'coordinator', rootId);
  clerk = await appointPerson(test, 'ostap', 'responsible', rootId);
});

afterAll(() => test.close());

function site(person: Person): Hono<SurfaceEnv> {
  const app = new Hono<SurfaceEnv>();
  app.use(async (c, next) => {
    const { pathname, searchParams } = new URL(c.req.url);
    const ctx = test.as(actorOfPerson(person));
    const about = { path: pathname, query: searchParams, origin: 'http://localhost', requestId: 'test' };
    c.set('visit', { ctx, person, language: 'uk', profile: null, ...about });
    await next();
  });
  app.route('/', documentRoutes({ recipes: [RECIPE], forms: [RECIPE], signedAt: () => null }));
  app.onError((error, c) =>
    isRequestError(error) ? c.text(error.text.uk, HTTP_STATUS[error.kind]) : c.text(String(error.stack), 500),
  );
  return app;
}

function upload(values: Record<string, string>, name: string, file: [name: string, bytes: Uint8Array] | null) {
  const body = new FormData();
  for (const [key, value] of Object.entries(values)) body.set(key, value);
  if (file) body.set(name, new File([new Uint8Array(file[1])], file[0]));
  return { method: 'POST', body };
}

const HOME = '/cabinet/city/documents';
const words = (html: string) => seen(html).replaceAll(/\s+/gu, ' ');

describe('a made document in the cabinet', () => {
  it('is listed, shown as a sheet, downloaded; changes are seen before they go in', async () => {
    const app = site(coordinator);
    expect(words(await page(app, HOME))).toContain('Документів ще немає');
    const made = await makeDocument(test.as(actorOfPerson(coordinator)), RECIPE, {});
    const path = `${HOME}/${made.id}`;
    expect(words(await page(app, HOME))).toMatch(/Перелік підрозділів .* marta, .* чернетка/u);
    expect(words(await page(app, path))).toContain('уся громада');
    const sheet = await page(app, `${path}/view`);
    expect(sheet).toContain('<th scope="col"><p class="sheet-left"><strong>Підрозділ</strong></p></th>');
    expect(sheet).not.toMatch(/ style=/u);
    const file = await app.request(`${path}/document.docx`);
    expect(file.headers.get('content-disposition')).toContain("filename*=UTF-8''%D0%9F%D0%B5%D1%80%D0%B5");
    expect(await wordsOfDocx(new Uint8Array(await file.arrayBuffer()))).toContain('ПЕРЕЛІК');

    expect(words(await page(app, `${path}/changes`))).toContain('Нічого не змінилося');
    await createUnit(test.ctx, { name: 'Архівний відділ', parentId: rootId, edrpou: '' });
    expect(words(await page(app, `${path}/changes`))).toMatch(
      /1 зміна .* підрозділи: Архівний відділ рядка не було Архівний відділ/u,
    );
    expect((await app.request(`${path}/refresh`, form({}))).headers.get('location')).toBe(`${path}?done=refreshed`);
    expect(await page(app, `${path}/view`)).toContain('Архівний відділ');
  });

  it('takes an edited file and the signed one; faults stand at their fields', async () => {
    const app = site(coordinator);
    const made = await makeDocument(test.as(actorOfPerson(coordinator)), RECIPE, {});
    const path = `${HOME}/${made.id}`;
    const nothing = await app.request(`${path}/edited`, upload({}, 'file', null));
    expect([nothing.status, words(await nothing.text())]).toEqual([400, expect.stringContaining('Оберіть файл DOCX')]);
    const wrong = await app.request(`${path}/edited`, upload({}, 'file', ['a.docx', Buffer.from('x')]));
    expect(words(await wrong.text())).toContain('Це не документ Word');
    const docx = new Uint8Array(await (await app.request(`${path}/document.docx`)).arrayBuffer());
    const added = await app.request(`${path}/edited`, upload({}, 'file', ['моя редакція.docx', docx]));
    expect(added.headers.get('location')).toBe(`${path}?done=edited`);
    const unsigned = await app.request(`${path}/sign`, upload({ number: '', date: '' }, 'signed', null));
    expect(words(await unsigned.text())).toContain('Напишіть номер документа');
    const line = { number: '12-р', date: '2026-11-20' };
    await app.request(`${path}/sign`, upload(line, 'signed', ['скан.pdf', Buffer.from('%PDF-1.7')]));
    const closed = words(await page(app, path));
    expect(closed).toContain('підписано № 12-р від 20 листопада 2026');
    for (const name of ['моя редакція.docx', 'скан.pdf']) expect(closed).toContain(name);
    expect(closed).not.toContain('Оновити дані');
  });

  it('is not for those who may not see the whole community', async () => {
    const made = await makeDocument(test.as(actorOfPerson(coordinator)), RECIPE, {});
    const stranger = await appointPerson(
      test,
      'ivan',
      'responsible',
      (await createUnit(test.ctx, { name: 'Музей', parentId: rootId, edrpou: '' })).id,
    );
    expect((await site(stranger).request(`${HOME}/${made.id}`)).status).toBe(403);
    expect(words(await page(site(stranger), HOME))).toContain('Документів ще немає');
    for (const path of [`${HOME}/templates`, `${HOME}/templates/test.units`, `${HOME}/wordings`])
      expect((await site(clerk).request(path)).status, path).toBe(403);
  });
});

describe('templates and cases in the cabinet', () => {
  it('a template is downloaded, brought back with faults told, taken, left for the default', async () => {
    const app = site(coordinator);
    const path = `${HOME}/templates/test.units`;
    expect(words(await page(app, `${HOME}/templates`))).toMatch(/Перелік підрозділів .* типовий/u);
    expect(words(await page(app, path))).toContain('{#підрозділи}…{/підрозділи}');
    const template = new Uint8Array(await (await app.request(`${path}/template.docx`)).arrayBuffer());
    const files = unzipSync(template);
    const changed = (from: string, to: string) => {
      const xml = new TextDecoder().decode(files['word/document.xml']).replace(from, to);
      return zipSync({ ...files, 'word/document.xml': new TextEncoder().encode(xml) });
    };
    const faulty = await app.request(path, upload({}, 'file', ['a.docx', changed('{назва}', '{назви}')]));
    expect(faulty.status).toBe(400);
    expect(words(await faulty.text())).toContain('Можливо, це {назва}.');
    await app.request(path, upload({}, 'file', ['наш.docx', changed('ПЕРЕЛІК', 'НАШ ПЕРЕЛІК')]));
    expect(words(await page(app, `${path}/preview`))).toMatch(/НАШ ПЕРЕЛІК .* Зразковий відділ/u);
    expect(words(await page(app, path))).toMatch(/Зараз працює: ваш, з .* наш.docx/u);
    await app.request(`${path}/restore`, form({}));
    expect(words(await page(app, `${path}/preview`))).not.toContain('НАШ');
    await app.request(`${path}/take`, form({ version: '1' }));
    expect(words(await page(app, `${path}/preview`))).toContain('НАШ ПЕРЕЛІК');
  });

  it('cases are shown, corrected by hand, and left to the rules again', async () => {
    const app = site(coordinator);
    const path = `${HOME}/wordings`;
    const asked = await page(app, `${path}?${new URLSearchParams({ kind: 'post', words: 'головний спеціаліст' })}`);
    expect(asked).toContain('value="головному спеціалісту"');
    const own = { genitive: 'а', dative: 'б', accusative: 'в', ablative: 'г' };
    await app.request(path, form({ kind: 'post', words: 'головний спеціаліст', ...own }));
    expect(words(await page(app, path))).toContain('а, б, в, г');
    await app.request(`${path}/remove`, form({ kind: 'post', words: 'головний спеціаліст' }));
    expect(words(await page(app, path))).toContain('Записаних відмінків немає');
  });
});
