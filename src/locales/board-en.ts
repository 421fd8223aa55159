import { formatNumber } from '../language/numbers.ts';
import { countedEnglish } from '../language/plural.ts';
import type { BoardTexts } from './board-uk.ts';

const n = (value: number) => formatNumber(value, 'en');
const sets = (count: number) => countedEnglish(count, 'dataset', 'datasets');

/** Words of the coordinator's board, in English. */
export const boardEn: BoardTexts = {
  title: 'Board',
  lead: 'All datasets of your units by term. Tick several and do one thing to all of them.',
  found: (count) => `${sets(count)} found`,
  terms: { late: 'Late', soon: 'Due soon', 'on-time': 'On time', none: 'No term' },
  any: 'All',
  filter: {
    q: 'Words of the title, or a number',
    unit: 'Unit',
    anyUnit: 'All units',
    state: 'State',
    anyState: 'Any state',
    frequency: 'Frequency',
    anyFrequency: 'Any',
    responsible: 'E-mail of the responsible person',
    button: 'Show',
    clear: 'Clear the conditions',
  },
  columns: {
    pick: 'Tick',
    title: 'Dataset',
    unit: 'Unit',
    responsible: 'Responsible person',
    frequency: 'Frequency',
    term: 'Term',
    state: 'State',
  },
  caption: 'Datasets by term',
  pick: (title) => `Tick “${title}”`,
  nobody: 'nobody is named',
  late: (days, day) => `${countedEnglish(days, 'day', 'days')} late, was due ${day}`,
  due: (day) => `by ${day}`,
  inReview: (day) => `in review until ${day}`,
  reviewLate: (days) => `the review is ${countedEnglish(days, 'day', 'days')} late`,
  today: 'today',
  noTerm: 'no term',
  none: 'There are no such datasets',
  noneLead: 'Loosen the conditions or clear them.',
  empty: 'There are no datasets yet',
  emptyLead: 'When the units make their first datasets, they will appear here.',
  deeds: {
    title: 'What to do with the ticked ones',
    all: (count) => `Take all ${sets(count)} that meet the conditions, not only the ticked ones`,
    tooMany: (most) => `${n(most)} can be taken at once.`,
    frequency: 'New frequency',
    chooseFrequency: 'Choose from the list',
    changeFrequency: 'Change the frequency',
    frequencyHint: 'Published at once where there are no other changes; elsewhere with the next publication.',
    remind: 'Remind those responsible',
    approve: 'Approve the submitted ones',
    assign: 'Give to another person…',
    memo: 'Memo to the head (DOCX)',
    text: 'Text for a messenger',
  },
  done: {
    frequency: (count) => `The frequency of ${sets(count)} was changed`,
    assignment: (count) => `The responsible person of ${sets(count)} was changed`,
    reminder: (count) => `Reminded of ${sets(count)}`,
    approval: (count) => `${sets(count)} approved. They are published in ten minutes; until then this can be undone`,
  },
  nothingDone: 'Nothing was changed',
  left: 'Left as they were:',
  undo: 'Undo this',
  undone: (count) => `Undone in ${sets(count)}`,
  assign: {
    title: 'Give the datasets to a person',
    lead: (count) => `Who is to keep ${sets(count)}:`,
    person: 'Responsible person',
    choose: 'Choose from the list',
    whatHappens:
      'The passports will name this person. Where they have no rights to a dataset yet, an appointment to just these datasets is made: it works at once, the order may follow.',
    button: (count) => `Give ${sets(count)}`,
    back: 'Back to the board',
  },
  memo: {
    about: (all, late) =>
      late > 0 ? `updates of ${n(late)} of ${sets(all)} are late:` : `the updates of ${sets(all)} stand as follows:`,
  },
};
