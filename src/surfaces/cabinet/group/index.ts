/** The working group: members, sessions with minutes, decisions that become tasks and planned datasets. */
export { groupRoutes } from './group-routes.tsx';
