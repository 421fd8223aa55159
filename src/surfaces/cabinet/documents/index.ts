/** Documents of the community in the cabinet: those made, their templates, grammatical cases written by hand. */
export { documentRoutes } from './document-routes.tsx';
