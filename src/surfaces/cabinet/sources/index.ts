/** Pages of scheduled fetching: the source of a file with what came of it, and the internal servers that may be asked. */
export { sourceRoutes } from './source-routes.tsx';
