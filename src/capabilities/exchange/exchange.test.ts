import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CITY, type CkanServer, startCkan } from '../../../tests/support/ckan-server.ts';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import type { Context } from '../../platform/context.ts';
import { actorOfPerson, createPerson, listUnits, setUp } from '../accounts/index.ts';
import { findCard, listDatasets, loadDataset, originsOf } from '../catalog/index.ts';
import { changePassportPart } from '../drafts/index.ts';
import { changeTrustedHosts } from '../sources/index.ts';
import {
  beginImport,
  carryJob,
  changeExchangeSettings,
  chooseOrganization,
  decideDifference,
  goOnWithImport,
  type Import,
  importLines,
  listDifferences,
  lookAgain,
  matchHolders,
  openImport,
  publishReady,
  startImport,
  undoChoice,
} from './index.ts';

let t: TestContext;
let own: Context;
let portal: CkanServer;
const portals: CkanServer[] = [];

beforeAll(async () => {
  t = await makeTestContext();
  const community = { name: 'Вигадана громада', edrpou: CITY.edrpou, katottg: 'UA46020030010057497' };
  const { root } = await setUp(t.ctx, { community, administrator: null });
  const given = { name: 'Ганна Мальва', email: 'hanna@example.org', password: 'верба-над-ставком-27' };
  own = t.as(actorOfPerson(await createPerson(t.ctx, { ...given, role: 'coordinator', unitId: root.id })));
  await changeTrustedHosts(t.ctx, ['127.0.0.1']);
  await changeExchangeSettings(own, { waitMs: 0, patienceSeconds: 1 });
});
afterAll(async () => {
  await Promise.all(portals.map((one) => one.close()));
  await t.close();
});

async function open(options: Parameters<typeof startCkan>[0] = {}): Promise<CkanServer> {
  portal = await startCkan(options);
  portals.push(portal);
  return portal;
}

/** Looks at the portal to the end of the list. */
async function looked(question: string, at = portal.url): Promise<Import> {
  const { id } = await beginImport(own, { question, portal: at });
  await t.runJobs();
  return (await openImport(own, id)).one;
}

/** Begins with all that was found; units are those that match, new ones where none does. */
async function start(id: string, mend = true): Promise<void> {
  const { one } = await openImport(own, id);
  const lines = await importLines(own, one);
  const holders = await matchHolders(
    own,
    lines.filter(({ state }) => state === 'found').map(({ holder }) => holder),
  );
  await startImport(own, id, {
    itemIds: null,
    holders: holders.map(({ holder, unitId }) => ({ holder, unitId: unitId ?? 'new' })),
    mend,
  });
}

const all = async () => (await listDatasets(t.ctx, { unitIds: null }, { page: 1, size: 1000 })).items;
const linesOf = async (id: string) => importLines(own, (await openImport(own, id)).one);

describe('what the city has on a portal', () => {
  it('is found by its code and carried over whole, with the units it names', async () => {
    await open({ datasets: 8 });
    const { id, state, organizations } = await looked(CITY.edrpou);
    expect([state, organizations.map(({ title }) => title)]).toEqual(['found', [CITY.title]]);
    await start(id);
    await t.runJobs();
    const { one, items, files } = await openImport(own, id);
    expect([one.state, items.get('done'), files.get('ready')]).toEqual(['done', 8, 8]);
    const units = (await listUnits(t.ctx)).map(({ name }) => name);
    expect(units).toContain('Відділ земельних відносин');
    const datasets = await all();
    const first = datasets.find(({ passport }) => passport.title === portal.packages[0]?.title);
    expect(first?.passport).toMatchObject({
      language: 'uk',
      frequency: 'once a year',
      themes: ['derzhava'],
      keywords: ['громада', 'тема-0'],
      responsibleName: 'Марко Вигаданий',
      responsibleEmail: 'dani0@hromada.example.org',
      previousUrl: `${portal.url}/dataset/${portal.packages[0]?.name}`,
    });
    const origin = (await originsOf(t.ctx)).get(first?.id ?? '');
    expect(origin).toMatchObject({ remoteId: portal.packages[0]?.id, portal: new URL(portal.url).host });
    expect(origin?.firstPublishedAt?.toISOString()).toBe('2018-01-10T00:00:00.000Z');
    await publishReady(own, id);
    await t.runJobs();
    expect((await findCard(t.ctx, first?.id ?? ''))?.firstPublishedAt).toBe('2018-01-10T00:00:00.000Z');
    const published = (await linesOf(id)).filter(({ datasetState }) => datasetState === 'published');
    expect(published.length).toBe(7);
    const left = (await linesOf(id)).filter(({ datasetState }) => datasetState === 'draft');
    expect(left.map(({ trouble }) => trouble?.text.uk)).toEqual([expect.stringContaining('відповідальну особу')]);
  });

  it('is chosen among organizations of one name, or by the address of its page, or as one dataset', async () => {
    await open({
      dialect: 'plain',
      datasets: 9,
      holders: ['Відділ культури А', 'Відділ культури Б', 'Фінансове управління'],
    });
    const found = await looked('відділ культури');
    expect([found.state, found.organizations.map(({ title }) => title).sort()]).toEqual([
      'which',
      ['Відділ культури А', 'Відділ культури Б'],
    ]);
    await chooseOrganization(own, found.id, found.organizations[0]?.id ?? '');
    await t.runJobs();
    expect((await linesOf(found.id)).length).toBe(3);
    const byPage = await looked(`${portal.url}/organization/holder-2`);
    expect([byPage.state, byPage.expected]).toEqual(['found', 3]);
    const one = await looked(`${portal.url}/dataset/${portal.packages[4]?.name}`);
    expect((await linesOf(one.id)).map(({ remoteId }) => remoteId)).toEqual([portal.packages[4]?.id]);
    const whole = await looked(portal.url);
    expect((await linesOf(whole.id)).length).toBe(9);
  });

  it('is told in words where nothing can be read, and nothing is asked inside the network', async () => {
    await open({ datasets: 3 });
    const reason = async (question: string, at?: string) => (await looked(question, at)).trouble?.code;
    expect(await reason('Місто, якого немає')).toBe('no-organization');
    expect(await reason('99999990')).toBe('no-organization');
    portal.misbehave = () => ({ kind: 'page' });
    expect(await reason(portal.url)).toBe('broken-answer');
    portal.misbehave = () => ({ kind: 'status', status: 404 });
    expect(await reason(portal.url)).toBe('not-ckan');
    portal.misbehave = () => ({ kind: 'status', status: 503 });
    expect(await reason(portal.url)).toBe('server-error');
    expect(await reason('http://10.0.0.7/')).toBe('inside-address');
    await expect(beginImport(own, { question: ' ', portal: '' })).rejects.toMatchObject({ code: 'bad-question' });
    await expect(beginImport(own, { question: 'a', portal: 'ftp://x' })).rejects.toMatchObject({ code: 'bad-portal' });
  });

  it('is read to the end though the portal stumbles: busy, silent, broken off, unreadable', async () => {
    await open({ datasets: 230 });
    portal.misbehave = (path, nth) => {
      if (!path.endsWith('package_search')) return nth === 1 ? { kind: 'status', status: 502 } : null;
      const misdeeds = [
        { kind: 'status', status: 429 },
        { kind: 'silent' },
        { kind: 'half' },
        { kind: 'broken-json' },
      ] as const;
      return nth % 2 === 1 ? (misdeeds[((nth - 1) / 2) % misdeeds.length] ?? null) : null;
    };
    const { id, state, looked: count } = await looked(portal.url);
    expect([state, count, (await linesOf(id)).length]).toEqual(['found', 230, 230]);
  });

  it('is asked no oftener than the settings say, whoever asks', async () => {
    await open({ datasets: 120 });
    await changeExchangeSettings(own, { waitMs: 150, patienceSeconds: 1 });
    await looked(portal.url);
    await changeExchangeSettings(own, { waitMs: 0, patienceSeconds: 1 });
    const times = portal.asked.map(({ at }) => at);
    const gaps = times.slice(1).map((at, n) => at - (times[n] ?? 0));
    expect(gaps.length).toBeGreaterThan(1);
    // seen by the portal a question may come late, and the next then seems early: half of the wait is sure, and without one there are a few milliseconds
    expect(Math.min(...gaps)).toBeGreaterThan(75);
  });
});

const KINDS = ['good', 'missing', 'html', 'slow', 'cut', 'windows-1251', 'broken-xlsx', 'spaces', 'empty'] as const;

describe('a file of a portal', () => {
  it('that is missing, slow, broken or no file is told by name; the others come', async () => {
    await open({ datasets: 9, dialect: 'plain', fileOf: (n) => KINDS[n] ?? 'good' });
    const { id } = await looked(portal.url);
    await start(id);
    await t.runJobs();
    const lines = await linesOf(id);
    const told = KINDS.map((_, n) => {
      const file = lines.find(({ remoteId }) => remoteId === portal.packages[n]?.id)?.files[0];
      return `${file?.state} ${file?.trouble?.code ?? '-'}`;
    });
    expect(told).toEqual([
      'ready -',
      'failed not-found',
      'failed page-instead',
      'failed too-slow',
      'failed cut-short',
      'ready -',
      expect.stringMatching(/^look /),
      'ready -',
      'failed file-empty',
    ]);
    expect((await openImport(own, id)).one.state).toBe('done');
    portal.fileOf = () => 'good';
    await goOnWithImport(own, id);
    await t.runJobs();
    expect((await openImport(own, id)).files.get('ready')).toBe(8);
    expect((await openImport(own, id)).files.get('failed') ?? 0).toBe(0);
  });
});

/** Everything a job may do to the outside is counted, and at the n-th of it the job is killed: before it, or after it but before anybody hears of it. */
function dyingAt(ctx: Context, n: number): Context {
  let left = n;
  const step = async <T>(deed: () => Promise<T>): Promise<T> => {
    left -= 1;
    if (left === 0) throw new Error('killed before');
    const done = await deed();
    left -= 1;
    if (left === 0) throw new Error('killed after');
    return done;
  };
  const db = new Proxy(ctx.db, {
    get(target, name) {
      if (name !== 'transaction') {
        const value = Reflect.get(target, name);
        return typeof value === 'function' ? value.bind(target) : value;
      }
      return () => ({
        execute: (deed: (tx: Context['db']) => Promise<unknown>) => step(() => target.transaction().execute(deed)),
      });
    },
  });
  const objects = new Proxy(ctx.objects, {
    get(target, name) {
      const value = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      const bound = value.bind(target);
      return name === 'takeFile' ? (...given: unknown[]) => step(() => bound(...given)) : bound;
    },
  });
  return { ...ctx, db, objects };
}

describe('carrying over that is killed', () => {
  it('at every step goes on with nothing doubled and nothing lost', async () => {
    await open({ datasets: 14, dialect: 'plain', holders: ['Відділ звірки'] });
    const { id } = await looked(portal.url);
    const before = (await all()).length;
    await start(id);
    const carry = carryJob({ limit: 10_000_000, trustedHosts: async () => ['127.0.0.1'] });
    let died = 0;
    for (let n = 1; n < 400; n += 1) {
      try {
        await carry.handle(
          dyingAt(t.ctx, 1 + (n % 23)),
          { importId: id },
          { id: `killed ${n}`, attempt: 1, last: false },
        );
        break;
      } catch (error) {
        if (!String(error).includes('killed')) throw error;
        died += 1;
      }
    }
    await t.runJobs();
    expect(died).toBeGreaterThan(22);
    // what killed the work three times is put aside by name, and comes when it is asked for again
    const aside = (await linesOf(id)).filter(({ state }) => state === 'failed');
    expect(aside.every(({ trouble }) => trouble?.code === 'interrupted')).toBe(true);
    await goOnWithImport(own, id);
    await t.runJobs();
    const { one, items, files } = await openImport(own, id);
    const lines = await linesOf(id);
    expect([one.state, items.get('failed') ?? 0, lines.length]).toEqual(['done', 0, 14]);
    expect(files.get('ready')).toBe(14);
    expect((await all()).length - before).toBe(14);
    expect(new Set(lines.map(({ datasetId }) => datasetId)).size).toBe(14);
    const origins = [...(await originsOf(t.ctx)).values()].filter(({ portal: host }) => portal.url.endsWith(host));
    expect(new Set(origins.map(({ remoteId }) => remoteId)).size).toBe(14);
    const resources = (await all())
      .filter((one) => lines.some((line) => line.datasetId === one.id))
      .map((one) => one.resources.length);
    expect(resources).toEqual(Array(14).fill(1));
  });

  it('repeated, by another import too, makes no doubles', async () => {
    const before = (await all()).length;
    const again = await looked(portal.url);
    expect(again.state).toBe('done');
    expect((await linesOf(again.id)).every(({ datasetId }) => datasetId !== null)).toBe(true);
    await lookAgain(own, again.id);
    await t.runJobs();
    expect((await all()).length).toBe(before);
  });
});

describe('a later look at the portal', () => {
  it('tells only what differs, in three columns; ours or theirs is taken field by field, and back again', async () => {
    await open({ datasets: 4, dialect: 'plain', holders: ['Сектор порівнянь'] });
    const { id } = await looked(portal.url);
    await start(id);
    await t.runJobs();
    expect((await listDifferences(own, id)).datasets).toEqual([]);
    const [first, second, third, fourth] = portal.packages;
    if (!first || !second || !third || !fourth) throw new Error('no packages');
    const mine = (await linesOf(id)).find(({ remoteId }) => remoteId === first.id)?.datasetId ?? '';
    await changePassportPart(own, mine, { description: 'Наш опис' });
    Object.assign(first, { notes: 'Їхній новий опис', title: 'Їхня нова назва' });
    Object.assign(second.resources[0] ?? {}, { last_modified: '2026-10-01T00:00:00' });
    const gone = portal.packages.splice(2, 1);
    portal.packages.push({ ...fourth, id: 'novyi-nabir', name: 'novyi-nabir', title: 'Новий набір порталу' });
    await lookAgain(own, id);
    await t.runJobs();
    const { datasets } = await listDifferences(own, id);
    const byTitle = new Map(datasets.map((one) => [one.datasetId, one]));
    expect(byTitle.get(mine)?.fields).toEqual([
      { field: 'title', ours: expect.any(String), theirs: 'Їхня нова назва', lastSeen: expect.any(String) },
      {
        field: 'description',
        ours: 'Наш опис',
        theirs: 'Їхній новий опис',
        lastSeen: expect.stringContaining('відомості громади'),
      },
    ]);
    expect(datasets.filter(({ goneAt }) => goneAt !== null).map(({ title }) => title)).toEqual([gone[0]?.title]);
    const filed = datasets.find(({ files }) => files.length > 0);
    expect(filed?.files.map(({ kind }) => kind)).toEqual(['changed']);
    expect((await linesOf(id)).filter(({ state }) => state === 'found').map(({ title }) => title)).toEqual([
      'Новий набір порталу',
    ]);

    const taken = await decideDifference(own, { datasetId: mine, field: 'title', take: 'theirs' });
    await decideDifference(own, { datasetId: mine, field: 'description', take: 'ours' });
    expect((await loadDataset(own, mine)).passport).toMatchObject({
      title: 'Їхня нова назва',
      description: 'Наш опис',
    });
    expect((await listDifferences(own, id)).datasets.some(({ datasetId }) => datasetId === mine)).toBe(false);
    await undoChoice(own, taken ?? '');
    expect((await loadDataset(own, mine)).passport.title).not.toBe('Їхня нова назва');
    const again = (await listDifferences(own, id)).datasets.find(({ datasetId }) => datasetId === mine);
    expect(again?.fields.map(({ field }) => field)).toEqual(['title']);

    await decideDifference(own, { datasetId: filed?.datasetId ?? '', field: 'files', take: 'theirs' });
    await t.runJobs();
    expect((await openImport(own, id)).files.get('ready')).toBe(4);
    expect((await listDifferences(own, id)).datasets.some(({ files }) => files.length > 0)).toBe(false);
    expect(portal.asked.filter(({ path }) => path.includes('dani-1.csv')).length).toBe(2);

    // a file another import has found comes by the one that carried the dataset over
    const [sample] = second.resources;
    if (!sample) throw new Error('no file');
    second.resources.push({ ...sample, id: 'novyi-fail', name: 'Новий файл' });
    await looked(portal.url);
    const grown = (await listDifferences(own, id)).datasets.find(({ files }) => files.length > 0);
    expect(grown?.files.map(({ kind }) => kind)).toEqual(['new']);
    await decideDifference(own, { datasetId: grown?.datasetId ?? '', field: 'files', take: 'theirs' });
    await t.runJobs();
    expect((await loadDataset(own, grown?.datasetId ?? '')).resources.map(({ title }) => title)).toContain(
      'Новий файл',
    );
    expect((await openImport(own, id)).files.get('ready')).toBe(5);
  });
});
