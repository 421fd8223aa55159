/** Responsible persons: on what ground they work, whether they were told; the order, notices, papers. */
export { personRoutes } from './person-routes.tsx';
