/** The public section «Відкриті дані»: one page to all the community says of its data, and the same blocks for the council's own site. */
export { openDataRoutes } from './open-data-routes.tsx';
