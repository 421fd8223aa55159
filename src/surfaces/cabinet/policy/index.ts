/** The policy text in the cabinet: versions, clauses with remarks, terms beside the settings. */
export { policyRoutes } from './policy-routes.tsx';
