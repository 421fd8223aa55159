import { formatNumber } from '../language/numbers.ts';
import { pluralEnglish } from '../language/plural.ts';
import type { PrivacyTexts } from './privacy-uk.ts';

const n = (value: number) => formatNumber(value, 'en');
const cells = (count: number) => `${n(count)} ${pluralEnglish(count, 'filled cell', 'filled cells')}`;
const columns = (count: number) => `${n(count)} ${pluralEnglish(count, 'column', 'columns')}`;

/** Words of the page of personal data, in English. */
export const privacyEn: PrivacyTexts = {
  title: 'Personal data',
  titleFound: (count) => `Personal data in ${columns(count)}: decide what to do with them`,
  titleDecided: 'All personal data are decided on',
  titleNone: 'No personal data found',
  lead: 'We looked at every cell. Each column below has a proposal; accept it or choose your own way.',
  decidedLead: 'The table is written by these decisions and was checked once more. The next file goes the same way.',
  change: 'Change the decision',
  noneLead:
    'We looked at every cell of every column. If you know of something we missed, close the column in the structure.',
  nothingToScan:
    'The dataset has no table yet that was read. Look through documents and maps yourself: we do not search them for personal data.',
  working: 'The table is being written by your decisions and checked once more.',
  notScanned: 'This file was read before there was a check for personal data.',
  scan: 'Check now',
  table: (title) => `Table “${title}”`,
  acceptAll: (count) => `Accept the proposals (${n(count)})`,
  acceptHint: 'Each decision can be changed or undone.',
  column: (title) => `Column “${title}”`,
  found: (title, count, share) =>
    `${title}: ${n(count)} of ${cells(Math.max(count, Math.round(count / Math.max(share, 1e-9))))}`,
  rows: (rows) => `rows ${rows.map(n).join(', ')}`,
  row: (row) => `row ${n(row)}`,
  whose: {
    person: 'They seem to be of private people.',
    official: 'They seem to be of officials.',
    'sole-trader': 'They seem to be of sole traders.',
    organization: 'It seems to be the contact of an organisation.',
    unclear: 'Whose they are is not clear, so they are protected as those of private people.',
  },
  why: 'Why we think so',
  proposal: 'We propose to',
  ways: {
    remove: 'remove the column',
    mask: 'mask the values',
    generalise: 'make the values coarser',
    pseudonymise: 'put marks in place of the values',
    suppress: 'hide small groups',
    keep: 'publish',
  },
  wayDone: {
    remove: 'The column is removed',
    mask: 'The values are masked',
    generalise: 'The values are made coarser',
    pseudonymise: 'The values are replaced by marks',
    suppress: 'Small groups are hidden',
    keep: 'Published',
  },
  do: {
    remove: 'Remove the column',
    mask: 'Mask the values',
    generalise: 'Make coarser',
    pseudonymise: 'Replace by marks',
    suppress: 'Hide small groups',
    keep: 'Publish',
  },
  ground: 'Ground',
  condition: 'Condition of article 10-1 of the Law on Access to Public Information',
  check: 'Check',
  norm: 'Norm',
  organisation: 'Published: contact of an organisation',
  keepOther: 'Publish on another ground',
  keepPick: 'Publish',
  hideOther: 'Hide in another way',
  hidePick: 'Hide',
  chooseGround: 'Choose the ground',
  act: 'Document: a law and its article, a decision, a consent',
  actNumber: 'Number',
  actDate: 'Date',
  reason: 'Explanation',
  reasonHint: 'In a few words. Do not write values of the table here.',
  reasonOpen: 'The law opens these data. If they have to be hidden, explain why.',
  test: 'Why access is restricted (article 6 of the Law on Access to Public Information)',
  testHint:
    'Access may be restricted only where all three parts are met. The usual answers are filled in; change them where yours differ.',
  interest: '1. Which interest is protected',
  interests: {
    'national-security': 'national security',
    'territorial-integrity': 'territorial integrity',
    'public-order': 'public order, prevention of disorder or crime',
    'public-health': 'public health',
    'rights-of-others': 'protection of the reputation or rights of other people',
    'given-in-confidence': 'preventing disclosure of information received in confidence',
    justice: 'authority and impartiality of justice',
  },
  harm: '2. What serious harm disclosure would do',
  balance: '3. Why the harm outweighs the public interest',
  restriction: 'Kind of restricted information',
  restrictions: { confidential: 'confidential', service: 'official use', secret: 'secret' },
  reviewOn: 'Review the decision on',
  reviewHint: 'In six months where nothing else is said. That day a task appears on the desk.',
  decided: (who, day) => `${who || 'The system'}, ${day}`,
  reviewBy: (day) => `review on ${day}`,
  undo: 'Undo the decision',
  waiting: 'Waits for whoever publishes to confirm',
  waitingHint:
    'Personal data may be published by somebody with the right of publication, or by the person for access to public information.',
  confirm: 'Confirm',
  stillThere: 'Personal data are still seen here after the change. Choose another way.',
  missing:
    'The new file has no such column. If it has another title now, look at the new one; if it was taken out, undo the decision.',
  needed: 'A decision is needed',
  special: 'The law protects these data most, so they are not published by one click.',
  wholeTable: 'The whole table',
  mixed:
    'Data of different people and organisations stand here, so the whole column is judged with care: as data of private people.',
  asLastTime: 'As the last time',
  preview: 'Look at rows',
  previewTitle: (title) => `How the column “${title}” will change`,
  previewCaption: 'First cells of the column before and after',
  previewColumns: { row: 'Row', before: 'Now', after: 'Then' },
  previewEmpty: 'empty',
  previewRemoved: 'The published table will not have this column.',
  previewWhole: 'What changes depends on the whole table: you will see it after the decision, which can be undone.',
  previewBack: 'Back',
  desk: {
    deed: (count) =>
      count === 1
        ? 'Review whether a column still has to be hidden'
        : `Review whether columns still have to be hidden (${n(count)})`,
    button: 'Review',
  },
  nothingDecided: 'There are no decisions: no personal data that need one were found.',
  toDecisions: 'To the personal data of the dataset',
  report: 'Report of the check',
  ask: 'Send for confirmation',
  next: 'Next: passport',
  toPublish: 'To publication',
};
