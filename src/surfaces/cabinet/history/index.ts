/*
 * The history: everything, filtered and taken away; one entry and the erasing of its content; what was done to one dataset.
 */
export { historyPages as historyRoutes } from './history-routes.tsx';
