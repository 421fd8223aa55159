/* `/cabinet/city/structures`: the structures a community keeps itself. */
export { ownStructureRoutes } from './own-structure-routes.tsx';
