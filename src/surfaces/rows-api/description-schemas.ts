import { z } from '@hono/zod-openapi';
import { COLUMN_TYPES } from '../../capabilities/catalog/index.ts';
import type { ManifestColumn } from '../../capabilities/tables/index.ts';
import type { ColumnFacts } from './column-facts.ts';

const Text = z.object({ uk: z.string(), en: z.string() });

/** What every refusal of the API looks like. */
const ApiError = z.object({
  error: z.object({
    code: z.string().describe('Stable code of the refusal, e.g. `bad-row-query`'),
    message: Text,
    fields: z.array(z.object({ field: z.string().describe('The parameter as it was sent'), message: Text })),
  }),
});

const Links = z.object({ next: z.string().nullable(), prev: z.string().nullable() });
const Column = z.object({ name: z.string(), title: z.string(), type: z.enum(COLUMN_TYPES) });
const Values = z
  .array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])))
  .describe('Values by column name: numbers as numbers, dates as ISO 8601, empty cells null');

/** The answer of the row API. */
export const RowsAnswer = z.object({
  columns: z.array(Column),
  rows: Values,
  total: z.number().int().describe('Exact number of rows that match'),
  page: z.number().int().nullable().describe('Null where rows are asked for by cursor'),
  pageSize: z.number().int(),
  cursor: z.string().nullable().describe('The value of `cursor` for the rows after these; null after the last'),
  links: Links,
});

/** The answer about groups. */
export const GroupsAnswer = z.object({
  columns: z.array(
    Column.extend({
      measure: z.enum(['key', 'count', 'sum', 'avg', 'min', 'max']),
      of: z.string().nullable().describe('The column asked about'),
      part: z.enum(['value', 'year', 'month']),
    }),
  ),
  rows: Values,
  total: z.number().int().describe('Exact number of groups'),
  matched: z.number().int().describe('Exact number of rows in them'),
  page: z.number().int(),
  pageSize: z.number().int(),
  links: Links,
});

/** JSON Schema of a value of a column's type, as the answer has it. */
export function valueSchema(type: ManifestColumn['type']): { type: string; format?: string; description?: string } {
  switch (type) {
    case 'integer':
      return { type: 'integer' };
    case 'decimal':
      return { type: 'number' };
    case 'boolean':
      return { type: 'boolean' };
    case 'date':
      return { type: 'string', format: 'date' };
    case 'datetime':
      return { type: 'string', description: 'Local time of the community without a zone: 2025-03-31T14:30:00' };
    case 'time':
      return { type: 'string', description: '14:30:00' };
    case 'text':
      return { type: 'string' };
  }
}

/** The answer with the columns of one table. Columns not asked for are not in the rows. */
export function rowsSchema(facts: readonly ColumnFacts[]): object {
  const whole = z.toJSONSchema(RowsAnswer) as { properties?: object };
  const properties = facts.map(({ column, example, values }) => {
    const { type, ...rest } = valueSchema(column.type);
    const shown = example === null ? {} : { examples: [example] };
    const few = values ? { enum: [...values, null] } : {};
    return [column.name, { title: column.title, type: [type, 'null'], ...rest, ...few, ...shown }];
  });
  const rows = {
    type: 'array',
    items: { type: 'object', properties: Object.fromEntries(properties), additionalProperties: false },
  };
  return { ...whole, properties: { ...whole.properties, rows } };
}

/** The answer about groups: its columns depend on the question. */
export function groupsSchema(): object {
  return z.toJSONSchema(GroupsAnswer);
}

const refusal = (description: string) => ({
  description,
  content: { 'application/json': { schema: z.toJSONSchema(ApiError) } },
});

/** Every way a question may be refused. */
export function refusalAnswers(): Record<number, object> {
  return {
    400: refusal('Something in the query is not understood; each fault is named'),
    403: refusal('Access to the dataset is suspended'),
    404: refusal('No such table'),
    410: refusal('The dataset is withdrawn'),
    413: refusal('The answer would take too long or too much memory: narrow the query'),
    429: refusal('Too many requests; `Retry-After` says when to come back'),
    503: refusal('Too many questions at the moment; `Retry-After` says when to come back'),
  };
}
