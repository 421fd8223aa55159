import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { form } from '../../../../tests/support/cabinet-site.ts';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { draftDataset, setUpCommunity } from '../../../../tests/support/publish-file.ts';
import { wholeSite } from '../../../../tests/support/whole-site.ts';
import { createPerson, createUnit, listUnits, type Person } from '../../../capabilities/accounts/index.ts';
import {
  changeDatasetState,
  type Dataset,
  dropPromise,
  findPromise,
  lateCards,
  loadDataset,
  makeInternal,
  planDataset,
} from '../../../capabilities/catalog/index.ts';
import { startFile } from '../../../capabilities/drafts/index.ts';
import { askForPublication, publishDataset } from '../../../capabilities/publishing/index.ts';
import { isRequestError } from '../../../kernel/errors.ts';

const FILE = {
  name: 'камери.csv',
  text: 'Номер;Адреса камери;Позначка\n1;вул. Таємна, 5;qwerty\n2;вул. Прихована, 7;zxcvb\n',
  restricted: ['Позначка'],
};

let test: TestContext;
let unitId: string;
let otherUnit: string;
let responsible: Person;
let reader: Person;
let stranger: Person;

async function person(name: string, role: 'responsible' | 'reader', unit: string): Promise<Person> {
  const email = `${name}@example.org`;
  return createPerson(test.ctx, { name, email, password: 'довгий пароль для перевірки', role, unitId: unit });
}

beforeAll(async () => {
  test = await makeTestContext({ now: '2026-11-20T10:00:00+02:00' });
  unitId = await setUpCommunity(test);
  const root = (await listUnits(test.ctx)).find(({ parentId }) => parentId === null);
  otherUnit = (await createUnit(test.ctx, { name: 'Управління безпеки', parentId: root?.id ?? '' })).id;
  responsible = await person('vidpovidalna', 'responsible', unitId);
  reader = await person('chytach', 'reader', otherUnit);
  const third = (await createUnit(test.ctx, { name: 'Архів', parentId: root?.id ?? '' })).id;
  stranger = await person('storonnii', 'reader', third);
});
afterAll(() => test.close());

async function text(path: string, who: Person | null = null): Promise<{ status: number; body: string }> {
  const answer = await wholeSite(test, who).request(path);
  return { status: answer.status, body: await answer.text() };
}

async function codeOf(deed: Promise<unknown>): Promise<string> {
  return deed.then(
    () => 'done',
    (error: unknown) => (isRequestError(error) ? error.code : String(error)),
  );
}

describe('an internal dataset', () => {
  let dataset: Dataset;
  beforeAll(async () => {
    const draft = await draftDataset(test, unitId, 'Камери спостереження', FILE);
    const who = test.as({ kind: 'person', ...responsible });
    dataset = await makeInternal(who, draft.id, { reason: 'Оперативні відомості', readerUnitIds: [otherUnit] });
  });

  it('is no card, no search answer, no feed entry, no line of the sitemap', async () => {
    const open = await draftDataset(test, unitId, 'Камери переходів', FILE);
    await publishDataset(test.ctx, open.id);
    for (const path of [
      '/',
      '/datasets',
      '/datasets?q=камери',
      '/units',
      '/themes/molod-i-sport',
      '/feed.atom',
      '/units/upravlinnia-osvity/feed.atom',
      '/themes/molod-i-sport/feed.atom',
      '/sitemap.xml',
      '/promised',
      '/suggest?q=камер',
      '/api/1/datasets?q=камери',
    ]) {
      const { status, body } = await text(path);
      expect(status, path).toBe(200);
      expect(body, path).not.toContain('Камери спостереження');
      expect(body, path).not.toContain(dataset.slug);
    }
    expect((await text('/datasets?q=камери')).body).toContain('переходів');
  });

  it('has no page, passport, structure, picture, frame, rows, download or file, for anybody', async () => {
    const [resource] = dataset.resources;
    const base = `/datasets/${dataset.slug}`;
    const paths = [
      base,
      `/datasets/${dataset.id}`,
      ...['passport', 'structure', 'versions', 'api', 'passport.json', 'picture.png', 'feed.atom', 'versions/1'].map(
        (part) => `${base}/${part}`,
      ),
      `${base}/structure/${resource?.id}.json`,
      `${base}/explorer`,
      `/embed/${dataset.id}`,
      `/embed/${resource?.id}`,
      `/embed/${resource?.id}.svg`,
      `/embed/${resource?.id}.png`,
      `/api/1/datasets/${dataset.slug}`,
      `/api/1/datasets/${dataset.id}`,
      `/api/rows/${resource?.id}`,
      `/api/rows/${resource?.id}/openapi.json`,
      `/api/rows/${resource?.id}/try`,
      `/download/${resource?.id}.csv`,
      `/download/${resource?.id}.xlsx`,
      `/file/${resource?.id}`,
    ];
    for (const who of [null, responsible, reader]) {
      for (const path of paths) {
        const { status, body } = await text(path, who);
        expect(status, path).toBe(404);
        expect(body, path).not.toContain('Таємна');
      }
    }
  });

  it('is asked at addresses that answer for a public dataset', async () => {
    const open = await draftDataset(test, unitId, 'Камери мостів', FILE);
    await publishDataset(test.ctx, open.id);
    const [resource] = open.resources;
    const id = resource?.id ?? '';
    const paths = [`/datasets/${open.slug}/passport.json`, `/datasets/${open.slug}/picture.png`, `/api/rows/${id}`];
    paths.push(`/embed/${id}`, `/download/${id}.csv`, `/api/1/datasets/${open.slug}`, `/datasets/${open.slug}/api`);
    paths.push(`/datasets/${open.slug}/structure/${id}.json`, `/datasets/${open.slug}/explorer`);
    for (const path of paths) expect((await text(path)).status, path).toBe(200);
  });

  it('is never published, however it is asked', async () => {
    expect(await codeOf(publishDataset(test.ctx, dataset.id))).toBe('dataset-internal');
    expect(await codeOf(askForPublication(test.ctx, dataset.id))).toBe('dataset-internal');
    expect(await codeOf(changeDatasetState(test.ctx, dataset.id, 'published', { gate: true }))).toBe(
      'state-not-allowed',
    );
  });

  it('is read by its own unit and by the named one, without closed columns; to others it is not there', async () => {
    for (const who of [responsible, reader]) {
      const page = await text(`/cabinet/internal/${dataset.id}`, who);
      expect(page.status).toBe(200);
      expect(page.body).toContain('вул. Таємна, 5');
      expect(page.body).not.toContain('qwerty');
      expect((await text('/cabinet/internal', who)).body).toContain('Камери спостереження');
    }
    expect((await text(`/cabinet/internal/${dataset.id}`, stranger)).status).toBe(404);
    expect((await text('/cabinet/internal', stranger)).body).not.toContain('Камери спостереження');
    expect((await text(`/cabinet/datasets/${dataset.id}`, reader)).status).toBe(403);
  });

  it('is taken from a unit, and made an ordinary draft again, in its page of the cabinet', async () => {
    const site = wholeSite(test, responsible);
    const post = (deed: string, values: [string, string][] = []) =>
      site.request(`/cabinet/datasets/${dataset.id}/life/${deed}`, form(values));
    expect((await post('readers')).status).toBe(303);
    expect((await text(`/cabinet/internal/${dataset.id}`, reader)).status).toBe(404);
    expect((await post('draft')).status).toBe(303);
    expect((await loadDataset(test.ctx, dataset.id)).state).toBe('draft');
    const refused = await post('internal', [['reason', '']]);
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('Напишіть, чому набір службовий');
  });
});

describe('a promised dataset', () => {
  it('is on the home page, in the list, in the search and at its unit, with its term; followed by Atom at its own address', async () => {
    const planned = await planDataset(test.ctx, {
      unitId,
      title: 'Черги до басейнів',
      description: 'Скільки дітей чекає.',
      themes: ['molod-i-sport'],
      dueOn: '2026-12-01',
    });
    for (const path of ['/', '/promised', '/datasets?q=басейн', '/units/upravlinnia-osvity', '/promised/feed.atom']) {
      expect((await text(path)).body, path).toContain('Черги до басейнів');
    }
    const page = await text(`/datasets/${planned.slug}`);
    expect(page.status).toBe(200);
    expect(page.body).toContain('до 1 грудня 2026');
    expect((await text(`/datasets/${planned.slug}/feed.atom`)).body).toContain('Обіцяно оприлюднити до 1 грудня 2026');
    test.clock.set('2026-12-04T10:00:00+02:00');
    expect((await text(`/datasets/${planned.slug}`)).body).toContain('строк минув 3 дні тому');
    test.clock.set('2026-11-20T10:00:00+02:00');
    await dropPromise(test.ctx, planned.id, 'Дані веде область');
    const gone = await text(`/datasets/${planned.slug}`);
    expect([gone.status, gone.body.includes('Дані веде область')]).toEqual([410, true]);
    expect((await text('/promised')).body).not.toContain('Черги до басейнів');
  });

  it('becomes a draft by its first file and is kept by its publication, at the same address', async () => {
    const planned = await planDataset(test.ctx, {
      unitId,
      title: 'Гуртки',
      description: 'Де і які.',
      themes: ['molod-i-sport'],
      dueOn: '2026-12-01',
    });
    const wish = { fileName: 'гуртки.csv', size: 10, kind: 'table' as const, unitId: null, datasetId: planned.id };
    await startFile(test.ctx, { ...wish, limit: 1000 });
    expect((await loadDataset(test.ctx, planned.id)).state).toBe('draft');
    expect(await findPromise(test.ctx, planned.slug)).toMatchObject({ state: 'open' });
    const ready = await draftDataset(test, unitId, 'Гуртки міста', FILE);
    await wholeSite(test, responsible).request(
      `/cabinet/datasets/${ready.id}/life/promise`,
      form({ dueOn: '2026-11-25' }),
    );
    await publishDataset(test.ctx, ready.id);
    expect(await findPromise(test.ctx, ready.slug)).toMatchObject({ state: 'kept' });
    expect((await text(`/datasets/${ready.slug}`)).body).toContain('Завантажити');
    expect((await text('/promised')).body).toContain('зроблено вчасно');
  });
});

describe('an archived dataset', () => {
  it('keeps page, rows and downloads, says that it is updated no more, is never late, and comes back', async () => {
    const dataset = await draftDataset(test, unitId, 'Стара мережа шкіл', FILE);
    const { resources } = await publishDataset(test.ctx, dataset.id);
    const site = wholeSite(test, responsible);
    const refused = await site.request(`/cabinet/datasets/${dataset.id}/life/archive`, form({ reason: '', order: '' }));
    expect(refused.status).toBe(400);
    const order = { reason: 'Мережу реорганізовано', order: 'Рішення № 7' };
    const done = await site.request(`/cabinet/datasets/${dataset.id}/life/archive`, form(order));
    expect(done.status).toBe(303);
    expect((await loadDataset(test.ctx, dataset.id)).state).toBe('archived');
    test.clock.set('2029-11-20T10:00:00+02:00');
    const late = await lateCards(test.ctx, { unitId, most: 50 });
    expect(late.cards.map(({ datasetId }) => datasetId)).not.toContain(dataset.id);
    const page = await text(`/datasets/${dataset.slug}`);
    expect(page.body).toContain('Архівний набір, більше не оновлюється');
    expect(page.body).toContain('Рішення № 7');
    test.clock.set('2026-11-20T10:00:00+02:00');
    expect((await text(`/api/rows/${resources[0]?.id}`)).status).toBe(200);
    expect(await codeOf(publishDataset(test.ctx, dataset.id))).toBe('dataset-archived');
    await site.request(`/cabinet/datasets/${dataset.id}/life/unarchive`, form({}));
    expect((await loadDataset(test.ctx, dataset.id)).state).toBe('published');
    expect((await text(`/datasets/${dataset.slug}`)).body).not.toContain('Архівний набір');
  });
});
