import { MAX_PAGE_SIZE, MEASURES, type OpenTable, type Operator, PAGE_SIZE } from '../../capabilities/tables/index.ts';
import type { Context } from '../../platform/context.ts';
import { placeNamesIn } from './answer-format.ts';
import { type ColumnFacts, columnFacts } from './column-facts.ts';
import { groupsSchema, refusalAnswers, rowsSchema, valueSchema } from './description-schemas.ts';

/** Above so many columns only the most used operators are listed one by one; the others are told in words. */
const WIDE = 100;
const WIDE_OPERATORS: readonly Operator[] = ['exact', 'in', 'isnull'];

/** Whose description it is. */
export interface DescribedTable {
  /** As in the address: of the table or of the resource. */
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly origin: string;
}

const MEANING: Record<Operator, string> = {
  exact: 'equals',
  ne: 'does not equal; empty cells are among the rest',
  gte: 'not less than',
  lte: 'not greater than',
  gt: 'greater than',
  lt: 'less than',
  contains: 'contains, whatever the case of letters',
  startswith: 'begins with, whatever the case of letters',
  in: 'is one of `a,b`, or of a JSON array where values hold commas',
  isnull: 'true: the cell is empty; false: it is not',
  year: 'lies in this year',
  month: 'lies in this month, e.g. `2025-03`',
  bbox: 'the geometry touches west,south,east,north in degrees, e.g. `23.4,49.3,23.6,49.4`',
};

/** OpenAPI 3.1 of one table: every column with what may be asked of it, and the answer with its own columns. */
export async function describeTable(ctx: Context, table: OpenTable, described: DescribedTable): Promise<object> {
  const facts = await columnFacts(ctx, table);
  const places = placeNamesIn(table.columns) !== null;
  const formats = ['json', 'csv', 'jsonl', ...(places ? ['geojson'] : [])];
  const path = `/api/rows/${described.id}`;
  return {
    openapi: '3.1.1',
    info: {
      title: described.title,
      version: String(described.version),
      description: `Rows of the table «${described.title}»: ${table.manifest.rows} rows, ${table.columns.length} columns. No key is needed. All conditions must hold. A page to try it: ${described.origin}${path}/try`,
    },
    servers: [{ url: described.origin }],
    externalDocs: { url: `${described.origin}/api/openapi.json`, description: 'The whole public API' },
    tags: [{ name: 'rows' }],
    paths: {
      [path]: {
        get: {
          operationId: 'queryRows',
          summary: `Rows of «${described.title}», or groups of them`,
          tags: ['rows'],
          parameters: [...ownParameters(facts, formats), ...conditionParameters(facts)],
          responses: {
            200: {
              description: 'One page of rows and the exact number of all that match; with `group`, of groups',
              headers: {
                'x-total-count': { description: 'Rows that match', schema: { type: 'integer' } },
                link: { description: 'The next and the previous page (RFC 8288)', schema: { type: 'string' } },
              },
              content: answerContent(places),
            },
            304: { description: 'The answer known by its ETag has not changed' },
            ...refusalAnswers(),
          },
        },
      },
    },
    components: { schemas: { Rows: rowsSchema(facts), Groups: groupsSchema() } },
  };
}

function answerContent(places: boolean): object {
  const text = { schema: { type: 'string' } };
  const json = { oneOf: [{ $ref: '#/components/schemas/Rows' }, { $ref: '#/components/schemas/Groups' }] };
  return {
    'application/json': { schema: json },
    'text/csv': text,
    'application/jsonl': text,
    ...(places
      ? { 'application/geo+json': { schema: { type: 'object', description: 'FeatureCollection, RFC 7946' } } }
      : {}),
  };
}

const inQuery = (name: string, description: string, schema: object) => ({ name, in: 'query', description, schema });

function ownParameters(facts: readonly ColumnFacts[], formats: readonly string[]): object[] {
  const names = facts.map(({ column }) => column.name);
  const some = names.slice(0, 2).join(',');
  const numbers = facts.filter(({ column }) => column.type === 'integer' || column.type === 'decimal');
  const dates = facts.filter(({ column }) => column.type === 'date' || column.type === 'datetime');
  const byYear = dates[0] ? ` of dates also a part: \`${dates[0].column.name}__year\`, \`__month\`` : '';
  const example = { type: 'string', ...(some ? { examples: [some] } : {}) };
  const measures = numbers[0] ? { type: 'string', examples: [numbers[0].column.name] } : { type: 'string' };
  return [
    inQuery('q', 'Words that must all be found in the row', { type: 'string' }),
    inQuery('sort', 'Columns to sort by, `-` before a name for descending. Empty cells come last', example),
    inQuery('columns', 'Columns to show, in this order; all by default', example),
    inQuery('page', 'Page, from 1', { type: 'integer', minimum: 1, default: 1 }),
    inQuery('page_size', 'Rows a page', { type: 'integer', minimum: 1, maximum: MAX_PAGE_SIZE, default: PAGE_SIZE }),
    inQuery('cursor', 'Instead of `page`: empty for the first rows, then as `links.next` has it. Quick at any depth', {
      type: 'string',
    }),
    inQuery('format', 'Form of the answer', { type: 'string', enum: formats, default: 'json' }),
    inQuery(
      'group',
      `Answer with groups of rows by these columns;${byYear} the number of rows is always told`,
      example,
    ),
    ...MEASURES.map((measure) => inQuery(measure, `With \`group\`: ${measure} of these columns`, measures)),
  ];
}

function conditionParameters(facts: readonly ColumnFacts[]): object[] {
  const wide = facts.length > WIDE;
  return facts.flatMap(({ column, operators, example, values }) =>
    operators
      .filter((operator) => !wide || WIDE_OPERATORS.includes(operator))
      .map((operator) => ({
        ...inQuery(
          `${column.name}__${operator}`,
          `«${column.title}» ${MEANING[operator]}`,
          conditionSchema(column.type, operator, example, values),
        ),
      })),
  );
}

function conditionSchema(
  type: ColumnFacts['column']['type'],
  operator: Operator,
  example: ColumnFacts['example'],
  values: ColumnFacts['values'],
): object {
  const shown = example === null ? {} : { examples: [example] };
  switch (operator) {
    case 'isnull':
      return { type: 'boolean' };
    case 'year':
      return { type: 'string', pattern: '^\\d{4}$', ...yearOf(example, 4) };
    case 'month':
      return { type: 'string', pattern: '^\\d{4}-\\d{2}$', ...yearOf(example, 7) };
    case 'bbox':
      return { type: 'string', pattern: '^-?[\\d.]+(,-?[\\d.]+){3}$', examples: ['23.4,49.3,23.6,49.4'] };
    case 'in':
      return { type: 'string', ...(example === null ? {} : { examples: [listExample(example, values)] }) };
    case 'contains':
    case 'startswith':
      return { type: 'string', ...(example === null ? {} : { examples: [String(example).slice(0, 12)] }) };
    default:
      return { ...valueSchema(type), ...(values && operator === 'exact' ? { enum: values } : {}), ...shown };
  }
}

function yearOf(example: ColumnFacts['example'], length: number): object {
  return typeof example === 'string' ? { examples: [example.slice(0, length)] } : {};
}

function listExample(example: NonNullable<ColumnFacts['example']>, values: ColumnFacts['values']): string {
  const list = (values ?? [String(example)]).slice(0, 2);
  return list.some((value) => /[,[]/.test(value)) ? JSON.stringify(list) : list.join(',');
}
