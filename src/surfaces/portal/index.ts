/*
 * The portal: what a citizen sees. Pages are rendered from public cards; a table's rows come from `tables`, versions from `publishing`.
 * Also the style sheet with the city's colour, feeds, and the guide to the parts of pages.
 */
export { portalRoutes } from './portal-routes.tsx';
