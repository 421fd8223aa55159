import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { setUpCommunity } from '../../../tests/support/publish-file.ts';
import { VISITOR } from '../../kernel/actor.ts';
import { isRequestError } from '../../kernel/errors.ts';
import { viewHistory } from '../accounts/index.ts';
import * as catalog from './index.ts';

let world: TestContext;
let unitId: string;

beforeAll(async () => {
  world = await makeTestContext({ now: '2026-11-20T10:00:00+02:00' });
  unitId = await setUpCommunity(world);
});
afterAll(() => world.close());

async function refusal(deed: Promise<unknown>): Promise<string> {
  try {
    await deed;
  } catch (error) {
    if (isRequestError(error)) return [error.kind, error.code, ...error.fields.map(({ field }) => field)].join(' ');
    throw error;
  }
  return 'done';
}

const plan = (title: string, dueOn = '2026-12-20') => ({
  unitId,
  title,
  description: 'Що і коли відключатимуть.',
  themes: ['transport'],
  dueOn,
});

async function deedsOf(id: string): Promise<string[]> {
  const { items } = await viewHistory(world.ctx, { subjectId: id }, { size: 50 });
  return items.map(({ deed }) => deed);
}

describe('the table of a dataset’s life', () => {
  test('has every pair of states once, and a way back for each step that can be undone', () => {
    const pairs = catalog.LIFE.map(({ from, to }) => `${from} ${to}`);
    expect(new Set(pairs).size).toBe(pairs.length);
    for (const { from, to, undo } of catalog.LIFE) {
      if (undo) expect(catalog.stepOf(to, undo), `${from} → ${to}`).not.toBeNull();
    }
    const leading = (to: string) => catalog.LIFE.filter((step) => step.to === to).map(({ from }) => from);
    // nothing comes back from a withdrawal, and nothing public ever becomes internal
    expect(catalog.LIFE.filter(({ from }) => from === 'withdrawn')).toEqual([]);
    expect(leading('internal')).toEqual(['draft']);
    // whatever the public sees is reached through the gate of publishing
    const shown = ['published', 'suspended', 'archived', 'withdrawn'];
    expect(catalog.LIFE.filter(({ to, gate }) => shown.includes(to) !== gate)).toEqual([]);
  });

  test('refuses every step that is not in it, and every step of the gate by another hand', async () => {
    const { id } = await catalog.createDataset(world.ctx, { unitId, title: 'Кроки' });
    for (const state of catalog.DATASET_STATES.filter((one) => one !== 'draft' && one !== 'internal')) {
      expect(await refusal(catalog.changeDatasetState(world.ctx, id, state)), state).toBe('conflict state-not-allowed');
    }
    for (const state of ['planned', 'suspended', 'archived'] as const) {
      const taken = catalog.changeDatasetState(world.ctx, id, state, { gate: true });
      expect(await refusal(taken), state).toBe('conflict state-not-allowed');
    }
    expect(await deedsOf(id)).toEqual(['dataset.created']);
  });
});

describe('a promise to the public', () => {
  test('is made with a term and words, and stands at the address of the dataset to be', async () => {
    const dataset = await catalog.planDataset(world.ctx, plan('Планові відключення води'));
    expect(dataset.state).toBe('planned');
    const promise = await catalog.findPromise(world.as(VISITOR), dataset.slug);
    expect(promise).toMatchObject({
      title: 'Планові відключення води',
      dueOn: '2026-12-20',
      state: 'open',
      unit: { id: unitId, name: 'Управління освіти' },
    });
    expect(await deedsOf(dataset.id)).toContain('promise.made');
    expect(await catalog.findCard(world.ctx, dataset.slug)).toBeNull();
  });

  test('names the faults of its form, and asks the right to publish', async () => {
    expect(await refusal(catalog.planDataset(world.ctx, plan('Т', '2026-12-20')))).toBe('invalid form-invalid title');
    expect(await refusal(catalog.planDataset(world.ctx, plan('Тарифи', '2026-11-19')))).toBe(
      'invalid form-invalid dueOn',
    );
    expect(await refusal(catalog.planDataset(world.as(VISITOR), plan('Тарифи')))).toBe('signed-out signed-out');
  });

  test('is found by its words, the nearest term first; a later term is told beside the first one', async () => {
    const later = await catalog.planDataset(world.ctx, plan('Відключення світла', '2027-01-15'));
    const sooner = await catalog.planDataset(world.ctx, plan('Відключення тепла', '2026-12-01'));
    const found = await catalog.openPromises(world.as(VISITOR), { q: 'відключень', most: 10 });
    expect(found.items.map(({ title }) => title)).toEqual([
      'Відключення тепла',
      'Планові відключення води',
      'Відключення світла',
    ]);
    expect((await catalog.openPromises(world.ctx, { q: 'відключення світла', most: 10 })).total).toBe(1);
    await catalog.promiseDataset(world.ctx, sooner.id, '2027-02-01');
    expect(await catalog.promiseOfDataset(world.ctx, sooner.id)).toMatchObject({
      dueOn: '2027-02-01',
      firstDueOn: '2026-12-01',
    });
    expect(await deedsOf(later.id)).not.toContain('promise.changed');
    expect(await deedsOf(sooner.id)).toContain('promise.changed');
  });

  test('is overdue from the day after its term, and told so', () => {
    const promise = { state: 'open' as const, dueOn: '2026-11-20', keptAt: null };
    const at = (day: string) => catalog.standingOf(promise, new Date(`${day}T12:00:00+02:00`));
    expect(at('2026-11-19')).toEqual({ kind: 'ahead', days: 1 });
    expect(at('2026-11-20')).toEqual({ kind: 'ahead', days: 0 });
    expect(at('2026-11-22')).toEqual({ kind: 'overdue', days: 2 });
    const kept = { ...promise, state: 'kept' as const, keptAt: '2026-11-23T08:00:00Z' };
    expect(catalog.standingOf(kept, new Date('2027-01-01'))).toEqual({ kind: 'kept-late', days: 3 });
  });

  test('taken back: its page says why, the dataset is a draft, its address stays its own; said anew, it is open again', async () => {
    const { id, slug } = await catalog.planDataset(world.ctx, plan('Черги до садочків'));
    expect(await refusal(catalog.deleteDataset(world.ctx, id))).toBe('conflict promise-open');
    expect(await refusal(catalog.dropPromise(world.ctx, id, '  '))).toBe('invalid form-invalid reason');
    await catalog.dropPromise(world.ctx, id, 'Дані веде область, а не громада');
    expect(await refusal(catalog.dropPromise(world.ctx, id, 'Ще раз'))).toBe('conflict no-promise');
    expect((await catalog.loadDataset(world.ctx, id)).state).toBe('draft');
    await catalog.promiseDataset(world.ctx, id, '2027-03-01');
    expect(await catalog.findPromise(world.ctx, slug)).toMatchObject({ state: 'open', reason: null });
    await catalog.dropPromise(world.ctx, id, 'Дані веде область, а не громада');
    await catalog.deleteDataset(world.ctx, id);
    expect(await catalog.findPromise(world.as(VISITOR), slug)).toMatchObject({
      state: 'dropped',
      reason: 'Дані веде область, а не громада',
    });
    const again = await catalog.createDataset(world.ctx, { unitId, title: 'Черги до садочків' });
    expect(again.slug).not.toBe(slug);
  });

  test('holds its address while the title of the draft is still being worked on', async () => {
    const dataset = await catalog.planDataset(world.ctx, plan('Маршрути'));
    const passport = { ...dataset.passport, title: 'Маршрути міських автобусів' };
    const changed = await catalog.changePassport(world.ctx, dataset.id, passport);
    expect(changed.slug).toBe(dataset.slug);
  });
});
