/* «Паспорти таблицею»: all passports one may change as a table, taken, edited, given back, compared, written and taken back. */
export { passportSheetRoutes } from './sheet-routes.tsx';
