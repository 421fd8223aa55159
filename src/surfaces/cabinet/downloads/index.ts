/** How files of tables are made: the administrator's page. */
export { downloadSettingsRoutes } from './settings-routes.tsx';
