/* `/cabinet/datasets/:id/privacy`: personal data found in a dataset, and what is decided about them. */
export { privacyRoutes } from './privacy-routes.tsx';
