import { countedEnglish } from '../language/plural.ts';
import type { SearchTexts } from './search.ts';

const datasets = (n: number) => countedEnglish(n, 'dataset', 'datasets');

/** Words of the search of datasets, in English. */
export const searchEn: SearchTexts = {
  headingAll: (n) => (n === 0 ? 'No datasets yet' : datasets(n)),
  headingAbout: (n, q) => `${datasets(n)} about “${q}”`,
  headingNone: (q) => `Nothing found about “${q}”`,
  headingNoneFiltered: 'No datasets fit these conditions',
  results: 'Datasets found',
  facets: 'Narrow down',
  facet: {
    theme: 'Theme',
    unit: 'Publisher',
    format: 'Format',
    keyword: 'Keyword',
    frequency: 'How often updated',
    freshness: 'Freshness',
  },
  freshness: { 'on-time': 'updated on time', late: 'late' },
  more: 'More',
  chosen: 'Chosen',
  remove: 'Remove:',
  clear: 'Remove all conditions',
  order: 'Order',
  orders: { meaning: 'by meaning', newest: 'newest', used: 'most used' },
  corrected: (q) => `These are results for “${q}”.`,
  literally: (q) => `Search for “${q}” exactly`,
  missing: (words: readonly string[]) =>
    words.length === 1
      ? `No dataset has the word “${words[0]}”.`
      : `No dataset has the words ${words.map((word) => `“${word}”`).join(', ')}.`,
  otherWords: 'Here are datasets for the rest of the question.',
  anyWord: 'No dataset has all these words. Here are those that have at least one.',
  understood: (q) =>
    `We looked for the words “${q}” in titles, descriptions, keywords and columns: in any grammatical form, with errors mended and everyday names known.`,
  understoodLiterally: (q) => `We looked for exactly the words “${q}”, nothing mended and no everyday names.`,
  near: 'Perhaps you meant',
  wayOut: 'How to go on',
  wayOutFewer: 'Try a shorter query: a word or two.',
  wayOutAll: 'Browse all datasets',
  wayOutNotLiteral: 'Search with errors mended',
  withoutConditions: 'Without these conditions there may be answers.',
  propose: 'Propose a dataset',
  proposeLead:
    'The portal has no such data yet. Tell the community that they are needed: we will answer whether they exist and when they will appear.',
  suggestions: {
    label: 'Suggestions',
    dataset: 'dataset',
    theme: (n) => `theme, ${datasets(n)}`,
    unit: (n) => `publisher, ${datasets(n)}`,
    question: 'search',
    count: (n) => countedEnglish(n, 'suggestion', 'suggestions'),
  },
  words: {
    title: 'Search words',
    lead: 'What people say and what stands in the datasets. Search knows several thousand such words; here you add your own: local names, short forms, habitual words. Changes work at once.',
    addTitle: 'Add words',
    everyday: 'What people say',
    everydayHint: 'Parted by commas, or each on a line of its own',
    official: 'What stands in the datasets',
    officialHint: 'Words by which the dataset is found already',
    add: 'Add the words',
    save: 'Save the words',
    added: 'The words are added. Search knows them already.',
    saved: 'The words are saved.',
    removed: 'The words are removed.',
    forgotten: 'The query is off the list.',
    own: 'Words of the community',
    none: 'There are no words of your own yet.',
    change: 'Change',
    changeOf: (word) => `Change the words “${word}”`,
    remove: 'Remove these words',
    missed: 'What was searched and not found',
    missedLead:
      'Queries without an answer by how often, without names and addresses. If the data exist, add words; if not, it is a reason to publish them.',
    missedNone: 'There have been no queries without an answer yet.',
    question: 'Query',
    times: 'Times',
    last: 'Last',
    deed: 'Deed',
    addFor: 'Add words',
    addForOf: (q) => `Add words for “${q}”`,
    forget: 'Remove',
    forgetOf: (q) => `Remove “${q}” from the list`,
  },
};
