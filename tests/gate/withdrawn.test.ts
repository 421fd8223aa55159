import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createServiceToken } from '../../src/capabilities/accounts/index.ts';
import { type Dataset, loadDataset } from '../../src/capabilities/catalog/index.ts';
import { latestReading } from '../../src/capabilities/ingest/index.ts';
import {
  compareVersions,
  listVersions,
  publishDataset,
  purgeVersion,
} from '../../src/capabilities/publishing/index.ts';
import { leaksOfDatabase, leaksOfFiles } from '../support/leaks.ts';
import { makeTestContext, type TestContext } from '../support/make-context.ts';
import { draftDataset, giveFile, setUpCommunity } from '../support/publish-file.ts';
import { openTokenSite, type TokenSite } from '../support/token-site.ts';

/*
 * A version with an invented person was public and is withdrawn in an emergency. Every address of it is asked again in each way HTTP knows, also by those
 * who hold a fresh copy and ask only whether it changed; she is looked for in the database, in files and letters; tokens made for something else ask too.
 */

const PERSON = ['Дзвенислава', 'Ковтун', 'dzvenyslava'];
const CLEAN = {
  name: 'гуртки.csv',
  text: 'Номер;Гурток;Веде;Дітей\n1;Шахи;;12\n',
  identifier: ['Номер'],
  originalPublic: true,
};
const LEAK = { ...CLEAN, text: `${CLEAN.text}2;Танці;Ковтун Дзвенислава Остапівна, dzvenyslava@example.org;20\n` };
const WHY = 'У стовпці «Веде» було прізвище людини.';

let world: TestContext;
let site: TokenSite;
let unitId: string;
let dataset: Dataset;
/** Addresses of the version, with the ETag its visitors hold. */
const held = new Map<string, string>();

beforeAll(async () => {
  world = await makeTestContext();
  unitId = await setUpCommunity(world);
  dataset = await draftDataset(world, unitId, 'Гуртки', CLEAN);
  await publishDataset(world.ctx, dataset.id);
  await giveFile(world, dataset, LEAK);
  await publishDataset(world.ctx, dataset.id);
  await world.runJobs();
  await compareVersions(world.ctx, { datasetId: dataset.id, older: 1, newer: 2 }, 0);
  await world.runJobs();
  site = await openTokenSite(world);
  dataset = await loadDataset(world.ctx, dataset.id);
  const table = (await listVersions(world.ctx, dataset.id)).find(({ number }) => number === 2)?.resources[0]?.tableId;
  const [resource, version] = [dataset.resources[0]?.id, `/datasets/${dataset.slug}/versions`];
  for (const path of [
    ...['', '?format=csv', '?format=jsonl', '?group=hurtok', '?q=Танці', '/openapi.json', '/try'].map(
      (rest) => `/api/rows/${table}${rest}`,
    ),
    ...['csv', 'excel.csv', 'json', 'xml', 'xlsx', 'ods', 'csv?hurtok=Танці'].map((end) => `/download/${table}.${end}`),
    ...[
      `/file/${resource}?version=2`,
      `/embed/${table}`,
      `/embed/${table}.svg?x=hurtok&y=ditei`,
      `/embed/${table}.png`,
    ],
    ...[
      `${version}/2`,
      `${version}/2/explorer`,
      `${version}/2/checksums.txt`,
      `${version}/2/structure/${resource}.json`,
    ],
    ...[`${version}/1...2`, `${version}/1...2/rows.csv?r=${resource}&kind=added`],
  ])
    held.set(path, (await ask(path)).etag);
});
afterAll(async () => {
  site.close();
  await world.close();
});

async function ask(path: string, method = 'GET', headers: Record<string, string> = {}, secret: string | null = null) {
  const all = new Headers(headers);
  if (secret !== null) all.set('authorization', `Bearer ${secret}`);
  const answer = await fetch(`${site.url}${path}`, { method, redirect: 'manual', headers: all });
  return { status: answer.status, etag: answer.headers.get('etag') ?? '', text: await answer.text() };
}

const WAYS: readonly (readonly [method: string, headers: (etag: string) => Record<string, string>])[] = [
  ['GET', () => ({})],
  ['HEAD', () => ({})],
  ['GET', () => ({ range: 'bytes=0-499' })],
  ['GET', (etag) => ({ 'if-none-match': etag })],
  ['HEAD', () => ({ 'if-none-match': '*' })],
  ['GET', (etag) => ({ range: 'bytes=0-', 'if-range': etag })],
  ['GET', () => ({ 'if-modified-since': new Date(Date.now() + 60_000).toUTCString() })],
];

/** Every address of the version in every way; what answers with anything but a tombstone. */
async function answers(): Promise<string[]> {
  const wrong: string[] = [];
  for (const [path, etag] of held)
    for (const [method, headers] of WAYS) {
      const { status, text } = await ask(path, method, headers(etag));
      const leaks = PERSON.some((word) => text.includes(word));
      if (leaks || ![404, 410].includes(status))
        wrong.push(`${method} ${path} ${JSON.stringify(headers(etag))}: ${status}`);
    }
  return wrong;
}

describe('a version that was withdrawn in an emergency', () => {
  test('was public in most of these ways', async () => {
    const open = await Promise.all([...held.keys()].map((path) => ask(path)));
    expect(open.filter(({ status }) => status === 200).length).toBeGreaterThan(14);
    expect(open.filter(({ text }) => text.includes('Дзвенислава')).length).toBeGreaterThan(8);
  });

  test('is answered by the tombstone at once and after the bytes are gone, never by bytes, a part of them or «not changed»', async () => {
    await purgeVersion(world.ctx, dataset.id, 2, { reason: WHY, instead: 1, also: [] });
    expect(await answers()).toEqual([]);
    await world.runJobs();
    expect(await answers()).toEqual([]);
    expect((await ask(`/datasets/${dataset.slug}`)).text).toContain('Шахи');
  });

  test('leaves the person in no table of the database, no file but what the clerk gave, and no letter', async () => {
    expect(await leaksOfDatabase(world, PERSON)).toEqual([]);
    const given = (await latestReading(world.ctx, dataset.resources[0]?.id ?? ''))?.id;
    const leaks = await leaksOfFiles(world, PERSON, ['public', 'restricted']);
    expect(leaks.filter((leak) => !leak.startsWith(`restricted/${given}/`))).toEqual([]);
    expect(JSON.stringify(await world.letters())).not.toMatch(/Дзвенислава|Ковтун|dzvenyslava/);
  });

  test('is not read by tokens made for another dataset or for something else', async () => {
    const other = await draftDataset(world, unitId, 'Інше', CLEAN);
    const make = async (scopes: string[], datasetIds: string[] | null) =>
      (await createServiceToken(world.ctx, { name: 'Вузький', scopes, unitId, datasetIds })).secret;
    const scopes = ['dataset.edit', 'file.upload', 'rows.write', 'publish'];
    const narrow = [
      await make(scopes, [other.id]),
      await make(['internal.read'], null),
      await make(['dataset.create'], [other.id]),
    ];
    const reading = await latestReading(world.ctx, dataset.resources[0]?.id ?? '');
    for (const secret of narrow)
      for (const path of [
        ...['draft', 'personal-data', 'publication', 'rows-rule'].map(
          (part) => `/api/1/datasets/${dataset.id}/${part}`,
        ),
        ...[`/api/1/readings/${reading?.id}`, `/api/1/internal/${dataset.id}`, `/api/1/internal/${dataset.id}/rows`],
        ...held.keys(),
      ]) {
        const { status, text } = await ask(path, 'GET', {}, secret);
        expect(
          [200, 206, 304].includes(status) || PERSON.some((word) => text.includes(word)),
          `${status} ${path}`,
        ).toBe(false);
      }
  });
});
