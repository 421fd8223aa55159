/** Rows by key in the cabinet: where programs write them, whether they are taken now, and whether they need no review. */
export { rowsRoutes } from './rows-routes.tsx';
