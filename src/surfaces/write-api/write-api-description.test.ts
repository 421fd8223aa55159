import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { draftDataset, setUpCommunity } from '../../../tests/support/publish-file.ts';
import { type Answer, openTokenSite, type TokenSite } from '../../../tests/support/token-site.ts';
import { createServiceToken, UNIT_TOKEN_SCOPES } from '../../capabilities/accounts/index.ts';
import { type Dataset, makeInternal } from '../../capabilities/catalog/index.ts';
import { OPERATIONS } from './operations.ts';
import { writeApiRoutes } from './write-api-routes.ts';

const FILE = { name: 'школи.csv', text: 'Номер,Назва\n1,Гімназія\n2,Ліцей\n', identifier: ['Номер'] };

let world: TestContext;
let site: TokenSite;
let secret = '';
let dataset: Dataset;
let internal: Dataset;

beforeAll(async () => {
  world = await makeTestContext();
  const unitId = await setUpCommunity(world);
  const wanted = { name: 'Облік', scopes: [...UNIT_TOKEN_SCOPES], unitId, datasetIds: null };
  secret = (await createServiceToken(world.ctx, wanted)).secret;
  dataset = await draftDataset(world, unitId, 'Школи', FILE);
  internal = await draftDataset(world, unitId, 'Камери', FILE);
  await makeInternal(world.ctx, internal.id, { reason: 'Стаття 6.', readerUnitIds: [] });
  site = await openTokenSite(world);
});
afterAll(async () => {
  site.close();
  await world.close();
});

interface Description {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, { readonly operationId: string; readonly responses: object }>>;
}

const describedSite = async () => JSON.parse((await site.ask(null, 'GET', '/api/openapi.json')).text) as Description;

test('the whole description is valid OpenAPI 3.1, with reading and writing at one address', async () => {
  const described = await describedSite();
  expect(await new Validator().validate(structuredClone({ ...described }))).toMatchObject({ valid: true });
  expect(Object.keys(described.paths['/api/rows/{id}'] ?? {}).sort()).toEqual([
    'delete',
    'get',
    'patch',
    'post',
    'put',
  ]);
  expect(Object.keys(described.paths['/api/1/datasets'] ?? {}).sort()).toEqual(['get', 'post']);
  const ids = Object.values(described.paths).flatMap((methods) => Object.values(methods).map((one) => one.operationId));
  expect(new Set(ids).size).toBe(ids.length);
});

test('every address of the write API is described, and nothing that is not there', () => {
  const there = writeApiRoutes()
    .routes.filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method.toLowerCase()} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
  const told = Object.entries(OPERATIONS).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  expect([...new Set(told)].sort()).toEqual([...new Set(there)].sort());
});

/** Asks, and holds the answer to the schema it is described by. */
async function ask(
  method: string,
  path: string,
  values: Record<string, string>,
  body?: string | object,
  query = '',
): Promise<Answer> {
  const operation = OPERATIONS[path]?.[method];
  const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  const answer = await site.ask(secret, method.toUpperCase(), `${address}${query}`, body);
  expect(Object.keys(operation?.answers ?? {}), `${method} ${path}: ${answer.text}`).toContain(String(answer.status));
  operation?.answers[answer.status]?.parse(JSON.parse(answer.text));
  return answer;
}

test('answers of a whole life are what the description says', async () => {
  const own = { dataset: dataset.id, resource: dataset.resources[0]?.id ?? '', id: dataset.resources[0]?.id ?? '' };
  await ask('post', '/api/1/datasets', {}, { title: 'Дерева' });
  await ask('get', '/api/1/drafts', {}, undefined, '?size=2');
  await ask('get', '/api/1/datasets/{dataset}/draft', own);
  await ask('patch', '/api/1/datasets/{dataset}/draft', own, { keywords: ['школи'] });
  const given = await ask('put', '/api/1/datasets/{dataset}/file', own, FILE.text, '?name=schools.csv');
  const reading = { id: String(given.at('id')) };
  await world.runJobs();
  const read = await ask('get', '/api/1/readings/{id}', reading);
  if (read.at('state') === 'checked') await ask('post', '/api/1/readings/{id}/repairs', reading, { accept: 'all' });
  await world.runJobs();
  await ask('patch', '/api/1/datasets/{dataset}/resources/{resource}/fields', own, {
    fields: [{ name: 'nazva', purpose: 'Назва школи' }],
  });
  await ask('post', '/api/1/datasets/{dataset}/publication', own, undefined, '?wait=0');
  await world.runJobs();
  const published = await ask('get', '/api/1/datasets/{dataset}/publication', own);
  expect(published.at('state'), published.text).toBe('done');
  await ask('post', '/api/1/datasets/{dataset}/unchanged', own);
  await ask('get', '/api/1/datasets/{dataset}/rows-rule', own);
  for (const [method, row] of [
    ['post', { nomer: 3, nazva: 'Школа' }],
    ['put', { nomer: 3, nazva: 'Школа № 3' }],
    ['patch', { nomer: 1, nazva: 'Гімназія № 1' }],
    ['delete', { nomer: 3 }],
  ] as const) {
    await ask(method, '/api/rows/{id}', own, row);
  }
  await ask('get', '/api/1/internal', {});
  await ask('get', '/api/1/internal/{dataset}', { dataset: internal.id });
  await ask('get', '/api/1/internal/{dataset}/rows', { dataset: internal.id });
});
