import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { draftDataset, setUpCommunity } from '../../../tests/support/publish-file.ts';
import { publishDataset } from '../../capabilities/publishing/index.ts';
import { OPERATORS, openTable } from '../../capabilities/tables/index.ts';
import { describeTable } from './describe-table.ts';
import { ROWS_API_PATHS } from './index.ts';

const FILE = `Номер;Район;Сума;Дата;Змінено;Працює;Широта;Довгота
1;Центр;10,50;2024-01-31;2024-01-31 10:00:00;так;49,35;23,50
2;Схід;20,00;2024-02-01;2024-02-01 11:30:00;ні;49,36;23,51
3;Центр;900,25;2024-03-01;2024-03-01 00:00:00;так;49,37;23,52
`;

interface Description {
  openapi: string;
  paths: Record<string, { get: { parameters: { name: string; schema: Record<string, unknown> }[] } }>;
  components: { schemas: { Rows: { properties: { rows: { items: { properties: Record<string, object> } } } } } };
}

let test: TestContext;
let described: Description;
beforeAll(async () => {
  test = await makeTestContext();
  const unitId = await setUpCommunity(test);
  const dataset = await draftDataset(test, unitId, 'Опис', { name: 'опис.csv', text: FILE, identifier: ['Номер'] });
  const version = await publishDataset(test.ctx, dataset.id);
  const table = await openTable(test.ctx, version.resources[0]?.tableId ?? '');
  const facts = { id: table.id, title: 'Опис', version: 1, origin: 'http://localhost' };
  described = (await describeTable(test.ctx, table, facts)) as Description;
});
afterAll(() => test.close());

const parameters = () => Object.values(described.paths)[0]?.get.parameters ?? [];

describe('the description of a table', () => {
  it('is valid OpenAPI 3.1, and so is the general one with the rows in it', async () => {
    expect(await new Validator().validate(structuredClone({ ...described }))).toMatchObject({ valid: true });
    const general = { openapi: '3.1.1', info: { title: 'T', version: '1' }, paths: ROWS_API_PATHS };
    expect(await new Validator().validate(structuredClone(general))).toMatchObject({ valid: true });
    const broken = { ...structuredClone(general), paths: { x: { get: 1 } } };
    expect((await new Validator().validate(broken)).valid).toBe(false);
  });

  it('has every column with the operators that mean something for it', () => {
    const names = parameters().map(({ name }) => name);
    expect(names.filter((name) => name.startsWith('data__')).toSorted()).toEqual(
      OPERATORS.filter((operator) => operator !== 'bbox')
        .map((operator) => `data__${operator}`)
        .toSorted(),
    );
    expect(names.filter((name) => name.startsWith('suma__')).toSorted()).toEqual(
      ['exact', 'ne', 'gte', 'lte', 'gt', 'lt', 'in', 'isnull'].map((operator) => `suma__${operator}`).toSorted(),
    );
    expect(names).toEqual(expect.arrayContaining(['cursor', 'group', 'sum', 'avg', 'min', 'max', 'q', 'columns']));
    expect(new Set(names).size).toBe(names.length);
  });

  it('gives examples of the table and all values where they are few', () => {
    const of = (name: string) => parameters().find((parameter) => parameter.name === name)?.schema;
    expect(of('raion__exact')).toEqual({ type: 'string', enum: ['Схід', 'Центр'], examples: ['Центр'] });
    expect(of('data__month')).toMatchObject({ examples: ['2024-01'] });
    const { properties } = described.components.schemas.Rows.properties.rows.items;
    expect(properties.suma).toEqual({ title: 'Сума', type: ['number', 'null'], examples: [10.5] });
    expect(properties.data).toMatchObject({ type: ['string', 'null'], format: 'date' });
  });
});
