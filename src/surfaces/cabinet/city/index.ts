/** The community's own work around its datasets: one page that leads to units, code lists, required sets, the registry, orders and the rest. */
export { cityHubRoutes } from './city-hub-routes.tsx';
