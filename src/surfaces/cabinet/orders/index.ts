/** Pages of the papers of the community: orders and decisions with what they put in force, and the norms they stand on. */
export { orderRoutes } from './orders-surface.tsx';
