/** Search words in the cabinet: what townspeople say beside what stands in the datasets, and what they searched and did not find. */
export { searchWordsRoutes } from './search-words-routes.tsx';
