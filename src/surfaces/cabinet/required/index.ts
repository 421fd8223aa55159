/** Required datasets for the staff: how each item of the lists stands, who answers for it, which datasets answer, the lists themselves. */
export { requiredStaffRoutes } from './required-routes.tsx';
