/** Tokens in the cabinet: a person's own, and those of units; made, shown once, revoked. */
export { tokenRoutes } from './token-routes.tsx';
