/** Letters to groups of people, each with a mark of having been read. */
export { letterRoutes } from './letter-routes.tsx';
