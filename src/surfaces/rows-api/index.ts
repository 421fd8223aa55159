export { ROWS_API_PATHS, rowsApiRoutes } from './rows-api-routes.ts';
