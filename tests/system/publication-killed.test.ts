import { afterAll, beforeAll, expect, test } from 'vitest';
import { findCard } from '../../src/capabilities/catalog/index.ts';
import { askForPublication, findPublicationRequest, listVersions } from '../../src/capabilities/publishing/index.ts';
import { bigDraft } from '../support/big-draft.ts';
import { insideSystem } from '../support/inside-system.ts';
import { killHard, type RunningSystem, startSystem, until } from '../support/start-system.ts';

const ROWS = 1_000_000;

let system: RunningSystem;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system?.stop());

test('a publication whose worker is killed in the middle is finished by the next one, once', async () => {
  await insideSystem(system.data, async (ctx) => {
    const dataset = await bigDraft(ctx, ROWS);
    await askForPublication(ctx, dataset.id);
    const state = async () => (await findPublicationRequest(ctx, dataset.id))?.state;
    await until('the work has begun', async () => (await state()) !== 'waiting', 30_000);
    const worker = system.processes().worker?.[0];
    killHard(worker);
    expect(await state()).toBe('working');
    expect(await findCard(ctx, dataset.id)).toBeNull();
    await until('it is published', async () => (await state()) === 'done', 90_000);
    expect(system.processes().worker?.[0]).not.toBe(worker);
    expect((await listVersions(ctx, dataset.id)).map(({ number }) => number)).toEqual([1]);
    const card = await findCard(ctx, dataset.id);
    expect(card?.resources[0]?.rows).toBe(ROWS);
    expect(card?.resources[0]?.fields.map(({ title }) => title)).toEqual(['Код', 'Назва']);
  });
}, 300_000);
