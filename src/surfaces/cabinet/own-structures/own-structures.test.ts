import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { createPerson, type Person, setUp } from '../../../capabilities/accounts/index.ts';
import {
  allStandards,
  FIRST_EDITION,
  listOwnStandards,
  loadOwnStandard,
  standardFieldsAsCsv,
  standardFieldsOfText,
} from '../../../capabilities/catalog/index.ts';
import { VISITOR } from '../../../kernel/actor.ts';
import { isRequestError } from '../../../kernel/errors.ts';
import { RECOMMENDED } from '../../../tabular/standards/index.ts';
import type { SurfaceEnv } from '../../components/index.ts';
import { structureRoutes } from '../../portal/structures/structure-routes.tsx';
import { ownStructureRoutes } from './index.ts';

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
  const { id: unitId } = made.root;
  const person = { name: 'Іван', email: 'i@rada.example.ua', role: 'contributor', unitId } as const;
  contributor = await createPerson(test.ctx, { ...person, password: 'вербові сережки цвітуть' });
});
afterAll(() => test.close());

async function ask(person: Person | null, path: string, body?: Record<string, string>): Promise<Response> {
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
  app.route('/', ownStructureRoutes());
  app.route('/', structureRoutes());
  if (!body) return app.request(path);
  const form = new FormData();
  for (const [name, value] of Object.entries(body)) form.set(name, value);
  return app.request(path, { method: 'POST', body: form });
}

const text = async (person: Person | null, path: string) => (await ask(person, path)).text();
const HOME = '/cabinet/city/structures';
const LINES =
  'name,title,description,datatype,required\nshelterName,Назва притулку,"як у статуті, повністю",string,true\nanimals,Тварин,,integer,';

describe('structures of the community', () => {
  it('are made of lines, get versions, go out of use, and stand on the public page', async () => {
    const made = await ask(administrator, HOME, {
      title: 'Притулки',
      fields: LINES,
      source: 'складено нами',
      complete: '1',
    });
    const place = made.headers.get('location') ?? '';
    expect(made.status).toBe(303);
    const id = /structures\/([0-9a-f-]{36})/.exec(place)?.[1] ?? '';
    const changed = `${LINES}\nphone,Телефон,,text,false`;
    await ask(administrator, `${HOME}/${id}`, {
      title: 'Притулки',
      fields: changed,
      source: 'складено нами',
      complete: '1',
    });
    await ask(administrator, `${HOME}/${id}`, {
      title: 'Притулки',
      fields: changed,
      source: 'складено нами',
      complete: '1',
    });
    const { standard, versions } = await loadOwnStandard(test.ctx, id);
    expect(standard).toMatchObject({ version: 2, retiredOn: null, complete: true });
    expect(standard.fields[0]).toMatchObject({
      name: 'shelterName',
      purpose: 'як у статуті, повністю',
      required: true,
    });
    expect(versions.map(({ version, fields, by }) => [version, fields, by])).toEqual([
      [2, 3, 'Олена'],
      [1, 2, 'Олена'],
    ]);
    const shown = await text(null, '/open-data/structures');
    expect(shown).toContain('Притулки');
    expect(await text(null, `/open-data/structures/own-${id}`)).toContain('Назва притулку');
    await ask(administrator, `${HOME}/${id}/use`, { use: 'retire' });
    expect((await allStandards(test.ctx)).map(({ key }) => key)).not.toContain(`own-${id}`);
    expect(await text(administrator, `${HOME}/${id}`)).toContain('виведено з ужитку');
    await ask(administrator, `${HOME}/${id}/use`, { use: 'restore' });
    expect((await listOwnStandards(test.ctx))[0]?.retiredOn).toBeNull();
  });

  it('say in their place what is wrong with a line, and are changed only by those who coordinate', async () => {
    const wrong = await ask(administrator, HOME, { title: 'Х', fields: 'назва,Назва,,string,true', complete: '1' });
    expect(wrong.status).toBe(400);
    const page = await wrong.text();
    expect(page).toContain('Рядок 1 «назва,Назва,,string,true»');
    expect(page).toContain('назва,Назва,,string,true</textarea>');
    expect((await ask(contributor, HOME, { title: 'Х', fields: LINES })).status).toBe(403);
    expect(await text(contributor, HOME)).not.toContain('Нова структура');
  });

  it('are written as lines and read back the same', () => {
    const fields = RECOMMENDED.flatMap((standard) => (standard.key === 'buildings' ? standard.fields : []));
    const read = standardFieldsOfText(standardFieldsAsCsv(fields));
    expect(read.faults).toEqual([]);
    expect(read.fields.map(({ name, title, type, required }) => [name, title, type, required])).toEqual(
      fields.map(({ name, title, type, required }) => [name, title, type, required]),
    );
    expect(standardFieldsOfText('a;А;;текст;так\na;Б;;текст;').faults).toHaveLength(1);
  });
});

describe('the page of structures', () => {
  it('has all forty-four, each with its fields, its source and empty files', async () => {
    expect(RECOMMENDED).toHaveLength(44);
    expect(RECOMMENDED.reduce((sum, { fields }) => sum + fields.length, 0)).toBe(567);
    const all = await text(null, '/open-data/structures');
    for (const { key } of RECOMMENDED) expect(all).toContain(`/open-data/structures/${key}"`);
    const one = await text(null, '/open-data/structures/stops');
    expect(one).toContain('відома частково');
    expect(one).toContain('data.loda.gov.ua');
    expect(await text(null, '/open-data/structures/buildings/template.csv')).toMatch(/^\uFEFF?id,isPartOf,title/);
    expect(await text(null, '/open-data/structures/buildings/fields.csv')).toContain('id,Ідентифікатор,');
    const book = await ask(null, '/open-data/structures/buildings/template.xlsx');
    expect(new Uint8Array(await book.arrayBuffer()).slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
    expect((await ask(null, '/open-data/structures/nothing')).status).toBe(403);
  });

  it('knows every table that required sets recommend', () => {
    const keys = new Set(RECOMMENDED.map(({ key }) => key));
    expect(FIRST_EDITION.items.flatMap(({ tables }) => tables).filter((table) => !keys.has(table))).toEqual([]);
  });
});
