/** Evidence in the cabinet: facts and what they prove, as a page, a table file and a statement. */
export { evidenceRoutes } from './evidence-routes.tsx';
