import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DirectWeb, openWeb } from '../../tests/support/direct-web.ts';
import { makeTestContext, type TestContext } from '../../tests/support/make-context.ts';
import { draftDataset, giveFile } from '../../tests/support/publish-file.ts';
import { setUp } from '../capabilities/accounts/index.ts';
import { changePassport, loadDataset } from '../capabilities/catalog/index.ts';
import { publishDataset, submitDataset } from '../capabilities/publishing/index.ts';
import { changeReviewSettings, reviewSettings } from '../capabilities/review/index.ts';

/*
 * The pages people of the cabinet visit most ask the database no more than this: `npm run bench cabinet` counts all the others in a city of 300
 * units and 3,000 datasets.
 */

const MOST = 8;
const PASSWORD = 'вербові сережки цвітуть зрання';
const FILE = { name: 'a.csv', text: 'Номер;Назва\n1;Перша\n2;Друга\n', identifier: ['Номер'] };

let world: TestContext;
let site: DirectWeb;
let signedIn: { readonly cookie: string };
let datasetId = '';
let submissionId = '';
const sent: string[] = [];
const { query } = pg.Client.prototype;

beforeAll(async () => {
  world = await makeTestContext();
  const { ctx } = world;
  const { root } = await setUp(ctx, {
    community: { name: 'Вигадана громада', edrpou: '04053648', katottg: 'UA46020030010057497' },
    administrator: { name: 'Ганна Мальва', email: 'a@x.ua', password: PASSWORD },
  });
  const dataset = await draftDataset(world, root.id, 'Школи', FILE);
  datasetId = dataset.id;
  await publishDataset(ctx, datasetId);
  await changeReviewSettings(ctx, { ...(await reviewSettings(ctx)), twoPerson: true });
  await giveFile(world, dataset, { ...FILE, text: `${FILE.text}3;Третя\n` });
  const { passport } = await loadDataset(ctx, datasetId);
  await changePassport(ctx, datasetId, { ...passport, description: 'Школи й садочки громади.' });
  submissionId = (await submitDataset(ctx, datasetId, { personalData: 'none', note: '' })).id;
  site = openWeb(world);
  signedIn = await site.signIn('a@x.ua', PASSWORD);
  // the rows are compared before the pages that show it are looked at
  await site.ask(`/cabinet/review/${submissionId}`, { headers: signedIn });
  await world.runJobs();
  const send = query as (...args: unknown[]) => unknown;
  Object.assign(pg.Client.prototype, {
    query(this: unknown, ...args: unknown[]) {
      const [asked] = args;
      sent.push(typeof asked === 'string' ? asked : String((asked as { readonly text?: string }).text));
      return send.apply(this, args);
    },
  });
});
afterAll(async () => {
  Object.assign(pg.Client.prototype, { query });
  await world.close();
});

test.each([
  ['the desk', () => '/cabinet'],
  ['the page of a dataset', () => `/cabinet/datasets/${datasetId}`],
  ['the passport', () => `/cabinet/datasets/${datasetId}/passport`],
  ['the page of publishing', () => `/cabinet/datasets/${datasetId}/publish`],
  ['the page of a submission', () => `/cabinet/review/${submissionId}`],
  ['the board', () => '/cabinet/board'],
  ['messages', () => '/cabinet/messages'],
  ['people', () => '/cabinet/people'],
])('%s', async (_name, path) => {
  // a look may come when what a process remembers for seconds (the community's profile) is asked for anew
  const looks: string[][] = [];
  for (let at = 0; at < 3; at += 1) {
    sent.length = 0;
    const answer = await site.ask(path(), { headers: signedIn });
    await answer.text();
    expect(answer.status).toBe(200);
    looks.push([...sent]);
  }
  const [least = []] = looks.toSorted((a, b) => a.length - b.length);
  expect(least.length, 'nothing was counted').toBeGreaterThan(1);
  expect(least.length, least.join('\n\n')).toBeLessThanOrEqual(MOST);
});
