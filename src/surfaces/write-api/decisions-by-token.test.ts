import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appoint } from '../../../tests/support/appoint.ts';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { draftDataset, setUpCommunity } from '../../../tests/support/publish-file.ts';
import { openTokenSite, type TokenSite } from '../../../tests/support/token-site.ts';
import { createPersonalToken, createServiceToken } from '../../capabilities/accounts/index.ts';
import type { Dataset } from '../../capabilities/catalog/index.ts';

const MAIL = 'vesela.kalyna@example.org';
const FILE = {
  name: 'гуртки.csv',
  text: `Номер;Гурток;Примітка;Пошта\n1;Шахи;у суботу;${MAIL}\n2;Танці;;b.lypa@example.org\n3;Хор;у неділю;\n`,
  identifier: ['Номер'],
  undecided: true,
};

let world: TestContext;
let site: TokenSite;
let program = '';
let own = '';
let dataset: Dataset;

beforeAll(async () => {
  world = await makeTestContext();
  const unitId = await setUpCommunity(world);
  const scopes = ['rows.write', 'publish', 'dataset.edit'];
  ({ secret: program } = await createServiceToken(world.ctx, { name: 'Облік', scopes, unitId, datasetIds: null }));
  const responsible = await appoint(world, 'vidpovidaie', 'responsible', unitId);
  const wanted = { name: 'Рішення', scopes: ['privacy.decide'], unitId: null, datasetIds: null };
  ({ secret: own } = await createPersonalToken(responsible, wanted));
  dataset = await draftDataset(world, unitId, 'Гуртки', FILE);
  site = await openTokenSite(world);
});
afterAll(async () => {
  site.close();
  await world.close();
});

const resource = () => dataset.resources[0]?.id ?? '';
const read = (secret = own) => site.ask(secret, 'GET', `/api/1/datasets/${dataset.id}/personal-data`);
const decide = (body: object, secret = own) =>
  site.ask(secret, 'POST', `/api/1/datasets/${dataset.id}/resources/${resource()}/decisions`, body);
const publish = async () => {
  const path = `/api/1/datasets/${dataset.id}/publication?wait=0`;
  const asked = await site.ask(program, 'POST', path);
  await world.runJobs();
  return asked.status === 202 ? site.ask(program, 'GET', path) : asked;
};

describe('decisions on personal data by a token', () => {
  test('a refused publication names what is undecided by its code; the signs are told without a value', async () => {
    const refused = await publish();
    expect([refused.status, refused.at('code')], refused.text).toEqual([400, 'not-ready-to-publish']);
    expect((refused.at('fields') as { field: string }[]).map(({ field }) => field)).toContain(
      'personal-data-undecided',
    );
    const found = await read(program);
    expect(found.at('resources.0.columns.0')).toMatchObject({
      column: 'Пошта',
      faults: ['personal-data-undecided'],
      signs: [{ code: 'email', cells: 2, needsDecision: true, rows: [1, 2] }],
    });
    expect(found.at('faults.0.code')).toBe('personal-data-undecided');
    expect(found.text).not.toContain('kalyna');
  });

  test('are a person’s: a program’s token may not, whatever its scopes; what is incomplete is refused as in the cabinet', async () => {
    expect((await decide({ columnTitle: 'Пошта', way: 'mask' }, program)).at('code')).toBe('scope-missing');
    const scopes = ['privacy.decide'];
    const service = { name: 'Облік', scopes, unitId: dataset.unitId, datasetIds: null };
    await expect(createServiceToken(world.ctx, service)).rejects.toMatchObject({ kind: 'invalid' });
    const bare = await decide({ columnTitle: 'Пошта', way: 'keep' });
    expect([bare.status, bare.at('code'), bare.at('fields.0.field')]).toEqual([
      ...[400, 'decision-incomplete', 'groundCode'],
    ]);
    expect((await decide({ columnTitle: 'Пошта', way: 'mask', value: 'x' })).at('code')).toBe('bad-request');
  });

  test('are made, taken back and made again; then the table is published as decided', async () => {
    const made = await decide([{ columnTitle: 'Пошта', way: 'mask' }]);
    expect(made.status, made.text).toBe(200);
    expect(made.at('resources.0.decisions.0')).toMatchObject({ column: 'Пошта', way: 'mask', state: 'made' });
    // the person who decided stands in the register, not only what they called their token
    expect(made.at('resources.0.decisions.0.decidedBy')).toMatch(
      /^vidpovidaie\S* .*«Рішення»|^vidpovidaie \(«Рішення»\)$/u,
    );
    const id = String(made.at('resources.0.decisions.0.id'));
    const undone = await site.ask(own, 'DELETE', `/api/1/decisions/${id}`);
    expect(undone.at('resources.0.columns.0.faults'), undone.text).toEqual(['personal-data-undecided']);
    expect((await site.ask(own, 'DELETE', `/api/1/decisions/${id}`)).at('code')).toBe('no-such-decision');
    await decide({ columnTitle: 'Пошта', way: 'mask' });
    await world.runJobs();
    const done = await publish();
    expect([done.status, done.at('state')], done.text).toEqual([200, 'done']);
    expect((await site.ask(null, 'GET', `/api/rows/${resource()}`)).text).not.toContain('kalyna');
  });

  test('answer rows of a program too: what no file has shown is named by its code', async () => {
    const row = { nomer: 4, hurtok: 'Театр', prymitka: '3184712338', poshta: null };
    const write = () => site.ask(program, 'POST', `/api/rows/${resource()}`, row);
    expect((await write()).at('code')).toBe('personal-data-in-rows');
    const decided = await decide({ columnTitle: 'Примітка', way: 'mask', codes: ['tax-number'] });
    expect(decided.status, decided.text).toBe(200);
    expect((await write()).status).toBe(200);
    const rows = (await site.ask(null, 'GET', `/api/rows/${resource()}`)).text;
    expect(rows).toContain('Театр');
    expect(rows).not.toContain('3184712338');
  });
});
