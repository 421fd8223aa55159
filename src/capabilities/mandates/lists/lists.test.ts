import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { FIRST_EDITION } from '../../catalog/index.ts';
import { findItem, listItems, loadLists, searchItems } from '../index.ts';

let test: TestContext;

beforeAll(async () => {
  test = await makeTestContext();
});
afterAll(() => test.close());

it('the edition the product brings is on record word for word, beside an empty local list', async () => {
  const { editions, items } = await loadLists(test.ctx);
  expect(editions.map(({ id, state }) => [id, state])).toEqual([
    ['835-2024-10', 'current'],
    ['local', 'current'],
    ['local-removed', 'retired'],
  ]);
  expect(items.map(({ editionId: _, approvedBy: __, ...item }) => item)).toEqual(FIRST_EDITION.items);
  expect(await listItems(test.ctx)).toHaveLength(79);
});

it('an item is found by its line, and by words in any form', async () => {
  const items = await listItems(test.ctx);
  const stops = await findItem(test.ctx, 'local-10');
  expect(stops?.title).toContain('Зупинки');
  expect(await findItem(test.ctx, 'local-99')).toBeNull();
  expect(searchItems(items, 'зупинок')[0]).toEqual(stops);
  expect(searchItems(items, 'орендарями землі')[0]?.number).toBe(41);
  expect(searchItems(items, 'укрит')[0]?.number).toBe(55);
  expect(searchItems(items, '')).toHaveLength(10);
});
