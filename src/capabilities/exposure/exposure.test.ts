import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DirectWeb, openWeb } from '../../../tests/support/direct-web.ts';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { draftDataset, giveFile, setUpCommunity } from '../../../tests/support/publish-file.ts';
import { detectorsFingerprint } from '../../../tools/detectors-fingerprint.ts';
import { DETECTORS_FINGERPRINT } from '../../tabular/index.ts';
import { type Dataset, findCard, loadDataset, searchCards } from '../catalog/index.ts';
import { listHistory } from '../history/index.ts';
import { decisionsOf, undoDecision } from '../privacy/index.ts';
import { listVersions, publishDataset } from '../publishing/index.ts';
import {
  answerReport,
  changeExposureSettings,
  confirmReport,
  endHidingsJob,
  hideByHand,
  keepClosed,
  listHidings,
  listReports,
  listSeen,
  rescanJob,
  sendReport,
  showAgain,
} from './index.ts';
import { selectSigns } from './scans/scan-store.ts';

/** Everything that is recognisable of the column to hide. */
const SECRET = ['zoriana', 'vyhadana.example'];
const NAMED = /зоряна|zoriana|vyhadana\.example|kontakt/iu;
const ROWS = ['1;Шахи;zoriana.v@vyhadana.example', '2;Театр;petro.v@vyhadana.example', '3;Хор;olha.v@vyhadana.example'];
const FILE = { name: 'гуртки.csv', text: `Номер;Назва;Контакт\n${ROWS.join('\n')}\n`, originalPublic: true };
const RUN = { id: 'j', attempt: 1, last: false };
const MONDAY = '2026-11-23T10:00:00Z';

let test: TestContext;
let web: DirectWeb;
let unitId: string;
let dataset: Dataset;
let resourceId: string;
beforeAll(async () => {
  test = await makeTestContext({ now: MONDAY });
  unitId = await setUpCommunity(test);
  web = openWeb(test);
  dataset = await draftDataset(test, unitId, 'Гуртки дітей', FILE);
  await publishDataset(test.ctx, dataset.id);
  test.clock.set('2026-11-23T10:01:00Z');
  await giveFile(test, dataset, { ...FILE, text: `${FILE.text}4;Танці;ivan.v@vyhadana.example\n` });
  await publishDataset(test.ctx, dataset.id);
  await test.runJobs();
  dataset = await loadDataset(test.ctx, dataset.id);
  resourceId = dataset.resources[0]?.id ?? '';
});
afterAll(() => test.close());

const visitor = () => test.as({ kind: 'visitor' });

async function ask(path: string): Promise<{ status: number; etag: string | null; text: string }> {
  const answer = await web.ask(path);
  return { status: answer.status, etag: answer.headers.get('etag'), text: await answer.text() };
}

async function columnName(): Promise<string> {
  const fields = dataset.resources[0]?.structure.fields ?? [];
  return fields.find(({ title }) => title === 'Контакт')?.name ?? '';
}

async function report(email: string, column = ''): Promise<string> {
  const words = 'Тут видно пошту Зоряни Вигаданої';
  await sendReport(visitor(), {
    ...{ dataset: dataset.slug, column: column || `${resourceId}/${await columnName()}`, place: '', words, email },
    ...{ language: 'uk' as const, origin: 'http://localhost' },
  });
  const letters = await test.letters();
  const letter = letters.find(({ to }) => to === email);
  return /personal-data\/confirm\/([\w-]+)/.exec(letter?.body ?? '')?.[1] ?? '';
}

describe('a report on personal data', () => {
  it('is told at once, hides nothing, keeps its words to those who answer, and is confirmed by a letter', async () => {
    const key = await report('reporter@people.example');
    expect(await listHidings(test.ctx)).toEqual([]);
    const [open] = await listReports(test.ctx);
    expect(open).toMatchObject({ words: expect.stringContaining('Зоряни'), confirmedAt: null, dueOn: '2026-11-24' });
    expect(await listReports(visitor())).toEqual([]);
    const { items } = await listHistory(test.ctx, { subjectId: dataset.id }, { page: 1, size: 50 });
    expect(items.some(({ deed }) => deed === 'exposure.reported')).toBe(true);
    const told = JSON.stringify([items, await test.letters()]);
    expect(told).not.toContain('Зоряни');
    await expect(confirmReport(visitor(), 'nobody')).rejects.toMatchObject({ kind: 'not-found' });
    for (let again = 0; again < 2; again++) await confirmReport(visitor(), key);
    expect((await listReports(test.ctx))[0]?.confirmedAt).not.toBeNull();
    expect(await listHidings(test.ctx)).toEqual([]);
    await expect(answerReport(visitor(), open?.id ?? '', { verdict: 'lawful', answer: 'Так' })).rejects.toMatchObject({
      kind: 'signed-out',
    });
    await expect(answerReport(test.ctx, open?.id ?? '', { verdict: '', answer: '' })).rejects.toMatchObject({
      fields: [{ field: 'verdict' }, { field: 'answer' }],
    });
    await answerReport(test.ctx, open?.id ?? '', { verdict: 'lawful', answer: 'Це пошта закладу.' });
    expect((await test.letters()).some(({ body }) => body.includes('Це пошта закладу.'))).toBe(true);
  });
});

describe('what is public already', () => {
  it('is looked at by these detectors once, and again when they change', async () => {
    expect(DETECTORS_FINGERPRINT).toBe(detectorsFingerprint());
    await rescanJob.handle(test.ctx, {}, RUN);
    await test.runJobs();
    const signs = await selectSigns(test.ctx.db);
    expect(signs.map(({ columnTitle, code }) => [columnTitle, code])).toContainEqual(['Контакт', 'email']);
    expect(new Set(signs.map(({ tableId }) => tableId)).size).toBe(2);
    expect(JSON.stringify([signs, await test.letters()])).not.toMatch(/zoriana/i);
    await rescanJob.handle(test.ctx, {}, RUN);
    expect(await test.runJobs()).toBe(0); // nothing is left to look at
    // somebody decided that it may be public; when the decision is taken back it is told
    expect(await listSeen(test.ctx)).toEqual([]);
    for (const { id } of await decisionsOf(test.ctx, dataset.id)) await undoDecision(test.ctx, id);
    const seen = await listSeen(test.ctx);
    expect(seen.filter(({ columnTitle }) => columnTitle === 'Контакт')).toMatchObject([{ versions: [2, 1], count: 4 }]);
    expect(await listSeen(visitor())).toEqual([]);
  });
});

describe('a hidden column', () => {
  /** Every public way to the data, with what each says of the column while it is shown. */
  async function ways(): Promise<string[]> {
    const versions = await listVersions(test.ctx, dataset.id);
    const tables = versions.map(({ resources }) => resources[0]?.tableId ?? '');
    const base = `/datasets/${dataset.slug}`;
    const name = await columnName();
    const files = tables.flatMap((id) => ['csv', 'json', 'xlsx', 'jsonl'].map((form) => `/download/${id}.${form}`));
    const rows = [...tables, resourceId].flatMap((id) => [
      ...[`/api/rows/${id}`, `/api/rows/${id}?format=csv`, `/api/rows/${id}/openapi.json`, `/api/rows/${id}/try`],
      `/api/rows/${id}?q=zoriana`,
    ]);
    return [
      ...[base, `${base}/structure`, `${base}/api`, `${base}/versions`, `${base}/versions/1`, `${base}?q=zoriana`],
      ...[`${base}/structure/${resourceId}.json`, `${base}/structure/${resourceId}.csv`, `${base}/passport.json`],
      ...[
        `${base}/versions/1/structure/${resourceId}.json`,
        `${base}/versions/1/passport.json`,
        `${base}/datapackage.json`,
      ],
      ...[`${base}/versions/1...2`, `${base}/versions/1...2.json`, `${base}/versions/1...2/rows.csv`],
      ...[`/embed/${resourceId}`, `/api/1/datasets/${dataset.slug}`, `/file/${resourceId}`],
      ...[`${base}?view=groups&group=${name}`, `/catalog/${dataset.slug}.json`],
      ...files,
      ...rows,
    ];
  }
  const faces = async (paths: readonly string[]) => {
    const found = new Map<string, { status: number; etag: string | null; text: string }>();
    for (const path of paths) found.set(path, await ask(path));
    return found;
  };
  /** Pages say when they were made, and numbers of a counter. */
  const same = ({ status, etag, text }: { status: number; etag: string | null; text: string }) => [
    ...[status, etag, text.length],
  ];

  it('vanishes from every way at once and comes back as it was', async () => {
    const paths = await ways();
    await faces(paths);
    await test.runJobs(); // files and comparisons that were asked for are made
    const before = await faces(paths);
    expect([...before.values()].filter(({ text }) => text.includes('zoriana')).length).toBeGreaterThan(10);
    const name = await columnName();
    const found = async () => (await searchCards(test.ctx, { q: 'контакт', page: 1, size: 5 })).total;
    expect(await found()).toBe(1);

    const hiding = await hideByHand(test.ctx, { resourceId, columnName: name });
    expect(hiding.until?.toISOString()).toBe('2026-11-24T10:01:00.000Z');
    for (const [path, { text, status, etag }] of await faces(paths)) {
      for (const secret of SECRET) {
        // what the visitor typed is shown back to them
        const own = path.includes(secret) ? text.replaceAll(/zoriana(?!\.v)/giu, '') : text;
        expect(own.toLowerCase().includes(secret), `${path} (${status}) tells ${secret}`).toBe(false);
      }
      expect(etag === null || etag !== before.get(path)?.etag || !NAMED.test(before.get(path)?.text ?? ''), path).toBe(
        true,
      );
    }
    for (const question of [`${name}=x`, `sort=${name}`, `columns=${name}`, `group=${name}`]) {
      expect((await ask(`/api/rows/${resourceId}?${question}`)).status, question).toBe(400);
    }
    expect((await ask(`/api/rows/${resourceId}?q=zoriana`)).text).toContain('"total":0');
    expect((await ask(`/file/${resourceId}`)).status).toBe(403);
    expect(await found()).toBe(0);
    expect((await ask(`/datasets/${dataset.slug}`)).text).toContain('тимчасово приховано');
    expect((await findCard(test.ctx, dataset.id))?.resources[0]?.hidden).toMatchObject([{ title: 'Контакт' }]);

    // a version made meanwhile keeps the column, and hides it too
    test.clock.set('2026-11-23T10:05:00Z');
    await giveFile(test, dataset, { ...FILE, text: `${FILE.text}5;Спів;mariia.v@vyhadana.example\n` });
    await publishDataset(test.ctx, dataset.id);
    await test.runJobs();
    expect((await ask(`/api/rows/${resourceId}`)).text).not.toMatch(/vyhadana/);

    test.clock.set('2026-11-24T10:02:00Z');
    await runEnd();
    expect((await listHidings(test.ctx))[0]).toMatchObject({ ending: 'term' });
    expect((await ask(`/api/rows/${resourceId}`)).text).toContain('mariia.v@vyhadana.example');
    expect(await found()).toBe(1);
    const tables = paths.filter((path) => path.startsWith('/download/') || /^\/api\/rows\/[^?]+\?q=/.test(path));
    for (const path of tables.filter((one) => !one.includes(resourceId))) {
      expect(same(await ask(path)), path).toEqual(same(before.get(path) ?? { status: 0, etag: null, text: '' }));
    }
  });

  it('is hidden by two confirmed reporters, or one and a detector, only where the city chose so', async () => {
    await changeExposureSettings(test.ctx, { hides: true, answerDays: 2 });
    await expect(changeExposureSettings(test.ctx, { hides: true, answerDays: 99 })).rejects.toMatchObject({
      fields: [{ field: 'answerDays' }],
    });
    const name = 'nazva';
    const first = await report('one@people.example', `${resourceId}/${name}`);
    const second = await report('two@people.example', `${resourceId}/${name}`);
    const again = await report('ONE@people.example', `${resourceId}/${name}`);
    await confirmReport(visitor(), first);
    await confirmReport(visitor(), again);
    expect((await listHidings(test.ctx)).filter(({ endedAt }) => endedAt === null)).toEqual([]);
    await confirmReport(visitor(), second);
    const [hidden] = await listHidings(test.ctx);
    expect(hidden).toMatchObject({ columnName: name, reporters: 2, detector: false, by: '', endedAt: null });
    await showAgain(test.ctx, hidden?.id ?? '');
    const signed = await report('three@people.example');
    await confirmReport(visitor(), signed);
    const [other] = await listHidings(test.ctx);
    expect(other).toMatchObject({ columnTitle: 'Контакт', reporters: 1, detector: true, endedAt: null });
    await expect(keepClosed(test.ctx, other?.id ?? '', ' ')).rejects.toMatchObject({ fields: [{ field: 'reason' }] });
    await expect(keepClosed(visitor(), other?.id ?? '', 'Наказ № 1')).rejects.toMatchObject({ kind: 'signed-out' });
    await keepClosed(test.ctx, other?.id ?? '', 'Наказ № 1');
    test.clock.set('2027-02-01T10:00:00Z');
    await runEnd();
    expect((await ask(`/api/rows/${resourceId}`)).text).not.toMatch(/vyhadana/);
    const list = await ask('/hidden-columns');
    expect(list).toMatchObject({ status: 200, text: expect.stringContaining('Наказ № 1') });
  });
});

async function runEnd(): Promise<void> {
  await endHidingsJob.handle(test.ctx, {}, RUN);
  await test.runJobs();
}
