/** Parts of the pages of required datasets, for the public and for the staff alike. */
export { requiredCsv } from './required-csv.ts';
export { RequiredFilter } from './required-filter.tsx';
export { RequiredList } from './required-list.tsx';
export { cellDatasets, cellDay, ItemStateBadge, itemFacts, RequiredBar } from './required-parts.tsx';
export {
  narrowRequired,
  type RequiredQuery,
  readRequiredQuery,
  requiredParameters,
  type ShownRequired,
} from './required-query.ts';
export { RecommendedStructures } from './structure-part.tsx';
