/**
 * The write API: datasets, files, publication and rows for programs that come by a token. Each address calls the use case the cabinet calls, so
 * the same rights, checks, recipe and gate hold. Refusals are problems (RFC 9457).
 */
export { problemOf } from './problem.ts';
export { WRITE_API_PATHS, WRITE_API_SECURITY } from './write-api-description.ts';
export { writeApiRoutes } from './write-api-routes.ts';
