import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createServiceToken } from '../../src/capabilities/accounts/index.ts';
import type { Dataset } from '../../src/capabilities/catalog/index.ts';
import { decide } from '../../src/capabilities/privacy/index.ts';
import { publishDataset } from '../../src/capabilities/publishing/index.ts';
import { appoint } from '../support/appoint.ts';
import { makeTestContext, type TestContext } from '../support/make-context.ts';
import { draftDataset, setUpCommunity } from '../support/publish-file.ts';
import { type Answer, openTokenSite, type TokenSite } from '../support/token-site.ts';

/* Rows written by programs go to the public at once, without a file and without a clerk: the detectors and the decisions stand before them too. */

const MAIL = 'dzvenyslava.kovtun@example.org';
const FILE = {
  name: 'гуртки.csv',
  text: 'Номер;Гурток;Дітей;Примітка\n1;Шахи;12;у суботу\n2;Танці;20;\n3;Хор;31;двічі на тиждень\n',
  identifier: ['Номер'],
};
const WITH_MAIL = {
  ...FILE,
  text: `${FILE.text.replace('Примітка', 'Пошта').replace('у суботу', 'vesela.kalyna@example.org')}`,
};

let world: TestContext;
let site: TokenSite;
let secret: string;
let plain: Dataset;
let masked: Dataset;

beforeAll(async () => {
  world = await makeTestContext();
  const unitId = await setUpCommunity(world);
  const scopes = ['rows.write', 'publish'] as const;
  ({ secret } = await createServiceToken(world.ctx, { name: 'Облік', scopes: [...scopes], unitId, datasetIds: null }));
  plain = await draftDataset(world, unitId, 'Гуртки', FILE);
  await publishDataset(world.ctx, plain.id);
  masked = await draftDataset(world, unitId, 'Гуртки з поштою', WITH_MAIL);
  const responsible = await appoint(world, 'vidpovidaie', 'responsible', unitId);
  await decide(responsible, masked.resources[0]?.id ?? '', [{ columnTitle: 'Пошта', way: 'mask' }]);
  await world.runJobs();
  await publishDataset(world.ctx, masked.id);
  site = await openTokenSite(world);
});
afterAll(async () => {
  site.close();
  await world.close();
});

const write = (dataset: Dataset, rows: readonly object[], method = 'POST'): Promise<Answer> =>
  site.ask(secret, method, `/api/rows/${dataset.resources[0]?.id}`, rows);
const read = async ({ resources }: Dataset) => (await site.ask(null, 'GET', `/api/rows/${resources[0]?.id}`)).text;

describe('rows of a program', () => {
  test('with personal data nobody has decided on are refused whole: columns and rows are named, the value never', async () => {
    const answer = await write(plain, [
      { nomer: 4, hurtok: 'Театр', ditei: 9, prymitka: 'у неділю' },
      { nomer: 5, hurtok: 'Спів', ditei: 8, prymitka: `писати ${MAIL}` },
    ]);
    expect([answer.status, answer.at('code')], answer.text).toEqual([400, 'personal-data-in-rows']);
    expect(answer.at('fields')).toMatchObject([{ field: 'rows[2].prymitka' }]);
    expect(answer.text).not.toContain('kovtun');
    expect(await read(plain)).not.toContain('Театр');
  });

  test('are refused the same by every method that writes; rows without such data go in', async () => {
    for (const method of ['PUT', 'PATCH']) {
      const answer = await write(plain, [{ nomer: 1, hurtok: 'Шахи', ditei: 12, prymitka: MAIL }], method);
      expect([answer.status, answer.at('code')], answer.text).toEqual([400, 'personal-data-in-rows']);
    }
    const fine = await write(plain, [{ nomer: 6, hurtok: 'Лялька', ditei: 7, prymitka: 'о десятій' }]);
    expect(fine.status, fine.text).toBe(200);
    expect(await read(plain)).toContain('Лялька');
  });

  test('of one cell that tells alone are refused one at a time, with the column, the sign and what to do', async () => {
    const alone = [
      ['3184712338', 'Податковий номер'],
      ['КН 123456', 'Паспорт-книжечка'],
      ['Olena Kovalenko', 'Прізвище'],
      ['вул. Шевченка, 5, кв. 12', 'Домашня адреса'],
    ] as const;
    for (const [at, [value, sign]] of alone.entries()) {
      const answer = await write(plain, [{ nomer: 20 + at, hurtok: 'Гончарство', ditei: 5, prymitka: value }]);
      expect([answer.status, answer.at('code'), answer.at('fields.0.field')], answer.text).toEqual([
        ...[400, 'personal-data-in-rows', 'rows[1].prymitka'],
      ]);
      expect(answer.at('fields.0.message.uk')).toContain(sign);
      expect(answer.text).not.toContain(value);
    }
    expect(await read(plain)).not.toContain('Гончарство');
  });

  test('of codes that only look like such numbers go in one by one', async () => {
    for (const [at, value] of ['о 12:30', '2-й поверх, кв. м 12', 'наказ № 3184712391'].entries()) {
      const fine = await write(plain, [{ nomer: 40 + at, hurtok: 'Ліплення', ditei: 5, prymitka: value }]);
      expect(fine.status, fine.text).toBe(200);
    }
  });

  test('are masked as the file is where the column was decided so', async () => {
    expect(await read(masked)).not.toContain('vesela');
    const answer = await write(masked, [{ nomer: 4, hurtok: 'Театр', ditei: 9, poshta: MAIL }]);
    expect(answer.status, answer.text).toBe(200);
    const rows = await read(masked);
    expect(rows).toContain('Театр');
    expect(rows).not.toContain('kovtun');
  });
});
