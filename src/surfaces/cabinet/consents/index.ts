/** `/cabinet/datasets/:id/privacy/consents`: consents to be published that people took back. */
export { consentRoutes } from './consent-routes.tsx';
