import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { VISITOR } from '../../kernel/actor.ts';
import { newId } from '../../kernel/ids.ts';
import type { Context } from '../../platform/context.ts';
import { createUnit, setUp, type Unit } from '../accounts/index.ts';
import * as catalog from './index.ts';

let world: TestContext;
let visitor: Context;
let units: Unit[];
const cards = new Map<string, catalog.Card>();

/** Publishes a card as publishing would, with the columns of the recommended structure. */
async function publishItem(item: catalog.RequiredItem, unit: Unit, day: number): Promise<catalog.Card> {
  const dataset = await catalog.createDataset(world.ctx, { unitId: unit.id, title: item.title });
  const table = newId();
  const formats = item.number % 3 === 0 ? ['PDF'] : ['CSV', 'JSON'];
  const fields = catalog.templateOf(item)?.fields ?? [];
  const card: catalog.Card = {
    datasetId: dataset.id,
    number: dataset.number,
    nationalId: null,
    slug: dataset.slug,
    state: 'published',
    closure: null,
    versionId: newId(),
    versionNumber: 1,
    unit: { id: unit.id, name: unit.name, slug: unit.slug, edrpou: unit.shownEdrpou },
    passport: catalog.applyRequiredItem(dataset.passport, item),
    resources: [
      { id: newId(), kind: 'table', title: 'Дані', tableId: table, rows: 10, fields, formats, file: null, url: null },
    ],
    firstPublishedAt: '2026-01-01T00:00:00Z',
    changedAt: new Date(Date.UTC(2026, 0, 1 + day)).toISOString(),
    dataAsOf: '2026-01-01T00:00:00Z',
  };
  await catalog.writeCard(world.ctx, card);
  return card;
}

const find = (q: string, more: Partial<catalog.CardSearch> = {}) =>
  catalog.searchCards(visitor, { q, page: 1, size: 5, ...more });
const placeOf = (found: catalog.FoundCards, key: string) =>
  1 + found.items.findIndex((card) => card.datasetId === cards.get(key)?.datasetId);

beforeAll(async () => {
  world = await makeTestContext();
  visitor = world.as(VISITOR);
  const community = { name: 'Зразківська громада', edrpou: '04054228', katottg: 'UA53020110010112104' };
  const administrator = { name: 'Олена', email: 'a@rada.example.ua', password: 'вербові сережки цвітуть' };
  const { root } = await setUp(visitor, { community, administrator });
  units = [root];
  for (const name of ['Департамент освіти', 'Управління комунального господарства'])
    units.push(await createUnit(world.ctx, { name, parentId: root.id }));
  for (const [at, item] of catalog.FIRST_EDITION.items.entries()) {
    const unit = units[at % units.length];
    if (!unit) throw new Error('no unit');
    const key =
      { all: 'A', 'state-administrations': 'D', 'local-government': 'L', city: 'C' }[item.audience] + item.number;
    cards.set(key, await publishItem(item, unit, at));
  }
});
afterAll(() => world.close());

/** Question → the item of the list it must bring within the first five. */
const QUESTIONS: readonly (readonly [string, string])[] = [
  ['зупинка', 'L10'],
  ['зупинок автобусів', 'L10'],
  ['де зупинки тролейбуса', 'L10'],
  ['ЗУПИНКАМИ', 'L10'],
  ['зупи', 'L10'],
  ['школа', 'L26'],
  ['території шкіл', 'L26'],
  ['територія обслуговування школи', 'L26'],
  ['дерево', 'L14'],
  ['видалення дерев', 'L14'],
  ['зелених насаджень', 'L14'],
  ['дитячий садок черга', 'L25'],
  ['черга в садок', 'L25'],
  ['дорога ремонт', 'L42'],
  ['ремонту доріг', 'L42'],
  ['перелік доріг місцевого значення', 'D6'],
  ['укриття', 'L55'],
  ['захисних споруд', 'L55'],
  ['депутат', 'L13'],
  ['голосуванням депутатів', 'L12'],
  ['поіменного голосування', 'L12'],
  ['петицій', 'L17'],
  ['електронна петиція', 'L17'],
  ['тарифів на воду', 'L44'],
  ['тариф', 'L44'],
  ['оренда землі', 'L41'],
  ['договорів оренди землі', 'L41'],
  ['орендар', 'L41'],
  ['паркувань', 'L19'],
  ['штрафом за паркування', 'L52'],
  ['майданчиків для дітей', 'L51'],
  ['дитячого майданчика', 'L51'],
  ['контейнер для сміття', 'L48'],
  ['безпритульних собак', 'L50'],
  ['вигулу собак', 'L53'],
  ['зарядної станції', 'L56'],
  ['камерою', 'L54'],
  ['рекламних засобів', 'L4'],
  ['реклама', 'L4'],
  ['ярмарок', 'L7'],
  ['бюджету участі', 'L18'],
  ['громадським бюджетом', 'L18'],
  ['благодійної допомоги', 'L31'],
  ['комунального майна', 'L1'],
  ['власністю комунальною', 'L1'],
  ['генерального плану', 'L35'],
  ['кадастру', 'L27'],
  ['будівельним паспортом', 'L22'],
  ['вбиралень', 'L37'],
  ['перевізника', 'L38'],
  ['розкладу автобусів', 'L39'],
  ['маршрутів', 'L38'],
  ['спецтехнікою', 'L24'],
  ['ліків у лікарнях', 'L11'],
  ['обладнанням медичним', 'L23'],
  ['адрес', 'L20'],
  ['інформаційного аудиту', 'A16'],
  ['регуляторного акта', 'A9'],
  ['цільової програми', 'L45'],
  ['приватизації землі', 'L46'],
  ['споживання електроенергії', 'L30'],
  ['квартирної черги', 'L29'],
  ["об'єкти комунальної власності", 'L1'],
  ['кіосків', 'L47'],
  ['zupynky', 'L10'],
  ['petytsii', 'L17'],
  ['pegbyrb', 'L10'],
  ['зyпинки', 'L10'],
];

describe('search over the 835 list', () => {
  it.each(QUESTIONS)('«%s» brings %s within the first five', async (question, key) => {
    const found = await find(question);
    const titles = found.items.map((card) => card.passport.title).join(' | ');
    expect(placeOf(found, key), titles).toBeGreaterThan(0);
  });

  it('asks enough questions', () => {
    expect(QUESTIONS.length).toBeGreaterThanOrEqual(40);
  });
});

describe('search', () => {
  test('reads units, headers of columns and numbers', async () => {
    expect((await find('департаменту освіти', { size: 100 })).total).toBeGreaterThan(20);
    expect(placeOf(await find('stopDesc'), 'L10')).toBe(1);
    expect(placeOf(await find(cards.get('L33')?.number ?? ''), 'L33')).toBe(1);
  });

  test('without words gives all, the latest first, with counts', async () => {
    const found = await find('', { size: 3 });
    expect([found.total, found.items.length, found.matched]).toEqual([79, 3, 'none']);
    expect(found.items.map((card) => card.changedAt)).toEqual(
      found.items
        .map((card) => card.changedAt)
        .toSorted()
        .toReversed(),
    );
    expect(found.facets.units.reduce((sum, { count }) => sum + count, 0)).toBe(79);
    expect(found.facets.formats.map(({ value }) => value)).toEqual(['CSV', 'JSON', 'PDF']);
    expect(found.facets.frequencies.reduce((sum, { count }) => sum + count, 0)).toBe(79);
    expect(found.facets.keywords[0]?.count).toBeGreaterThan(5);
    expect((await find('', { page: 27, size: 3 })).items).toHaveLength(1);
  });

  test('narrows by facets; a facet’s own choice does not narrow its counts', async () => {
    const unit = units[1];
    if (!unit) throw new Error('no unit');
    const found = await find('', { unit: unit.slug, theme: 'transport', format: 'csv', size: 100 });
    expect(found.total).toBeGreaterThan(0);
    for (const card of found.items) {
      expect(card.unit.id).toBe(unit.id);
      expect(card.passport.themes).toContain('transport');
      expect(card.resources[0]?.formats).toContain('CSV');
    }
    expect(found.facets.units.length).toBe(3);
    expect(found.facets.units.find(({ value }) => value === unit.slug)?.count).toBe(found.total);
    expect(found.facets.themes.find(({ value }) => value === 'transport')?.count).toBe(found.total);
    expect((await find('', { unit: unit.id, theme: 'transport', format: 'csv' })).total).toBe(found.total);
  });

  test('narrows by keyword, frequency and freshness, which follows the day', async () => {
    const all = await find('', { size: 100 });
    for (const { value, count } of all.facets.keywords.slice(0, 5)) {
      const found = await find('', { keyword: value.toUpperCase(), size: 100 });
      expect([found.total, found.items.length], value).toEqual([count, count]);
      expect(found.items.every((card) => card.passport.keywords.map((one) => one.toLowerCase()).includes(value))).toBe(
        true,
      );
    }
    for (const { value, count } of all.facets.frequencies) {
      const found = await find('', { frequency: value, size: 100 });
      expect([found.total, new Set(found.items.map((card) => card.passport.frequency))]).toEqual([
        count,
        new Set([value]),
      ]);
      expect(found.facets.frequencies).toEqual(all.facets.frequencies);
    }
    const counts = ({ facets }: catalog.FoundCards) =>
      Object.fromEntries(facets.freshness.map((one) => [one.value, one.count]));
    world.clock.set('2026-01-05T12:00:00Z');
    const early = await find('', { freshness: 'on-time', size: 100 });
    expect(
      early.items.every((card) => catalog.freshnessOf(card, new Date('2026-01-05T12:00:00Z')).kind === 'on-time'),
    ).toBe(true);
    expect(early.total).toBe(counts(early)['on-time']);
    world.clock.set('2027-06-01T12:00:00Z');
    const late = await find('', { freshness: 'late', size: 100 });
    expect([late.total, (await find('', { freshness: 'on-time' })).total]).toEqual([counts(late).late, 0]);
    expect(late.total).toBe(early.total + (counts(early).late ?? 0));
    expect((await find('ремонт', { freshness: 'late' })).total).toBeGreaterThan(0);
    world.clock.set('2026-11-01T12:00:00Z');
  });

  test('orders by newness and by use; among equals the more used comes first', async () => {
    const newest = await find('комунальна', { order: 'newest', size: 100 });
    const days = newest.items.map((card) => card.changedAt);
    expect(days).toEqual(days.toSorted().toReversed());
    const [first, second] = ['L53', 'L37'].map((key) => cards.get(key)?.datasetId ?? '');
    await catalog.recordUse(world.ctx, [
      { datasetId: first ?? '', views: 3, downloads: 1, requests: 0 },
      { datasetId: second ?? '', views: 0, downloads: 1, requests: 40 },
      { datasetId: newId(), views: 9, downloads: 9, requests: 9 },
    ]);
    await catalog.recordUse(world.ctx, [{ datasetId: first ?? '', views: 1, downloads: 0, requests: 0 }]);
    expect((await find('', { order: 'used' })).items.slice(0, 2).map((card) => card.datasetId)).toEqual([
      first,
      second,
    ]);
    expect(await catalog.useOf(world.ctx, first ?? '')).toEqual([
      { day: '2026-11-01', views: 4, downloads: 1, requests: 0 },
    ]);
  });

  test('falls back to cards with some of the words, and says so', async () => {
    const found = await find('зупинки марсоходів');
    expect(found.matched).toBe('any');
    expect(placeOf(found, 'L10')).toBe(1);
  });

  test('without an answer offers close words that have one', async () => {
    const found = await find('петеції', { literal: true });
    expect([found.total, found.matched, found.understood]).toEqual([0, 'all', null]);
    expect(found.near).toContain('петиції');
    for (const q of found.near) expect((await find(q)).total).toBeGreaterThan(0);
    expect((await find('ххххх')).near).toEqual([]);
    expect((await find('ххххх')).understood).toBeNull();
  });

  test.each([
    ['петеції', 'петиції', 'L17'],
    ['паркуваня', null, 'L19'],
    ['ярамрки', 'ярмарки', 'L7'],
    ['зупнки', 'зупинки', 'L10'],
    ['відеоспостереженя', null, 'L54'],
    ['pegbyrb', 'зупинки', 'L10'],
    ['gtnbws]', 'петиції', 'L17'],
    ['parkuvannia', 'паркування', 'L19'],
    ['jarmarky', 'ярмарки', 'L7'],
    ['smittia', 'сміття', 'L48'],
    ['пеаі', 'gtfs', 'L39'],
  ])('mends «%s» to «%s» and says so', async (q, understood, key) => {
    const found = await find(q);
    if (understood !== null) expect(found.understood).toBe(understood);
    if (key !== null) expect(placeOf(found, key), found.understood ?? '').toBeGreaterThan(0);
  });

  test.each([
    ['спортмайданчик', 'L51'],
    ['дитмайданчик', 'L51'],
    ['медобладнання', 'L23'],
    ['спец техніка', 'L24'],
    ['автодороги', 'L42'],
    ['дитсадок', 'L25'],
    ['вторсировина', 'L48'],
  ])('takes joined and clipped words apart: «%s»', async (q, key) => {
    expect(placeOf(await find(q), key)).toBeGreaterThan(0);
  });

  test.each([
    ['садочок', 'L25'],
    ['маршрутка', 'L38'],
    ['куди здати батарейки', 'L48'],
    ['ями на дорогах', 'L42'],
    ['дерева зрізати', 'L14'],
    ['квартплата', 'L44'],
    ['бомбосховище', 'L55'],
    ['бездомні собаки', 'L50'],
    ['ЦНАП', 'L21'],
    ['ДПТ', 'L35'],
    ['остановки', 'L10'],
    ['мусор', 'L48'],
    ['общественный туалет', 'L37'],
    ['bus stops', 'L10'],
    ['kindergarten', 'L25'],
    ['скільки витратили на ремонт доріг', 'L42'],
    ['як проголосував мій депутат', 'L12'],
  ])('knows everyday words: «%s»', async (q, key) => {
    expect(placeOf(await find(q), key)).toBeGreaterThan(0);
  });

  test('rare words of a question count more than common ones, whole answers more than parts', async () => {
    expect(placeOf(await find('об’єкти вбиралень'), 'L37')).toBe(1);
    expect(placeOf(await find('оренда землі'), 'L41')).toBe(1);
    expect(placeOf(await find('тарифи на послуги'), 'L44')).toBe(1);
    expect(placeOf(await find('комунальна власність'), 'L1')).toBe(1);
  });

  test('marks the words it looked for, not the ones it ruled out', async () => {
    const { stems } = await find('петеції');
    expect(stems).toContain('петиці');
    expect(stems).not.toContain('петеці');
  });

  test('reads a word of another layout with its marks, and nothing into letters without meaning', async () => {
    expect((await find(',.l;tn exfcns')).understood).toBe('бюджет участі');
    for (const q of ['[fnf', 'asdfgh', 'wifi', 'фівапр']) {
      const found = await find(q);
      expect([q, found.total, found.understood, found.missing.length]).toEqual([q, 0, null, 1]);
    }
  });

  test('takes English words for what they are, not for Ukrainian ones in Latin letters', async () => {
    for (const q of ['library', 'museum', 'cemetery']) expect([q, (await find(q)).total]).toEqual([q, 0]);
    expect(placeOf(await find('playground'), 'L51')).toBe(1);
    expect(placeOf(await find('zupynky'), 'L10')).toBe(1);
    expect(placeOf(await find('dytsadok'), 'L25')).toBeGreaterThan(0);
  });

  test('mends the last letter, and leaves forms of verbs as they were typed', async () => {
    expect(placeOf(await find('зупинкм'), 'L10')).toBeGreaterThan(0);
    expect((await find('скільки петицій підтримано')).understood).toBeNull();
  });

  test('keeps medicines and schools apart, and answers without a tail of other words', async () => {
    const schools = cards.get('L26')?.datasetId;
    for (const q of ['ліки', 'ліків'])
      expect((await find(q, { size: 100 })).items.map((card) => card.datasetId)).not.toContain(schools);
    expect(placeOf(await find('ліки'), 'L11')).toBe(1);
    const found = await find('спортмайданчик', { size: 100 });
    expect([placeOf(found, 'L51'), placeOf(found, 'L19')]).toEqual([1, 0]);
  });

  test('is nothing when only «whose» of a question is somewhere, and tells which word is nowhere', async () => {
    const nothing = await find('міські Крематорії');
    expect([nothing.total, nothing.missing]).toEqual([0, ['Крематорії']]);
    expect((await find('зупинки марсоходів')).missing).toEqual(['марсоходів']);
    expect((await find('зупинки')).missing).toEqual([]);
  });

  test.each(["'", '\\', ':*', '&|!()<->', "а' | б", '\u0000', '%_', 'я'.repeat(5000)])(
    'takes %j as words',
    async (q) => {
      expect((await find(q)).items.length).toBeLessThanOrEqual(5);
    },
  );
});

describe('suggestions', () => {
  test('lead to datasets, units and themes while a word is typed, and mend it', async () => {
    const of = async (q: string) =>
      (await catalog.suggest(visitor, q)).map(
        (one) => `${one.kind} ${'title' in one ? one.title : 'q' in one ? one.q : one.code}`,
      );
    expect((await of('зупи'))[0]).toBe('dataset Зупинки міського електричного та автомобільного транспорту');
    expect(await of('департамент осв')).toContain('unit Департамент освіти');
    expect(await of('транспорт')).toContain('theme transport');
    expect((await of('петеції'))[0]).toBe('question петиції');
    expect(await of('з')).toEqual([]);
    expect(await of('ххххх')).toEqual([]);
    expect((await of('а')).length + (await of('')).length).toBe(0);
  });
});

describe('the city’s words', () => {
  test('work at once, in any form, and no longer when removed', async () => {
    expect(placeOf(await find('стометрівка'), 'L20')).toBe(0);
    const group = await catalog.addCityWords(world.ctx, {
      everyday: 'стометрівка,  біла альтанка ',
      official: 'адресний реєстр',
    });
    expect(group.everyday).toEqual(['стометрівка', 'біла альтанка']);
    expect(placeOf(await find('на стометрівці'), 'L20')).toBe(1);
    expect(placeOf(await find('білу альтанку'), 'L20')).toBe(1);
    await catalog.changeCityWords(world.ctx, group.id, { everyday: 'стометрівка', official: 'петиції' });
    expect(placeOf(await find('стометрівка'), 'L17')).toBe(1);
    await catalog.removeCityWords(world.ctx, group.id);
    expect((await find('стометрівка')).total).toBe(0);
    expect(await catalog.listCityWords(world.ctx)).toEqual([]);
  });

  test('are refused when empty, everywhere or too many, and to visitors', async () => {
    const faults = (everyday: string, official: string) =>
      catalog.addCityWords(world.ctx, { everyday, official }).then(
        () => [],
        (error: { fields: { field: string }[] }) => error.fields.map(({ field }) => field),
      );
    expect(await faults('', ' , ')).toEqual(['everyday', 'official']);
    expect(await faults('як і де', 'петиції')).toEqual(['everyday']);
    expect(await faults('а'.repeat(101), 'петиції')).toEqual(['everyday']);
    expect(await faults(Array.from({ length: 51 }, (_, at) => `слово${at}`).join(), 'петиції')).toEqual(['everyday']);
    await expect(catalog.addCityWords(visitor, { everyday: 'а', official: 'б' })).rejects.toMatchObject({
      kind: 'signed-out',
    });
    await expect(catalog.listMissed(visitor)).rejects.toMatchObject({ kind: 'signed-out' });
    await expect(catalog.removeCityWords(world.ctx, newId())).rejects.toMatchObject({ kind: 'not-found' });
    await expect(catalog.removeCityWords(world.ctx, 'нема')).rejects.toMatchObject({ kind: 'not-found' });
  });

  test('questions that found nothing are counted without what may be personal', async () => {
    for (const q of [
      'Марсоходи  Луцька',
      'марсоходи луцька',
      'єдиноріг',
      'Іваненко 0671234567',
      'a@b.ua',
      'я'.repeat(200),
      '%',
      '\ufffd\ufffd',
      '12',
      '<script>alert',
    ])
      await catalog.recordMissed(visitor, q);
    const missed = await catalog.listMissed(world.ctx);
    expect(missed.map(({ question, times }) => [question, times])).toEqual([
      ['марсоходи луцька', 2],
      ['єдиноріг', 1],
    ]);
    await catalog.forgetMissed(world.ctx, 'єдиноріг');
    expect(await catalog.listMissed(world.ctx)).toHaveLength(1);
  });
});

describe('the vocabulary', () => {
  test('follows the cards: a word of a closed card is forgotten, one that is back is known again', async () => {
    const card = cards.get('L28');
    if (!card) throw new Error('no card');
    const passport = { ...card.passport, title: 'Бузкові гойдалки Кривовулиці' };
    await catalog.writeCard(world.ctx, { ...card, passport });
    expect((await find('бузкові кривовулеці')).understood).toBe('бузкові кривовулиці');
    await catalog.writeCard(world.ctx, card);
    expect((await find('кривовулиці')).total).toBe(0);
    expect((await find('кривовулеці')).understood).toBeNull();
  });

  test('is made anew for cards cut by earlier rules', async () => {
    await sql`update catalog_entry set search = '' where dataset_id = ${cards.get('L10')?.datasetId}`.execute(
      world.ctx.db,
    );
    await sql`update catalog_entry set analysis = 0`.execute(world.ctx.db);
    expect(placeOf(await find('зупинка тролейбуса'), 'L10')).toBe(0);
    await catalog.indexCardsJob.handle(world.ctx, {}, { id: 'j', attempt: 1, last: false });
    expect(placeOf(await find('зупинка тролейбуса'), 'L10')).toBeGreaterThan(0);
  });
});

describe('cards', () => {
  test('are found by slug, id and resource', async () => {
    const card = cards.get('L10');
    if (!card) throw new Error('no card');
    expect(await catalog.findCard(visitor, card.slug)).toEqual(card);
    expect(await catalog.findCard(visitor, card.datasetId.toUpperCase())).toEqual(card);
    expect(await catalog.findCardOfResource(visitor, card.resources[0]?.id ?? '')).toEqual(card);
    expect(await catalog.findCard(visitor, 'nema-takoho')).toBeNull();
    expect(await catalog.findCardOfResource(visitor, newId())).toBeNull();
  });

  test('keep an earlier slug working, and nobody else gets it', async () => {
    const card = cards.get('L50');
    if (!card) throw new Error('no card');
    await catalog.writeCard(world.ctx, { ...card, slug: 'bezprytulni-tvaryny' });
    expect((await catalog.findCard(visitor, card.slug))?.slug).toBe('bezprytulni-tvaryny');
    expect((await catalog.findCard(visitor, 'bezprytulni-tvaryny'))?.datasetId).toBe(card.datasetId);
  });

  test('leave search when closed and keep their address', async () => {
    const card = cards.get('L53');
    const before = await catalog.catalogNumbers(visitor);
    if (!card) throw new Error('no card');
    const closure = { reason: 'Воєнний стан', order: '№ 1', reviewOn: '2027-01-01', at: '2026-11-01T00:00:00Z' };
    for (const state of ['suspended', 'withdrawn'] as const) {
      await catalog.writeCard(world.ctx, { ...card, state, closure });
      expect(placeOf(await find('вигул собак'), 'L53')).toBe(0);
      expect((await catalog.findCard(visitor, card.slug))?.state).toBe(state);
      expect((await catalog.catalogNumbers(visitor)).datasets).toBe(before.datasets - 1);
    }
    await catalog.writeCard(world.ctx, card);
    expect(placeOf(await find('вигул собак'), 'L53')).toBe(1);
    expect(await catalog.catalogNumbers(visitor)).toEqual(before);
  });

  test('take a table of 5,000 columns with long titles', async () => {
    const card = cards.get('L51');
    const [resource] = card?.resources ?? [];
    const [model] = cards.get('L10')?.resources[0]?.fields ?? [];
    if (!card || !resource || !model) throw new Error('no card');
    const words = (at: number) =>
      Array.from({ length: 20 }, (_, word) => `показник${at}літера${word}`)
        .join(' ')
        .slice(0, 254);
    const fields = Array.from({ length: 5000 }, (_, at) => ({ ...model, name: `f${at}`, title: words(at) }));
    await catalog.writeCard(world.ctx, { ...card, resources: [{ ...resource, fields }] });
    expect(placeOf(await find('показник7літера3'), 'L51')).toBe(1);
    expect(placeOf(await find('дитячий майданчик'), 'L51')).toBe(1);
    await catalog.writeCard(world.ctx, card);
  });

  test('are counted', async () => {
    const numbers = await catalog.catalogNumbers(visitor);
    expect(numbers).toMatchObject({ datasets: 79, resources: 79, rows: 790, units: 3 });
    expect((await catalog.newestCards(visitor, 2)).map(({ changedAt }) => changedAt)[0]).toBe(numbers.changedAt);
  });
});
