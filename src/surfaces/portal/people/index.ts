/** For all to see: guidance by which the community works, and who answers for its data. */
export { publicMaterialRoutes } from './material-routes.tsx';
