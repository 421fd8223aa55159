/**
 * Help: the guides of `docs/guides` for those who work in the cabinet and have no repository, with their pictures.
 */
export { helpRoutes } from './help-routes.tsx';
