import { RequestError } from '../../kernel/errors.ts';

/** Wall clock of a public query, ms. */
export const QUERY_TIMEOUT = 10_000;

/** The public's question takes too long or too much: said with what to narrow. */
export function tooLarge(code: 'query-too-long' | 'query-too-large'): RequestError {
  return new RequestError('too-large', code, {
    uk: 'Запит завеликий для відповіді на сторінці. Додайте фільтр, виберіть менше стовпців або приберіть сортування; повні дані можна завантажити файлом.',
    en: 'The query is too large to answer here. Add a filter, choose fewer columns or remove the sorting; the whole data can be downloaded as a file.',
  });
}

/** What DuckDB's own words mean for the one who asked. */
export function explainFailure(error: unknown): unknown {
  const words = error instanceof Error ? error.message : String(error);
  if (/^INTERRUPT/i.test(words)) return tooLarge('query-too-long');
  if (/^Out of Memory/i.test(words)) return tooLarge('query-too-large');
  return error;
}
