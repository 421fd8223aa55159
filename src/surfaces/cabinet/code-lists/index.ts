/* Code lists in the cabinet: named lists of codes that columns point to. */
export { codeListRoutes } from './code-list-routes.tsx';
