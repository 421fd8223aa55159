import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { runCodeList } from '../../../app/commands/codes.ts';
import { createPerson, type Person, setUp } from '../../../capabilities/accounts/index.ts';
import { listCodeLists, loadCodeList } from '../../../capabilities/catalog/index.ts';
import { VISITOR } from '../../../kernel/actor.ts';
import { isRequestError } from '../../../kernel/errors.ts';
import type { SurfaceEnv } from '../../components/index.ts';
import { codeListRoutes } from './index.ts';

let test: TestContext;
let administrator: Person | null;
let contributor: Person;

beforeAll(async () => {
  test = await makeTestContext({ now: '2026-03-02T10:00:00+02:00' });
  const made = await setUp(test.as(VISITOR), {
    community: { name: 'Зразківська громада', edrpou: '04054228', katottg: 'UA53020110010112104' },
    administrator: { name: 'Олена', email: 'a@rada.example.ua', password: 'вербові сережки цвітуть' },
  });
  administrator = made.administrator;
  contributor = await createPerson(test.ctx, {
    name: 'Іван',
    email: 'i@rada.example.ua',
    role: 'contributor',
    unitId: made.root.id,
    password: 'вербові сережки цвітуть',
  });
});
afterAll(() => test.close());

async function ask(person: Person | null, path: string, body?: FormData): Promise<Response> {
  const app = new Hono<SurfaceEnv>();
  app.use(async (c, next) => {
    const { pathname, searchParams } = new URL(c.req.url);
    const actor = person
      ? ({ kind: 'person', id: person.id, name: person.name, email: person.email } as const)
      : VISITOR;
    const visit = { person, language: 'uk', profile: null, path: pathname, query: searchParams } as const;
    c.set('visit', { ...visit, origin: 'http://localhost', ctx: test.as(actor), requestId: 'test' });
    await next();
  });
  app.onError((error, c) => (isRequestError(error) ? c.text(error.code, 403) : c.text(String(error), 500)));
  app.route('/', codeListRoutes());
  return app.request(path, body ? { method: 'POST', body } : {});
}

function form(fields: Readonly<Record<string, string | File | readonly string[]>>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat() as (string | File)[]) data.append(name, one);
  return data;
}

it('starting lists are taken by a coordinator, once, with their source', async () => {
  const home = '/cabinet/code-lists';
  expect(await (await ask(administrator, home)).text()).toContain('Області за початком коду КАТОТТГ (27 чинних кодів)');
  expect(await (await ask(contributor, home)).text()).not.toContain('Початкові довідники');
  const wanted = form({ list: ['oblasts', 'kekv', 'streets'] });
  expect(await (await ask(contributor, `${home}/starting`, wanted)).text()).toBe('not-permitted');
  expect((await ask(administrator, `${home}/starting`, form({ list: ['oblasts', 'kekv', 'streets'] }))).status).toBe(
    303,
  );
  await ask(administrator, `${home}/starting`, form({ list: ['oblasts'] }));
  const lists = await listCodeLists(test.ctx);
  expect(lists.map(({ serves, inUse }) => [serves, inUse])).toEqual([
    ['streets', 0],
    ['kekv', 57],
    ['oblasts', 27],
  ]);
  const page = await (await ask(administrator, `${home}/${lists[2]?.id}?q=${encodeURIComponent('тернопіль')}`)).text();
  expect(page).toContain('UA61');
  expect(page).not.toContain('UA05');
  expect(page).toContain('наказ Мінрегіону від 26.11.2020 № 290');
});

it('a file is shown as a difference first, then accepted, and its rows are told where they are wrong', async () => {
  const streets = (await listCodeLists(test.ctx)).find(({ serves }) => serves === 'streets');
  const home = `/cabinet/code-lists/${streets?.id}`;
  const csv = (text: string) => form({ file: new File([text], 'vulytsi.csv', { type: 'text/csv' }) });
  const wrong = await ask(administrator, `${home}/file`, csv('Код;Назва\n1;Садова\n1;Тиха\n'));
  expect([wrong.status, (await wrong.text()).includes('Рядок 2: код «1» уже є в рядку 1')]).toEqual([400, true]);
  const given = await ask(administrator, `${home}/file`, csv('Код;Назва;Тип\n1;Садова;вулиця\n2;Тиха;провулок\n'));
  const where = given.headers.get('location') ?? '';
  const shown = await (await ask(administrator, where)).text();
  expect(shown).toContain('Стануть чинними: 2');
  expect((await loadCodeList(test.ctx, streets?.id ?? '')).codes).toEqual([]);
  await ask(administrator, where, form({ what: 'only' }));
  const list = await loadCodeList(test.ctx, streets?.id ?? '');
  expect(list).toMatchObject({ version: 2, codes: [{ code: '1', category: 'вулиця' }, { code: '2' }] });
  const page = await (await ask(administrator, home)).text();
  expect(page).toContain('додано 2');
  expect(await (await ask(administrator, `${home}/codes.csv?version=2`)).text()).toContain('2,Тиха,,провулок,');
});

it('the command line loads the codifier of territories and says how many codes there are', async () => {
  const path = join(await test.ctx.objects.workFolder(), 'codifier.csv');
  const rows = [
    'UA53020110010112104,Зразківська,H,',
    'UA53020110020000001,Зразкове,C,UA53020110010112104',
    'UA99010010000000003,Вигадана,H,',
  ];
  await writeFile(path, `Код,Назва,Категорія,Вищий код\n${rows.join('\n')}\n`);
  expect(await runCodeList(['load', 'katottg', path], test.ctx)).toBe(0);
  expect(await runCodeList(['load', 'katottg', `${path}.no`], test.ctx)).toBe(2);
  expect(await runCodeList(['load', 'planets', path], test.ctx)).toBe(2);
  await writeFile(path, 'Номер,Назва\n101,Гімназія\n'); // not the codifier
  expect(await runCodeList(['load', 'katottg', path], test.ctx)).toBe(1);
  await writeFile(path, 'Код,Назва\n,Без коду\n');
  expect(await runCodeList(['load', 'katottg', path], test.ctx)).toBe(1);
  const list = (await listCodeLists(test.ctx)).find(({ serves }) => serves === 'katottg');
  expect(list).toMatchObject({ inUse: 3, version: 2 });
  // the settlements of the community itself are one click away then
  const offered = await (await ask(administrator, '/cabinet/code-lists')).text();
  expect(offered).toContain('Населені пункти громади (1 чинний код)');
  await ask(administrator, '/cabinet/code-lists/starting', form({ list: ['settlements'] }));
  const own = (await listCodeLists(test.ctx)).find(({ serves }) => serves === 'settlements');
  expect((await loadCodeList(test.ctx, own?.id ?? '')).codes).toMatchObject([
    { code: 'UA53020110020000001', name: 'Зразкове' },
  ]);
});

it('a file that would take most codes out of use is refused by the command line, told by the page, and put right by the whole file', async () => {
  const folder = await test.ctx.objects.workFolder();
  const whole = `Код,Назва\n${Array.from({ length: 12 }, (_, at) => `${at + 1},Видаток ${at + 1}`).join('\n')}\n`;
  const paths = [join(folder, 'whole.csv'), join(folder, 'other.csv')] as const;
  await writeFile(paths[0], whole);
  await writeFile(paths[1], 'Номер,Назва\n101,Гімназія\n');
  const inUse = async () => (await listCodeLists(test.ctx)).find(({ serves }) => serves === 'kved-sections')?.inUse;
  expect(await runCodeList(['load', 'kved-sections', paths[0], '--replace'], test.ctx)).toBe(0);
  expect(await inUse()).toBe(12);
  expect(await runCodeList(['load', 'kved-sections', paths[1]], test.ctx)).toBe(1);
  expect(await inUse()).toBe(12);
  const list = (await listCodeLists(test.ctx)).find(({ serves }) => serves === 'kved-sections');
  const home = `/cabinet/code-lists/${list?.id}`;
  const given = await ask(
    administrator,
    `${home}/file`,
    form({ file: new File(['Номер,Назва\n101,Гімназія\n'], 'other.csv') }),
  );
  const shown = await (await ask(administrator, given.headers.get('location') ?? '')).text();
  expect(shown).toContain('З ужитку вийде більше половини чинних кодів: 12.');
  expect(await runCodeList(['load', 'kved-sections', paths[1], '--replace'], test.ctx)).toBe(0);
  expect(await inUse()).toBe(1);
  expect(await runCodeList(['load', 'kved-sections', paths[0]], test.ctx)).toBe(0);
  expect(await inUse()).toBe(12);
});
