/** The catalog for programs: datasets with their passports, and the description of the whole public API (OpenAPI 3.1). */
export { type CatalogApiOptions, catalogApiRoutes } from './catalog-api-routes.ts';
export { DatasetAnswer, DatasetList, Refusal } from './dataset-answer.ts';
