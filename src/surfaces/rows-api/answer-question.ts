import {
  type GroupQuery,
  groupQueryParameters,
  type OpenTable,
  parseGroupQuery,
  parseRowQuery,
  queryGroups,
  queryOpenTable,
  type RowQuery,
  rowQueryParameters,
  shapeColumn,
} from '../../capabilities/tables/index.ts';
import type { Context } from '../../platform/context.ts';
import { type AnswerFormat, formatOf, MEDIA_TYPES, placeNamesOf } from './answer-format.ts';
import { groupLinks, groupsAsJson } from './groups-answer.ts';
import {
  type AnswerAddress,
  type PageLinks,
  pageLinks,
  rowsAsCsv,
  rowsAsGeoJson,
  rowsAsJson,
  rowsAsJsonLines,
} from './rows-answer.ts';

/** A question understood: about rows or about groups of them, and in which form the answer is wanted. */
export type Question =
  | { readonly kind: 'rows'; readonly query: RowQuery; readonly format: AnswerFormat }
  | { readonly kind: 'groups'; readonly query: GroupQuery; readonly format: AnswerFormat };

/** An answer ready to be sent. */
export interface QuestionAnswer {
  readonly body: string;
  readonly mediaType: string;
  readonly total: number;
  readonly links: PageLinks;
}

const OWN = ['format'];

/** Understands the query string of the row API. Throws RequestError `invalid` naming every fault. */
export function parseQuestion(table: OpenTable, parameters: URLSearchParams): Question {
  const { columns } = table.manifest;
  const groups = parseGroupQuery(columns, parameters, OWN);
  const format = formatOf(parameters.get('format'), groups !== null);
  if (groups) return { kind: 'groups', query: groups, format };
  if (format === 'geojson') placeNamesOf(columns);
  return { kind: 'rows', query: parseRowQuery(columns, parameters, OWN), format };
}

/** The question in its one form: the same for all ways to write it. */
export function questionText({ kind, query, format }: Question): string {
  const parameters = kind === 'rows' ? rowQueryParameters(query) : groupQueryParameters(query);
  return `${parameters}&format=${format}`;
}

/** Asks the table. `base` is the absolute address of the table, for links. */
export async function answerQuestion(
  ctx: Context,
  table: OpenTable,
  question: Question,
  base: string,
): Promise<QuestionAnswer> {
  const { format } = question;
  const address: AnswerAddress = { base, format };
  if (question.kind === 'groups') {
    const page = await queryGroups(ctx, table, question.query);
    const body =
      format === 'csv'
        ? rowsAsCsv(page.rows, page.columns, null)
        : format === 'jsonl'
          ? rowsAsJsonLines(page.rows, page.columns)
          : groupsAsJson(page, question.query, address);
    return {
      body,
      mediaType: MEDIA_TYPES[format],
      total: page.total,
      links: groupLinks(page, question.query, address),
    };
  }
  return answerRows(ctx, table, question.query, address);
}

async function answerRows(
  ctx: Context,
  table: OpenTable,
  query: RowQuery,
  address: AnswerAddress,
): Promise<QuestionAnswer> {
  const { format } = address;
  const place = format === 'geojson' ? placeNamesOf(table.manifest.columns) : null;
  // A row's place is needed for its point, also where its columns are not asked for.
  const needed = place && query.columns.length > 0 ? Object.values(place) : [];
  const columns = [...new Set([...query.columns, ...needed])];
  const page = await queryOpenTable(ctx, table, { ...query, columns });
  const shown = query.columns.length === 0 ? page.columns : page.columns.slice(0, query.columns.length);
  const body = place
    ? rowsAsGeoJson(page, shown, place, query, address)
    : format === 'csv'
      ? rowsAsCsv(page.rows, shown, shapeColumn(table.manifest.columns)?.name ?? null)
      : format === 'jsonl'
        ? rowsAsJsonLines(page.rows, shown)
        : rowsAsJson(page, query, address);
  return { body, mediaType: MEDIA_TYPES[format], total: page.total, links: pageLinks(page, query, address) };
}
