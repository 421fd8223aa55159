import { formatNumber } from '../language/numbers.ts';
import { countedEnglish, pluralEnglish } from '../language/plural.ts';
import type { DeskTexts } from './desk-uk.ts';

const n = (value: number) => formatNumber(value, 'en');
const days = (count: number) => countedEnglish(count, 'day', 'days');

/** Words of the desk, in English. */
export const deskEn: DeskTexts = {
  title: 'What to do',
  empty: 'All is done for today',
  emptyLead: 'Drafts, files that could not be read and datasets due for an update will appear here.',
  add: 'Add a dataset',
  allSets: 'All datasets',
  deeds: {
    replace: 'Replace the file',
    update: 'Update',
    finish: 'Finish',
    publish: 'Publish',
    look: 'Look',
    review: 'Review the decision',
  },
  buttons: {
    replace: 'To the file',
    update: 'Update the file',
    finish: 'Continue',
    publish: 'To publication',
    look: 'Open',
    review: 'Open',
  },
  terms: {
    late: (count: number, day: string) => `${days(count)} late, was due ${day}`,
    today: 'today',
    soon: (count: number, day: string) => `in ${days(count)}, by ${day}`,
    refused: (ago: string) => `the file could not be read, ${ago}`,
    draft: (ago: string) => `draft, ${ago}`,
    newFile: (ago: string) => `a new file is not published, ${ago}`,
    working: 'the file is being read',
    review: (day: string) => `suspended, review on ${day}`,
  },
  required: {
    deed: 'Review the answer why there is no dataset',
    button: 'Review',
    past: (day) => `the answer was good until ${day}`,
    due: (day) => `review on ${day}`,
    unassigned: (count) => `Required datasets assigned to nobody: ${count}. Assign them by the names of units`,
    part: (present, applicable) => `Required datasets: ${present} of ${applicable}`,
  },
  tasks: {
    deed: 'Mend an error in the data',
    button: 'Update the file',
    place: (row, column) =>
      [row ? `row ${row}` : '', column ? `column “${column}”` : ''].filter(Boolean).join(', ') ||
      'the place is in the message',
    since: (ago) => `the error is confirmed, ${ago}`,
  },
  loads: {
    deed: 'Look at the source',
    button: 'To the source',
    failed: (ago) => `no data come, ${ago}`,
    waiting: (ago) => `new data wait for a person, ${ago}`,
    stopped: (ago) => `data are fetched no more, ${ago}`,
  },
  review: {
    decide: 'Review',
    look: 'To the review',
    by: (name) => `submitted for review, ${name}`,
    more: (count) => `${n(count)} more ${pluralEnglish(count, 'dataset waits', 'datasets wait')} for a review`,
    mend: 'Mend',
    toMend: 'To the remarks',
    returned: (ago) => `returned by the reviewer, ${ago}`,
    failed: (ago) => `approved, but could not be published, ${ago}`,
  },
  caption: 'Things to do by term',
  moreLate: (count: number) =>
    `${n(count)} more ${pluralEnglish(count, 'dataset is', 'datasets are')} late: all of them on the board`,
  columns: { deed: 'Deed', dataset: 'Dataset', term: 'Term', button: 'Action' },
  unchanged: 'Data have not changed',
  numbers: (published: number, drafts: number, late: number) =>
    `${countedEnglish(published, 'dataset', 'datasets')} published, ${countedEnglish(drafts, 'draft', 'drafts')}, ${n(late)} late.`,
  sets: {
    title: 'Datasets',
    search: 'Find by title',
    find: 'Find',
    caption: 'Datasets of your unit',
    columns: { title: 'Title', state: 'State', changed: 'Changed' },
    none: 'No datasets yet',
    notFound: 'Nothing found',
    notFoundLead: 'Try another word of the title.',
  },
  states: {
    planned: 'to be published',
    draft: 'draft',
    internal: 'internal',
    published: 'published',
    suspended: 'suspended',
    archived: 'archived',
    withdrawn: 'withdrawn',
  },
  dataset: {
    update: 'Update the file',
    unchanged: 'Data have not changed',
    unchangedHint: 'The date the data are true as of becomes today. No new version is made.',
    unchangedDone: 'Recorded: the data have not changed and are true as of today.',
    continue: 'Continue',
    passport: 'Passport',
    structure: 'Structure',
    publish: 'Publish the changes',
    open: 'Public page',
    number: 'Identification number',
    unit: 'Publisher',
    dataAsOf: 'Data as of',
    frequency: 'Updates',
    next: 'Next update',
    file: 'Latest file',
    original: 'download',
    versions: 'Versions',
    noVersions: 'The dataset has not been published yet.',
    versionColumns: { number: 'Version', at: 'Published', by: 'Who', changes: 'What changed' },
    first: 'first version',
    changes: (added: number | null, removed: number | null, changed: number | null) =>
      [added ? `${n(added)} added` : '', removed ? `${n(removed)} removed` : '', changed ? `${n(changed)} changed` : '']
        .filter(Boolean)
        .join(', '),
    rowsSame: 'the rows are the same',
    columnsAdded: (names: string) => `new columns: ${names}`,
    columnsRemoved: (names: string) => `removed columns: ${names}`,
    close: 'Close access',
    suspend: 'Suspend',
    suspendLead: 'The page of the dataset stays and says why there are no data now and when this will be reviewed.',
    reason: 'Ground',
    order: 'Order: number and date',
    reviewOn: 'When to review the decision',
    withdraw: 'Withdraw for good',
    withdrawLead:
      'A record with the reason stays at the address of the dataset. Its files are no longer given. It cannot be brought back.',
    withdrawConfirm: (title: string) => `I understand that “${title}” will be withdrawn for good`,
    withdrawNotConfirmed: 'Tick that you understand: the dataset will be withdrawn for good.',
    reopen: 'Open again',
    closedTitle: { suspended: 'The dataset is suspended', withdrawn: 'The dataset was withdrawn' },
    reviewLine: (day: string) => `Review of the decision: ${day}.`,
    remove: 'Delete the draft',
  },
};
