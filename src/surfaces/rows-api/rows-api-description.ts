import { z } from '@hono/zod-openapi';
import { COLUMN_TYPES } from '../../capabilities/catalog/index.ts';
import { MAX_PAGE_SIZE, OPERATORS, PAGE_SIZE } from '../../capabilities/tables/index.ts';

const Text = z.object({ uk: z.string(), en: z.string() });

/** What every refusal of the API looks like. */
const ApiError = z.object({
  error: z.object({
    code: z.string().describe('Stable code of the refusal, e.g. `bad-row-query`'),
    message: Text,
    fields: z.array(z.object({ field: z.string().describe('The parameter as it was sent'), message: Text })),
  }),
});

/** The answer of the row API. */
export const RowsAnswer = z.object({
  columns: z.array(z.object({ name: z.string(), title: z.string(), type: z.enum(COLUMN_TYPES) })),
  rows: z
    .array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])))
    .describe('Values by column name: numbers as numbers, dates as ISO 8601, empty cells null'),
  total: z.number().int().describe('Exact number of rows that match'),
  page: z.number().int(),
  pageSize: z.number().int(),
  links: z.object({ next: z.string().nullable(), prev: z.string().nullable() }),
});

const GRAMMAR = `Conditions are parameters \`<column>__<operator>=<value>\`; all must hold. Columns by name or title, without regard to case.
Operators: ${OPERATORS.map((operator) => `\`${operator}\``).join(', ')}. \`exact\` may be left out. \`in\` takes \`a,b\` or a JSON array; \`isnull\` takes true or
false; \`contains\` and \`startswith\` do not regard case. Numbers with dot or comma, days as 2025-03-31 or 31.03.2025. An unknown column, operator or bad
value is answered 400 with its name and a list of what exists.`;

const parameter = (name: string, description: string, schema: object, place = 'query') => ({
  name,
  in: place,
  required: place === 'path',
  description,
  schema,
});

const refusal = (description: string) => ({
  description,
  content: { 'application/json': { schema: z.toJSONSchema(ApiError) } },
});

/** What /api/openapi.json says of the row API: OpenAPI 3.1 `paths`, made of the schemas above. */
export const ROWS_API_PATHS: Record<string, object> = {
  '/api/rows/{id}': {
    get: {
      operationId: 'queryRows',
      summary: 'Rows of a published table',
      description: GRAMMAR,
      tags: ['rows'],
      parameters: [
        parameter(
          'id',
          'A table (one version for good) or a resource (the version published now)',
          { type: 'string', format: 'uuid' },
          'path',
        ),
        parameter('q', 'Words that must all be found in the row', { type: 'string' }),
        parameter('sort', 'Columns to sort by, `-` before a name for descending: `-date,name`', { type: 'string' }),
        parameter('columns', 'Columns to show, in this order: `name,date`', { type: 'string' }),
        parameter('page', 'Page, from 1', { type: 'integer', minimum: 1, default: 1 }),
        parameter('page_size', 'Rows a page', {
          type: 'integer',
          minimum: 1,
          maximum: MAX_PAGE_SIZE,
          default: PAGE_SIZE,
        }),
        parameter('format', 'Form of the answer', { type: 'string', enum: ['json', 'csv'], default: 'json' }),
        {
          ...parameter('conditions', 'Conditions on columns, e.g. `district__exact=Центр`', {
            type: 'object',
            additionalProperties: { type: 'string' },
          }),
          style: 'form',
          explode: true,
        },
      ],
      responses: {
        200: {
          description: 'One page of rows and the exact number of all that match',
          content: {
            'application/json': { schema: z.toJSONSchema(RowsAnswer) },
            'text/csv': { schema: { type: 'string' } },
          },
        },
        304: { description: 'The same answer as the one with this ETag' },
        400: refusal('Something in the query is not understood; each fault is named'),
        403: refusal('Access to the dataset is suspended'),
        404: refusal('No such table'),
        410: refusal('The dataset is withdrawn'),
        413: refusal('The answer would take too long or too much memory: narrow the query'),
      },
    },
  },
};
