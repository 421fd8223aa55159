/**
 * The write API: datasets, files, publication and rows for programs that come by a token. Each address calls the use case the cabinet calls, so
 * the same rights, checks, recipe and gate hold. Refusals are problems (RFC 9457).
 */
export { problemOf } from './problem.ts';
export { writeApiRoutes } from './write-api-routes.ts';
