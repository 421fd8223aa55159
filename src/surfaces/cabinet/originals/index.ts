/** Original files with personal data: which are kept and until when, reading one with a reason, the city's term. */
export { originalRoutes } from './original-routes.tsx';
