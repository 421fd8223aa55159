/** The journal of consultations: a line in seconds, or by one click of what was answered; totals of a quarter; CSV and DOCX. */

export { consultationRoutes } from './consultation-routes.tsx';
