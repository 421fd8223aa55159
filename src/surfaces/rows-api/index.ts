/** The row API: rows of published tables for programs, filtered, sorted and paged on the server. */
export { GroupsAnswer, RowsAnswer } from './description-schemas.ts';
export { ROWS_API_PATHS } from './rows-api-description.ts';
export { rowsApiRoutes } from './rows-api-routes.ts';
