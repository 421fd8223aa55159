import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { setUp } from '../../src/capabilities/accounts/index.ts';
import { listDatasets, originsOf } from '../../src/capabilities/catalog/index.ts';
import {
  beginImport,
  changeExchangeSettings,
  goOnWithImport,
  importLines,
  matchHolders,
  openImport,
  startImport,
} from '../../src/capabilities/exchange/index.ts';
import { changeTrustedHosts } from '../../src/capabilities/sources/index.ts';
import { CITY, type CkanServer, startCkan } from '../support/ckan-server.ts';
import { insideSystem } from '../support/inside-system.ts';
import { killHard, type RunningSystem, startSystem, until } from '../support/start-system.ts';

const DATASETS = 300;
const KILLS = 6;

let system: RunningSystem;
let portal: CkanServer;
beforeAll(async () => {
  const fileOf = (n: number) => (n % 10 === 0 ? 'good' : n % 10 === 1 ? 'missing' : 'service');
  [system, portal] = await Promise.all([startSystem(), startCkan({ datasets: DATASETS, fileOf })]);
});
afterAll(async () => {
  await system?.stop();
  await portal?.close();
});

/** Kills the worker as the kernel would, and waits until another works. */
async function killWorker(): Promise<void> {
  const before = system.processes().worker?.[0];
  killHard(before);
  await until('there is another worker', () => {
    const now = system.processes().worker?.[0];
    return now !== undefined && now !== before;
  });
}

test('three hundred datasets carried over by a worker killed again and again: none doubled, none lost', async () => {
  await insideSystem(system.data, async (ctx) => {
    const community = { name: 'Вигадана громада', edrpou: CITY.edrpou, katottg: 'UA46020030010057497' };
    await setUp(ctx, { community, administrator: null });
    await changeTrustedHosts(ctx, ['127.0.0.1']);
    await changeExchangeSettings(ctx, { waitMs: 0, patienceSeconds: 5 });
    const { id } = await beginImport(ctx, { question: CITY.edrpou, portal: portal.url });
    const stateIs = async (state: string) => (await openImport(ctx, id)).one.state === state;
    await until('the list is read', () => stateIs('found'), 60_000);
    const lines = await importLines(ctx, (await openImport(ctx, id)).one);
    const holders = await matchHolders(
      ctx,
      lines.map(({ holder }) => holder),
    );
    const wish = holders.map(({ holder, unitId }) => ({ holder, unitId: unitId ?? 'new' }));
    await startImport(ctx, id, { itemIds: null, holders: wish, mend: true });
    const made = async () => DATASETS - ((await openImport(ctx, id)).items.get('asked') ?? 0);
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const enough = (DATASETS * kill) / (KILLS + 2);
      await until(`${Math.floor(enough)} drafts are there`, async () => (await made()) >= enough, 60_000);
      await sleep(Math.random() * 300); // in the middle of whatever it does
      await killWorker();
    }
    await until('all is carried over', () => stateIs('done'), 120_000);
    // a dataset that was in hand at three kills in a row is put aside by name; asked for again it comes
    await goOnWithImport(ctx, id);
    await until('what was put aside has come', () => stateIs('done'), 60_000);
    const after = await importLines(ctx, (await openImport(ctx, id)).one);
    expect(after.filter(({ state, datasetId }) => state !== 'done' || datasetId === null)).toEqual([]);
    const datasets = (await listDatasets(ctx, { unitIds: null }, { page: 1, size: 1000 })).items;
    expect(datasets.length).toBe(DATASETS);
    expect(datasets.filter(({ resources }) => resources.length !== 1)).toEqual([]);
    expect(new Set([...(await originsOf(ctx)).values()].map(({ remoteId }) => remoteId)).size).toBe(DATASETS);
    const files = after.flatMap((line) => line.files);
    const counts = Object.groupBy(files, ({ state }) => state);
    expect([counts.ready?.length, counts.failed?.length]).toEqual([DATASETS - 30, 30]);
    expect(new Set(counts.failed?.map(({ trouble }) => trouble?.code))).toEqual(new Set(['not-found']));
  });
}, 300_000);
