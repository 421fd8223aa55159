import { MEASURES, OPERATORS } from '../../capabilities/tables/index.ts';

/** One line of the form. Column and operator are empty in a line not filled in. */
export interface TryCondition {
  readonly column: string;
  readonly operator: string;
  readonly value: string;
}

/** What the form of the page to try holds. */
export interface TryQuestion {
  readonly conditions: readonly TryCondition[];
  readonly measure: string;
  readonly measureOf: string;
  /** Everything else goes by the names of the API: q, sort, columns, group, page_size, format, page, cursor. */
  readonly rest: URLSearchParams;
}

/** Rows shown when nobody says otherwise: an answer that is read, not downloaded. */
const TRIED_ROWS = '5';
const MOST_CONDITIONS = 50;

/**
 * Reads the page's own query string: lines `c0`, `o0`, `v0` … and `m`, `mc` of its form; and the parameters of the API itself, so that a question
 * from elsewhere opens here as it is.
 */
export function readTryQuestion(query: URLSearchParams): TryQuestion {
  const conditions: TryCondition[] = [];
  const rest = new URLSearchParams();
  let [measure, measureOf] = [query.get('m') ?? '', query.get('mc') ?? ''];
  for (const [name, value] of query) {
    const line = /^c(\d{1,2})$/.exec(name)?.[1];
    if (line !== undefined) {
      const operator = query.get(`o${line}`) ?? '';
      if (value !== '' && conditions.length < MOST_CONDITIONS) {
        conditions.push({ column: value, operator: operator || 'exact', value: query.get(`v${line}`) ?? '' });
      }
      continue;
    }
    if (/^[ov]\d{1,2}$/.test(name) || name === 'm' || name === 'mc' || value.trim() === '') continue;
    const condition = conditionOf(name, value);
    if (condition) conditions.push(condition);
    else if (MEASURES.some((one) => one === name) && measureOf === '') [measure, measureOf] = [name, value];
    else rest.append(name, value);
  }
  if (!rest.has('page_size')) rest.set('page_size', TRIED_ROWS);
  return { conditions, measure, measureOf, rest };
}

function conditionOf(name: string, value: string): TryCondition | null {
  const cut = name.lastIndexOf('__');
  const operator = name.slice(cut + 2);
  const known = cut > 0 && OPERATORS.some((one) => one === operator);
  return known ? { column: name.slice(0, cut), operator, value } : null;
}

/** The query string of the API that asks the question. */
export function apiParameters({ conditions, measure, measureOf, rest }: TryQuestion): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const { column, operator, value } of conditions) {
    if (value.trim() !== '') parameters.append(`${column}__${operator}`, value);
  }
  for (const [name, value] of rest) parameters.append(name, value);
  if (rest.has('group') && measure !== '' && measureOf !== '') parameters.append(measure, measureOf);
  return parameters;
}
