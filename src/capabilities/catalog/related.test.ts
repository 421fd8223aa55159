import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { setUpCommunity } from '../../../tests/support/publish-file.ts';
import { addDays, dayOf } from '../../kernel/dates.ts';
import type { Card } from './card.ts';
import { changePassport, createDataset, lateCards, loadDataset, relatedCards, writeCard } from './index.ts';

let test: TestContext;
let unitId: string;
const cards = new Map<string, Card>();

interface Given {
  readonly keywords: string[];
  readonly theme: string;
  readonly columns?: string[];
  readonly daysOld?: number;
  readonly kind?: 'table' | 'link';
}

/** A published card as publishing would write it. */
async function put(title: string, given: Given): Promise<void> {
  const { ctx } = test;
  const { id, passport } = await createDataset(ctx, { unitId, title, resource: { kind: 'table', title } });
  await changePassport(ctx, id, {
    ...passport,
    keywords: given.keywords,
    themes: [given.theme],
    frequency: 'once a week',
  });
  const dataset = await loadDataset(ctx, id);
  const at = `${addDays(dayOf(test.clock.now()), -(given.daysOld ?? 0))}T09:00:00.000Z`;
  const fields = (given.columns ?? []).map((column, i) => ({
    ...{ name: `c${i}`, title: column, type: 'text' as const, format: '', unit: '', purpose: '', required: false },
    ...{ identifier: false, sensitivity: 'open' as const, geometry: null, sourceColumn: i },
  }));
  const card: Card = {
    datasetId: id,
    number: dataset.number,
    nationalId: null,
    slug: dataset.slug,
    state: 'published',
    closure: null,
    versionId: id,
    versionNumber: 1,
    unit: { id: unitId, name: 'Управління', slug: 'upravlinnia', edrpou: null },
    passport: dataset.passport,
    resources: [
      {
        ...{
          id,
          kind: given.kind ?? 'table',
          title,
          tableId: null,
          rows: 1,
          fields,
          formats: ['CSV'],
          file: null,
          url: null,
        },
      },
    ],
    firstPublishedAt: at,
    changedAt: at,
    dataAsOf: at,
  };
  await writeCard(ctx, card);
  cards.set(title, card);
}

const of = (title: string): Card => {
  const card = cards.get(title);
  if (!card) throw new Error(title);
  return card;
};

beforeAll(async () => {
  test = await makeTestContext({ now: '2026-11-20T10:00:00+02:00' });
  unitId = await setUpCommunity(test);
  await put('Зупинки громадського транспорту', {
    keywords: ['зупинки', 'автобус'],
    theme: 'transport',
    columns: ['Маршрути'],
  });
  await put('Маршрути автобусів', {
    keywords: ['автобуси', 'розклад'],
    theme: 'transport',
    columns: ['Маршрути', 'Назва'],
  });
  await put('Паркувальні майданчики', { keywords: ['паркування'], theme: 'transport', daysOld: 40 });
  await put('Бібліотеки громади', { keywords: ['книги'], theme: 'molod-i-sport', daysOld: 9 });
  await put('Вигаданий API розкладу автобусів', { keywords: ['розклад'], theme: 'finansy', kind: 'link', daysOld: 90 });
});
afterAll(() => test.close());

const titles = (found: readonly Card[]) => found.map((card) => card.passport.title);

describe('related datasets', () => {
  it('are those of shared words, themes and columns, the nearest first, never the dataset itself', async () => {
    const found = titles(await relatedCards(test.ctx, of('Зупинки громадського транспорту'), 5));
    expect(found.slice(0, 2)).toEqual(['Маршрути автобусів', 'Паркувальні майданчики']);
    expect(found).not.toContain('Зупинки громадського транспорту');
    // of the same office, but about something else
    expect(found).not.toContain('Бібліотеки громади');
  });

  it('are none where nothing is near, and none that was closed', async () => {
    expect(await relatedCards(test.ctx, of('Бібліотеки громади'), 5)).toEqual([]);
    await writeCard(test.ctx, { ...of('Маршрути автобусів'), state: 'suspended' });
    const found = titles(await relatedCards(test.ctx, of('Зупинки громадського транспорту'), 5));
    expect(found).not.toContain('Маршрути автобусів');
    await writeCard(test.ctx, of('Маршрути автобусів'));
  });
});

describe('late datasets', () => {
  it('are counted over all, the longest late first; an address elsewhere is never late', async () => {
    const all = await lateCards(test.ctx, { unitId, most: 1 });
    expect([all.count, titles(all.cards)]).toEqual([2, ['Паркувальні майданчики']]);
    expect((await lateCards(test.ctx, { unitId: null, most: 9 })).cards).toHaveLength(2);
    expect((await lateCards(test.ctx, { unitId: '01990000-0000-7000-8000-000000000009', most: 9 })).count).toBe(0);
  });
});
