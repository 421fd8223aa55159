import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { draftDataset, giveFile, setUpCommunity } from '../../../tests/support/publish-file.ts';
import type { Context } from '../../platform/context.ts';
import { askAlone } from '../../platform/database/ask-together.ts';
import { actorOfPerson, changePerson, createPerson, type Person } from '../accounts/index.ts';
import { changePassport, changeStructure, type Dataset, loadDataset } from '../catalog/index.ts';
import { carryForward, changeDraftStructure } from '../drafts/index.ts';
import { listHistory } from '../history/index.ts';
import { cancelReading, latestReading } from '../ingest/index.ts';
import { listNotices } from '../notices/index.ts';
import { findPublication, listVersions, publishDataset, submitDataset, suspendDataset } from '../publishing/index.ts';
import { changeReviewSettings, reviewSettings } from '../review/index.ts';
import {
  changeTrustedHosts,
  failedLoadsQuestion,
  fetchFileJob,
  fetchNow,
  openSource,
  removeSource,
  type SourceForm,
  setSource,
  switchSource,
  tickJob,
} from './index.ts';

const HEAD = 'Номер школи;Назва;Кількість учнів\n';
const FIRST = `${HEAD}101;Гімназія «Сокіл»;520\n102;Ліцей № 2;640\n`;
const SECOND = `${HEAD}101;Гімназія «Сокіл»;530\n102;Ліцей № 2;640\n103;Школа № 3;310\n`;

let test: TestContext;
let unitId: string;
let person: Person;
let own: Context;
let server: Server;
let base: string;
/** What the other server has now. */
let served: { body: string | Buffer; status?: number; headers?: Record<string, string> };
let asked: IncomingMessage['headers'][] = [];

beforeAll(async () => {
  test = await makeTestContext({ now: '2026-11-02T08:00:00+02:00' });
  unitId = await setUpCommunity(test);
  person = await newPerson('Ірина Сич');
  own = test.as(actorOfPerson(person));
  server = createServer((request, response) => {
    asked.push(request.headers);
    const { body, status = 200, headers = {} } = served;
    if (headers.etag && request.headers['if-none-match'] === headers.etag) return void response.writeHead(304).end();
    return void response.writeHead(status, { 'content-type': 'text/csv', ...headers }).end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await changeTrustedHosts(test.ctx, ['127.0.0.1']);
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await test.close();
});
beforeEach(async () => {
  // the sources of earlier tests rest
  await sql`update sources_source set state = 'off', next_at = null, trouble = null`.execute(test.ctx.db);
  asked = [];
  served = { body: SECOND };
});

let people = 0;
function newPerson(name: string): Promise<Person> {
  people += 1;
  const email = `person${people}@example.org`;
  return createPerson(test.ctx, { name, email, role: 'responsible', unitId, password: 'вербові сережки цвітуть' });
}

/** A published dataset of schools with a source, and the id of its one file. */
async function published(
  title: string,
  form: Partial<SourceForm> = {},
  typeOfNumbers: 'integer' | 'text' = 'integer',
): Promise<{ dataset: Dataset; resourceId: string }> {
  const dataset = await draftDataset(test, unitId, title, {
    name: 'школи.csv',
    text: FIRST,
    identifier: ['Номер школи'],
  });
  const resourceId = dataset.resources[0]?.id ?? '';
  const fields = (dataset.resources[0]?.structure.fields ?? []).map((field, at) =>
    at === 0 ? { ...field, type: typeOfNumbers } : field,
  );
  await changeDraftStructure(test.ctx, resourceId, { fields }, await latestReading(test.ctx, resourceId));
  await test.runJobs();
  await publishDataset(test.ctx, dataset.id);
  pass(0.01); // the newest file is told by its time
  await setSource(own, resourceId, formOf(form));
  return { dataset, resourceId };
}

function formOf(form: Partial<SourceForm> = {}): SourceForm {
  return {
    kind: 'web',
    address: `${base}/schools.csv`,
    auth: 'none',
    authName: '',
    secret: '',
    schedule: { every: 'day', hour: 6 },
    moveDate: false,
    ...form,
  };
}

function pass(hours: number): void {
  test.clock.set(new Date(test.clock.now().getTime() + hours * 3_600_000));
}

/** The clock goes on and whatever is due is done. */
async function tick(hours = 24): Promise<void> {
  pass(hours);
  await test.ctx.db
    .transaction()
    .execute((db) => sql`select pgboss.job_common`.execute(db).catch(() => {}))
    .catch(() => {});
  await runTick();
  await test.runJobs();
}

async function runTick(): Promise<void> {
  await tickJob.handle(test.ctx, {}, { id: 'tick', attempt: 1, last: false });
}

const versionOf = async ({ id }: Dataset) => (await findPublication(test.ctx, id))?.versionNumber;
const loadsOf = async (dataset: Dataset, resourceId: string) => (await openSource(own, dataset.id, resourceId)).loads;
const stateOf = async (dataset: Dataset, resourceId: string) => {
  const [load] = await loadsOf(dataset, resourceId);
  return [load?.state, load?.reason?.code ?? null];
};
const kindsOf = async (datasetId: string, reader = own) =>
  (await listNotices(reader, { size: 100 })).items
    .filter(({ subject }) => subject.id === datasetId)
    .map(({ kind }) => kind);

describe('a file that changed', () => {
  it('goes the road of a hand upload to the next version, in the name of who set the source', async () => {
    const { dataset, resourceId } = await published('Школи за розкладом');
    await runTick();
    await test.runJobs();
    expect(asked).toHaveLength(0); // its time has not come
    await tick();
    expect(asked).toHaveLength(1);
    expect(await versionOf(dataset)).toBe(2);
    const [version] = await listVersions(test.ctx, dataset.id);
    expect([version?.publishedBy, version?.changes?.rowsAdded, version?.changes?.rowsChanged]).toEqual([
      'Ірина Сич',
      1,
      1,
    ]);
    expect(await loadsOf(dataset, resourceId)).toMatchObject([
      { state: 'published', cause: 'schedule', bytes: Buffer.byteLength(SECOND), rows: 3, versionNumber: 2 },
    ]);
    const { source } = await openSource(own, dataset.id, resourceId);
    expect(source).toMatchObject({ nextAt: new Date('2026-11-04T06:00:00+02:00'), failures: 0, trouble: null });
  });

  it('that moved its columns is put under the structure as it is', async () => {
    const { dataset, resourceId } = await published('Переставлені стовпці');
    served = { body: 'Кількість учнів;Номер школи;Назва\n530;101;Гімназія «Сокіл»\n' };
    await tick();
    expect(await stateOf(dataset, resourceId)).toEqual(['published', null]);
    const { resources } = await loadDataset(test.ctx, dataset.id);
    expect(resources[0]?.structure.fields.map(({ title, sourceColumn }) => [title, sourceColumn])).toEqual([
      ['Номер школи', 1],
      ['Назва', 2],
      ['Кількість учнів', 0],
    ]);
  });

  it('keeps the types that were published: codes that look like numbers stay text', async () => {
    const { dataset, resourceId } = await published('Типи лишаються', {}, 'text');
    await tick();
    expect(await stateOf(dataset, resourceId)).toEqual(['published', null]);
    const { resources } = await loadDataset(test.ctx, dataset.id);
    expect(resources[0]?.structure.fields[0]).toMatchObject({ title: 'Номер школи', type: 'text' });
  });
});

describe('the same bytes', () => {
  it('change nothing but the time of the look; the server is asked by its mark', async () => {
    const { dataset, resourceId } = await published('Ті самі байти');
    served = { body: SECOND, headers: { etag: '"v1"', 'last-modified': 'Sun, 01 Nov 2026 10:00:00 GMT' } };
    await tick();
    expect(await versionOf(dataset)).toBe(2);
    const before = await findPublication(test.ctx, dataset.id);
    await tick();
    expect(asked[1]).toMatchObject({ 'if-none-match': '"v1"', 'if-modified-since': 'Sun, 01 Nov 2026 10:00:00 GMT' });
    served = { body: SECOND, headers: { etag: '"v2"' } }; // another mark, the same file
    await tick();
    expect(await findPublication(test.ctx, dataset.id)).toEqual(before);
    expect((await loadsOf(dataset, resourceId)).map(({ state }) => state)).toEqual([
      'unchanged',
      'unchanged',
      'published',
    ]);
    expect((await openSource(own, dataset.id, resourceId)).source?.checkedAt).toEqual(test.clock.now());
  });

  it('make the data true as of that day where the person chose so', async () => {
    const { dataset } = await published('Дата рухається', { moveDate: true });
    await tick();
    await tick();
    const publication = await findPublication(test.ctx, dataset.id);
    expect([publication?.versionNumber, publication?.dataAsOf]).toEqual([2, test.clock.now().toISOString()]);
  });
});

describe('what a person has to decide', () => {
  it.each([
    ['a new column', `${HEAD.trim()};Район\n101;Гімназія;1170;Центр\n`, 'other-columns', /Район/],
    ['a column that is gone', 'Номер школи;Назва\n101;Гімназія\n', 'other-columns', /Кількість учнів/],
    [
      'values that fit the type no more',
      `${HEAD}101;Гімназія;багато\n102;Ліцей;мало\n`,
      'new-findings',
      /Кількість учнів/,
    ],
  ])('%s stops it as a draft', async (name, body, code, words) => {
    const { dataset, resourceId } = await published(`Зупинка: ${name}`);
    served = { body };
    await tick();
    expect(await stateOf(dataset, resourceId)).toEqual(['waiting', code]);
    expect(await versionOf(dataset)).toBe(1);
    expect(await latestReading(test.ctx, resourceId)).toMatchObject({ publishedAt: null });
    const line = (await askAlone(test.ctx, failedLoadsQuestion)).find(({ datasetId }) => datasetId === dataset.id);
    expect(line).toMatchObject({ kind: 'waiting', path: `/cabinet/datasets/${dataset.id}/source/${resourceId}` });
    expect(line?.reason.uk).toMatch(words);
    expect(await kindsOf(dataset.id)).toEqual(['load.waits']);
    await tick(); // the same bytes: the draft still waits, and nobody is told twice
    expect((await askAlone(test.ctx, failedLoadsQuestion)).some(({ datasetId }) => datasetId === dataset.id)).toBe(
      true,
    );
    expect(await kindsOf(dataset.id)).toEqual(['load.waits']);
  });

  it('is done when the person publishes: the trouble is over', async () => {
    const { dataset, resourceId } = await published('Людина вирішила');
    served = { body: `${HEAD.trim()};Поверхів\n101;Гімназія;5;2\n` };
    await tick();
    const reading = await latestReading(test.ctx, resourceId);
    if (reading) await carryForward(own, reading);
    await test.runJobs();
    pass(1);
    await publishDataset(own, dataset.id);
    await test.runJobs();
    expect(await stateOf(dataset, resourceId)).toEqual(['published', expect.anything()]);
    expect((await askAlone(test.ctx, failedLoadsQuestion)).some(({ datasetId }) => datasetId === dataset.id)).toBe(
      false,
    );
  });

  it('a file or words of a person that are not published are neither replaced nor published', async () => {
    const { dataset, resourceId } = await published('Робота людини');
    const { passport } = await loadDataset(test.ctx, dataset.id);
    await changePassport(test.ctx, dataset.id, { ...passport, description: 'Ще пишу.' });
    await tick();
    expect(await stateOf(dataset, resourceId)).toEqual(['waiting', 'unpublished-changes']);
    await changePassport(test.ctx, dataset.id, passport);
    await giveFile(test, dataset, { name: 'моє.csv', text: FIRST.replace('520', '521') });
    const mine = await latestReading(test.ctx, resourceId);
    await tick();
    expect(await stateOf(dataset, resourceId)).toEqual(['waiting', 'draft-in-hand']);
    expect(await latestReading(test.ctx, resourceId)).toMatchObject({ id: mine?.id, state: 'ready' });
    expect(await versionOf(dataset)).toBe(1);
  });

  it('the first file of a dataset waits for its passport', async () => {
    const dataset = await draftDataset(test, unitId, 'Ще не опубліковано', { name: 'a.csv', text: FIRST });
    const resourceId = dataset.resources[0]?.id ?? '';
    const draft = await latestReading(test.ctx, resourceId);
    if (draft) await cancelReading(test.ctx, draft.id);
    await changeStructure(test.ctx, resourceId, { fields: [] });
    await setSource(own, resourceId, formOf());
    await fetchNow(own, resourceId);
    await test.runJobs();
    expect(await stateOf(dataset, resourceId)).toEqual(['waiting', 'first-file']);
    expect(await findPublication(test.ctx, dataset.id)).toBeNull();
  });
});

describe('a source that gives nothing', () => {
  it('is asked again soon, then told to the person, and tells when it works again', async () => {
    const { dataset, resourceId } = await published('Сервер лежить');
    served = { body: 'down', status: 503 };
    await tick();
    const { source } = await openSource(own, dataset.id, resourceId);
    expect(source?.nextAt).toEqual(new Date(test.clock.now().getTime() + 10 * 60_000));
    expect([source?.failures, source?.trouble]).toEqual([1, null]);
    for (const hours of [0.2, 1.1, 4.1]) await tick(hours);
    expect((await loadsOf(dataset, resourceId)).map(({ state }) => state)).toEqual([
      'failed',
      'failed',
      'failed',
      'failed',
    ]);
    expect(await kindsOf(dataset.id)).toEqual(['load.failed']);
    const line = (await askAlone(test.ctx, failedLoadsQuestion)).find(({ datasetId }) => datasetId === dataset.id);
    expect(line).toMatchObject({ kind: 'failed', reason: { uk: expect.stringMatching(/помилкою.*503/) } });
    served = { body: SECOND };
    await tick();
    expect(await stateOf(dataset, resourceId)).toEqual(['published', null]);
    expect(await kindsOf(dataset.id)).toContain('load.recovered');
    expect((await askAlone(test.ctx, failedLoadsQuestion)).some(({ datasetId }) => datasetId === dataset.id)).toBe(
      false,
    );
  });

  it.each([
    ['not there', { status: 404, body: '' }, 'not-found'],
    ['closed', { status: 403, body: '' }, 'refused'],
    ['a page', { body: '<html>Увійдіть</html>', headers: { 'content-type': 'text/html' } }, 'page-instead'],
    ['a picture', { body: Buffer.from([0xff, 0xd8, 0xff, 0xe0]) }, expect.any(String)],
    ['nothing', { body: '' }, 'file-empty'],
  ])('%s: nothing is left behind', async (name, answer, code) => {
    const { dataset, resourceId } = await published(`Замість файлу: ${name}`);
    const before = await loadDataset(test.ctx, dataset.id);
    served = answer;
    await tick();
    expect(await stateOf(dataset, resourceId)).toEqual(['failed', code]);
    expect(await latestReading(test.ctx, resourceId)).toMatchObject({ publishedAt: expect.any(Date) });
    expect((await loadDataset(test.ctx, dataset.id)).resources).toEqual(before.resources);
  });

  it('leads inside: refused each time it is asked, whatever was allowed when it was set', async () => {
    const { dataset, resourceId } = await published('Дозвіл забрали');
    await changeTrustedHosts(test.ctx, []);
    await expect(setSource(own, resourceId, formOf())).rejects.toMatchObject({ code: 'bad-source' });
    await tick();
    expect(await stateOf(dataset, resourceId)).toEqual(['failed', 'inside-address']);
    expect(asked).toHaveLength(0);
    await changeTrustedHosts(test.ctx, ['127.0.0.1']);
  });
});

describe('in whose name', () => {
  it('a person who left: nothing is asked or published, those who publish are told', async () => {
    const leaver = await newPerson('Той, хто йде');
    const { dataset, resourceId } = await published('Людина пішла');
    await setSource(test.as(actorOfPerson(leaver)), resourceId, formOf());
    await changePerson(test.ctx, leaver.id, { active: false });
    await tick();
    expect(asked).toHaveLength(0);
    expect(await stateOf(dataset, resourceId)).toEqual(['failed', 'no-person']);
    expect((await openSource(own, dataset.id, resourceId)).source).toMatchObject({ state: 'stopped', nextAt: null });
    expect(await kindsOf(dataset.id)).toEqual(['load.failed']);
    await switchSource(own, resourceId, true);
    await tick();
    expect((await listVersions(test.ctx, dataset.id))[0]?.publishedBy).toBe('Ірина Сич');
  });

  it('only who may publish sets, fetches or removes it; the history says who and never the secret', async () => {
    const { dataset, resourceId } = await published('Права', { auth: 'basic', authName: 'open', secret: 'таємниця-1' });
    const editor = await createPerson(test.ctx, {
      name: 'Учасниця',
      email: 'contributor@example.org',
      role: 'contributor',
      unitId,
      password: 'вербові сережки цвітуть',
    });
    const theirs = test.as(actorOfPerson(editor));
    await expect(setSource(theirs, resourceId, formOf())).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(fetchNow(theirs, resourceId)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(removeSource(theirs, resourceId)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(changeTrustedHosts(own, ['x.local'])).rejects.toMatchObject({ kind: 'forbidden' });
    const { items } = await listHistory(test.ctx, { subjectId: dataset.id }, { page: 1, size: 50 });
    expect(items.map(({ deed }) => deed)).toContain('source.set');
    expect(JSON.stringify(items)).not.toContain('таємниця-1');
    const { rows } = await sql<{ all: string }>`select row_to_json(s)::text as all from sources_source s`.execute(
      test.ctx.db,
    );
    expect(JSON.stringify(rows)).not.toContain('таємниця-1');
    expect(JSON.stringify(await openSource(own, dataset.id, resourceId))).not.toMatch(/таємниця-1|v1\./);
    await tick();
    expect(asked[0]?.authorization).toBe(`Basic ${Buffer.from('open:таємниця-1').toString('base64')}`);
  });

  it('a closed dataset is not fetched', async () => {
    const { dataset, resourceId } = await published('Призупинено');
    await suspendDataset(test.ctx, dataset.id, { reason: 'Перевіряємо.', order: '№ 5', reviewOn: '2027-03-01' });
    await tick();
    expect([asked.length, await stateOf(dataset, resourceId)]).toEqual([0, ['failed', 'closed']]);
  });
});

describe('where review is on', () => {
  it('the first file is submitted by a person, the next ones by themselves, and nothing is published without an approval', async () => {
    const { dataset, resourceId } = await published('Через перевірку');
    await changeReviewSettings(test.ctx, {
      ...(await reviewSettings(test.ctx)),
      twoPerson: true,
      routineAtOnce: false,
    });
    await tick();
    expect(await stateOf(dataset, resourceId)).toEqual(['waiting', 'review-wanted']);
    await submitDataset(own, dataset.id, { personalData: 'none', note: '' });
    served = { body: SECOND.replace('310', '311') };
    await tick();
    expect(await stateOf(dataset, resourceId)).toEqual(['submitted', null]);
    expect(await versionOf(dataset)).toBe(1);
    await changeReviewSettings(test.ctx, { ...(await reviewSettings(test.ctx)), twoPerson: false });
    await publishDataset(own, dataset.id);
    await test.runJobs();
    expect(await stateOf(dataset, resourceId)).toEqual(['published', null]);
  });
});

describe('once at a time', () => {
  it('one source is never fetched twice at once, whoever asks and however often', async () => {
    const { dataset, resourceId } = await published('Двоє разом');
    pass(24);
    await Promise.all([fetchNow(own, resourceId), fetchNow(own, resourceId), fetchNow(own, resourceId)]);
    await Promise.all([runTick(), runTick()]);
    await test.runJobs();
    expect(asked).toHaveLength(1);
    expect(await loadsOf(dataset, resourceId)).toHaveLength(1);
    expect(await versionOf(dataset)).toBe(2);
  });

  it('a try thought dead writes nothing more; killed after the file was handed over, it goes on', async () => {
    const { dataset, resourceId } = await published('Вбитий працівник');
    await fetchNow(own, resourceId);
    const [load] = await loadsOf(dataset, resourceId);
    const job = fetchFileJob(1_000_000);
    const data = { loadId: load?.id ?? '' };
    await Promise.all([
      job.handle(test.ctx, data, { id: 'a', attempt: 1, last: false }),
      job.handle(test.ctx, data, { id: 'b', attempt: 1, last: false }),
    ]);
    await test.runJobs();
    await job.handle(test.ctx, data, { id: 'a', attempt: 2, last: false });
    expect(await versionOf(dataset)).toBe(2);
    expect(await loadsOf(dataset, resourceId)).toMatchObject([{ state: 'published', versionNumber: 2 }]);
  });
});
