/** Guidance: the library, and the folded line that shows what is needed at a step of work. */
export { materialRoutes } from './material-routes.tsx';
