/** The row API: rows of published tables for programs, filtered, sorted and paged on the server. */
export { ROWS_API_PATHS, RowsAnswer } from './rows-api-description.ts';
export { rowsApiRoutes } from './rows-api-routes.ts';
