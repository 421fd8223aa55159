/** The check of personal data of a dataset's versions as a page and a document, and the register of decisions of the whole community. */
export { privacyReportRoutes } from './report-routes.tsx';
