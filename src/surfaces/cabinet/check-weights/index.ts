/** `/cabinet/settings/checks`: how much each check weighs in this community, within the limits of its policy. */
export { checkWeightRoutes } from './weights-routes.tsx';
