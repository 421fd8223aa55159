/** Pages of carrying over: what a portal has, what is taken, how far it has come, what differs later. */
export { exchangeRoutes } from './exchange-routes.tsx';
