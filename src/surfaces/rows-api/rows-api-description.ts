import { z } from '@hono/zod-openapi';
import { MAX_PAGE_SIZE, MEASURES, OPERATORS, PAGE_SIZE } from '../../capabilities/tables/index.ts';
import { GroupsAnswer, RowsAnswer, refusalAnswers } from './description-schemas.ts';

const GRAMMAR = `Conditions are parameters \`<column>__<operator>=<value>\`; all must hold. Columns by name or title, without regard to case.
Operators: ${OPERATORS.map((operator) => `\`${operator}\``).join(', ')}. \`exact\` may be left out. \`in\` takes \`a,b\` or a JSON array; \`isnull\` takes true or
false; \`contains\` and \`startswith\` do not regard case; \`year\` and \`month\` are asked of dates. \`ne\` takes empty cells in: an empty cell does not equal. Numbers with dot or comma, days as 2025-03-31 or 31.03.2025. An unknown column, operator or bad
value is answered 400 with its name and a list of what exists.`;

const parameter = (name: string, description: string, schema: object, place = 'query') => ({
  name,
  in: place,
  required: place === 'path',
  description,
  schema,
});

const TABLE = parameter(
  'id',
  'A table (one version for good) or a resource (the version published now)',
  { type: 'string', format: 'uuid' },
  'path',
);

/** What /api/openapi.json says of the row API: OpenAPI 3.1 `paths`, made of the schemas above. */
export const ROWS_API_PATHS: Record<string, object> = {
  '/api/rows/{id}': {
    get: {
      operationId: 'queryRows',
      summary: 'Rows of a published table',
      description: GRAMMAR,
      tags: ['rows'],
      parameters: [
        TABLE,
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
        parameter('cursor', 'Instead of `page`: empty for the first rows, then as `links.next` has it', {
          type: 'string',
        }),
        parameter('format', 'Form of the answer', {
          type: 'string',
          enum: ['json', 'csv', 'jsonl', 'geojson'],
          default: 'json',
        }),
        parameter('group', 'Answer with groups of rows by these columns: `district,signed__year`', { type: 'string' }),
        ...MEASURES.map((measure) =>
          parameter(measure, `With \`group\`: ${measure} of these columns`, { type: 'string' }),
        ),
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
            'application/json': { schema: { oneOf: [z.toJSONSchema(RowsAnswer), z.toJSONSchema(GroupsAnswer)] } },
            'text/csv': { schema: { type: 'string' } },
            'application/jsonl': { schema: { type: 'string' } },
            'application/geo+json': { schema: { type: 'object' } },
          },
        },
        304: { description: 'The same answer as the one with this ETag' },
        ...refusalAnswers(),
      },
    },
  },
  '/api/rows/{id}/openapi.json': {
    get: {
      operationId: 'describeRows',
      summary: 'This very table described in OpenAPI 3.1: its columns, what may be asked of them, examples of values',
      tags: ['rows'],
      parameters: [TABLE],
      responses: {
        200: { description: 'OpenAPI 3.1', content: { 'application/json': { schema: { type: 'object' } } } },
        ...refusalAnswers(),
      },
    },
  },
};
