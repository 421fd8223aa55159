import { formatNumber } from '../language/numbers.ts';
import { countedEnglish } from '../language/plural.ts';
import type { RequiredTexts } from './required-uk.ts';

const n = (value: number) => formatNumber(value, 'en');
const items = (count: number) => countedEnglish(count, 'item', 'items');
const datasets = (count: number) => countedEnglish(count, 'dataset', 'datasets');
const fields = (count: number) => countedEnglish(count, 'field', 'fields');

/** Words of required datasets both for the public and for the staff, in English. */
export const requiredEn: RequiredTexts = {
  title: 'Required datasets',
  heading: (present, applicable) => `Required datasets: ${n(present)} of ${n(applicable)} that apply`,
  lead: 'What the community must publish by law and by its own list, what of it is there, and what is not, and why.',
  leadUnit: (unit) => `What “${unit}” and the units below it answer for.`,
  lists: (edition, local) =>
    `The list of resolution No. 835 of the Cabinet of Ministers of Ukraine (edition: ${edition})${local > 0 ? ` and the local list: ${items(local)}` : ''}.`,
  states: {
    'on-time': 'published in time',
    'other-structure': 'not of the recommended structure',
    late: 'late',
    'on-national': 'published on data.gov.ua',
    suspended: 'suspended',
    planned: 'planned',
    absent: 'absent',
    'not-held': 'not held',
    'not-applicable': 'does not apply',
  },
  plannedOn: (day) => `planned by ${day}`,
  lateSince: (day) => `late: the update was due by ${day}`,
  reviewOn: (day) => `review on ${day}`,
  lapsed: (day) => `the answer was good until ${day}; it is time to review it`,
  audiences: {
    'local-government': 'Local government',
    all: 'All holders of information',
    city: 'Local list',
    'state-administrations': 'Local state administrations',
  },
  bar: 'How the required datasets stand',
  partOf: (state, count) => `${state}: ${n(count)}`,
  filter: {
    q: 'Words of the title',
    unit: 'Unit',
    anyUnit: 'The whole community',
    state: 'State',
    anyState: 'Any',
    section: 'Section of the list',
    anySection: 'All sections',
    button: 'Show',
    clear: 'Clear',
  },
  columns: { number: 'No.', item: 'Item of the list', who: 'Who answers for it', state: 'State', datasets: 'Datasets' },
  caption: (section) => `Items of the list: ${section}`,
  found: (count, all) => `${items(count)} of ${n(all)} shown`,
  none: 'There are no such items',
  noneLead: 'Loosen the conditions or clear them.',
  unassigned: 'assigned to nobody',
  parts: (good, all) => `${n(good)} of ${n(all)}`,
  take: 'Take away:',
  csv: 'CSV',
  json: 'JSON',
  print: 'To print it, use the browser’s print: the page fits A4.',
  item: {
    number: (number) => `item ${n(number)}`,
    ground: 'Ground',
    text: 'The item word for word',
    frequency: 'How often to update',
    suggested: 'the system’s suggestion: the list names no frequency',
    recommended: 'by the recommendation page',
    page: 'Recommendations',
    pageLink: 'The page on data.gov.ua',
    risk: 'Before publication check for personal data and for facts that need a security decision.',
    has: 'What the dataset should have',
    noStructure: 'There is no recommended structure for this item. Make one and describe the columns.',
    columns: { field: 'Field', title: 'Title', type: 'Type', required: 'Required' },
    required: 'yes',
    optional: 'no',
    partly: 'Only some of the fields are known.',
    who: 'Who answers for it and what is done',
    nobody: 'Assigned to nobody.',
    datasets: 'Datasets',
    noDatasets: 'no datasets',
    match: (found, all, percent) =>
      percent === null
        ? `known part of the recommended structure: ${fields(found)} match`
        : `${n(found)} of ${fields(all)} of the recommended structure, ${percent} %`,
    missing: (names) => `required fields are missing: ${names}`,
    reason: 'Reason',
    confirmedOn: (day) => `confirmed on ${day}`,
    back: 'All required datasets',
    onNational: 'on data.gov.ua',
    draft: 'draft',
    archived: 'archived, updated no more',
    propose: 'Ask for these data',
  },
  counts: { items, datasets },
  fileColumns: {
    edition: 'Edition',
    section: 'Section',
    number: 'No.',
    title: 'Title',
    name: 'The item word for word',
    state: 'State',
    units: 'Who answers for it',
    datasets: 'Datasets',
    reasons: 'Reasons',
  },
};
