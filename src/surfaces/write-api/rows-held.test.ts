import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { draftDataset, giveFile, setUpCommunity } from '../../../tests/support/publish-file.ts';
import { openTokenSite, type TokenSite } from '../../../tests/support/token-site.ts';
import { createPerson, createPersonalToken, createServiceToken } from '../../capabilities/accounts/index.ts';
import { changeStructure, createCodeList, type Dataset, suggestStructure } from '../../capabilities/catalog/index.ts';
import { acceptRepairs, latestReading } from '../../capabilities/ingest/index.ts';
import { allowUnreviewedRows, publishDataset } from '../../capabilities/publishing/index.ts';
import { changeReviewSettings } from '../../capabilities/review/index.ts';

const SCHOOLS = {
  name: 'школи.csv',
  text: 'Номер,Назва,Учнів,Телефон\n1,Гімназія,300,380501112233\n2,Ліцей,420,380501112234\n3,Школа,150,380501112235\n',
  restricted: ['Телефон'],
  identifier: ['Номер'],
};

let world: TestContext;
let site: TokenSite;
let unitId = '';
let secret = '';

beforeAll(async () => {
  world = await makeTestContext();
  unitId = await setUpCommunity(world);
  ({ secret } = await createServiceToken(world.ctx, {
    name: 'Облік',
    scopes: ['rows.write', 'publish'],
    unitId,
    datasetIds: null,
  }));
  site = await openTokenSite(world);
});
afterAll(async () => {
  site.close();
  await world.close();
});

/** A published table; gives its dataset and the id of its resource. */
async function publish(title: string, file = SCHOOLS): Promise<{ dataset: Dataset; resource: string }> {
  const dataset = await draftDataset(world, unitId, title, file);
  await publishDataset(world.ctx, dataset.id);
  return { dataset, resource: dataset.resources[0]?.id ?? '' };
}

const write = (method: string, resource: string, body?: string | object, headers?: Record<string, string>) =>
  site.ask(secret, method, `/api/rows/${resource}`, body, headers);

describe('rows are held', () => {
  test('are held to allowed values and code lists, each fault with row, column and what to do, never the value', async () => {
    const file = { ...SCHOOLS, text: 'Номер,Тип,Змін\n1,Г,1\n2,Л,2\n', restricted: [] };
    const draft = await draftDataset(world, unitId, 'Типи шкіл', file);
    const list = await createCodeList(world.ctx, {
      name: 'Типи закладів',
      unitId: null,
      codes: [
        { code: 'Г', name: 'гімназія' },
        { code: 'Л', name: 'ліцей' },
      ],
    });
    const resource = draft.resources[0]?.id ?? '';
    const fields = (draft.resources[0]?.structure.fields ?? []).map((field) => ({
      ...field,
      ...(field.title === 'Тип' ? { codeList: list.id } : {}),
      ...(field.title === 'Змін' ? { allowed: ['1', '2'] } : {}),
    }));
    await changeStructure(world.ctx, resource, { fields });
    await publishDataset(world.ctx, draft.id);
    const bad = await write('PUT', resource, [
      { nomer: 1, typ: ' Л ', zmin: '2' },
      { nomer: 2, typ: 'Ш', zmin: 3 },
    ]);
    expect([bad.status, bad.at('code')], bad.text).toEqual([400, 'bad-rows']);
    expect(bad.at('fields')).toMatchObject([
      {
        field: 'rows[2].typ',
        message: {
          uk: 'Значення стовпця «Тип» немає в довіднику «Типи закладів». Надішліть код із довідника (Г, Л) або додайте цей до нього.',
        },
      },
      {
        field: 'rows[2].zmin',
        message: { uk: expect.stringContaining('Значення немає серед дозволених для стовпця «Змін»') },
      },
    ]);
    expect((await write('PATCH', resource, { nomer: 2, zmin: 1 })).at('changed')).toBe(1);
    expect((await write('DELETE', resource, { nomer: 1 })).at('deleted')).toBe(1);
  });

  test('where changes are reviewed, are refused until the reviewer allows rows without review', async () => {
    const { dataset, resource } = await publish('Перевірювані');
    const settings = { reviewers: 'unit' as const, termDays: 3, routineAtOnce: false, trustedUnitIds: [] };
    await changeReviewSettings(world.ctx, { ...settings, twoPerson: true });
    const refused = await write('PUT', resource, { nomer: 1, nazva: 'х' });
    expect([refused.status, refused.at('code')]).toEqual([409, 'rows-need-review']);
    await allowUnreviewedRows(world.ctx, dataset.id, true);
    expect((await write('PUT', resource, { nomer: 1, nazva: 'х' })).status).toBe(200);
    await allowUnreviewedRows(world.ctx, dataset.id, false);
    expect((await write('PUT', resource, { nomer: 1, nazva: 'у' })).status).toBe(409);
    await changeReviewSettings(world.ctx, { ...settings, twoPerson: false });
  });

  test('the reviewer decides about review of rows by the API, by a token of their own; a unit’s token never', async () => {
    const { dataset, resource } = await publish('Рішення');
    const settings = { reviewers: 'unit' as const, termDays: 3, routineAtOnce: false, trustedUnitIds: [] };
    await changeReviewSettings(world.ctx, { ...settings, twoPerson: true });
    const facts = { email: 'rev@x.ua', password: 'довгий пароль для перевірки', unitId };
    const reviewer = await createPerson(world.ctx, { ...facts, name: 'Ірина Вигадана', role: 'reviewer' });
    const { id, name, email } = reviewer;
    const acting = world.as({ kind: 'person', id, name, email });
    const wanted = { name: 'Дозволи', scopes: ['rows.allow'], unitId: null, datasetIds: null };
    const own = (await createPersonalToken(acting, wanted)).secret;
    const rule = (token: string, body?: object) =>
      site.ask(token, body ? 'PUT' : 'GET', `/api/1/datasets/${dataset.id}/rows-rule`, body);

    const first = await rule(secret);
    expect([first.status, first.at('unreviewed'), first.at('refusal.code')]).toEqual([200, false, 'rows-need-review']);
    expect((await rule(secret, { unreviewed: true })).at('code')).toBe('scope-missing');
    expect((await rule(own, { unreviewed: 1 })).at('fields.0.field')).toBe('unreviewed');
    const allowed = await rule(own, { unreviewed: true });
    expect([allowed.at('unreviewed'), allowed.at('refusal'), allowed.at('decidedBy')]).toEqual([true, null, 'Дозволи']);
    expect((await write('PUT', resource, { nomer: 1, nazva: 'х' })).status).toBe(200);
    expect((await rule(own, { unreviewed: false })).at('refusal.code')).toBe('rows-need-review');
    await expect(createServiceToken(world.ctx, { ...wanted, unitId })).rejects.toMatchObject({ kind: 'invalid' });
    await changeReviewSettings(world.ctx, { ...settings, twoPerson: false });
  });

  test('keep stable numbers ahead: the next file gives a new row no number that a program wrote', async () => {
    const text = 'Дерево;Вулиця;Стан\nлипа;Миру;добрий\nклен;Миру;добрий\n';
    const file = { name: 'дерева.csv', text, identifier: ['Номер'] };
    const draft = await draftDataset(world, unitId, 'Дерева', file);
    const [table] = draft.resources;
    const reading = await latestReading(world.ctx, table?.id ?? '');
    const step = { code: 'shape-number', columnTitle: null, parameters: { title: 'Номер' } };
    await acceptRepairs(world.ctx, reading?.id ?? '', [step]);
    await world.runJobs();
    const columns = (await latestReading(world.ctx, table?.id ?? ''))?.mended?.inspection.columns ?? [];
    const { fields } = suggestStructure(columns, { fields: [] });
    await changeStructure(world.ctx, table?.id ?? '', {
      fields: fields.map((field) => ({ ...field, purpose: 'Для обліку', identifier: field.title === 'Номер' })),
    });
    await publishDataset(world.ctx, draft.id);
    const put = await write('PUT', table?.id ?? '', { Номер: 9, Дерево: 'ясен', Вулиця: 'Нова', Стан: 'добрий' });
    expect(put.status, put.text).toBe(200);
    await giveFile(world, draft, { ...file, text: `${text}дуб;Нова;добрий\n` });
    await publishDataset(world.ctx, draft.id);
    const rows = (await site.ask(null, 'GET', `/api/rows/${table?.id}`)).at('rows') as Record<string, unknown>[];
    expect(rows.map((row) => [row.nomer, row.derevo])).toEqual([
      [1, 'липа'],
      [2, 'клен'],
      [10, 'дуб'],
    ]);
  });
});
