import { formatNumber } from '../language/numbers.ts';
import type { PurgeTexts } from './purge-uk.ts';

const times = (count: number) => (count === 1 ? 'once' : `${formatNumber(count, 'en')} times`);
const listed = (numbers: readonly number[]) => numbers.join(', ');
const versions = (numbers: readonly number[]) =>
  numbers.length === 1 ? `version ${listed(numbers)}` : `versions ${listed(numbers)}`;

export const purgeEn: PurgeTexts = {
  link: 'Remove data urgently',
  linkHint: 'Where personal data were published: the data close at once, the files are destroyed.',
  title: 'Emergency withdrawal',
  heading: (number) => `Remove version ${number} urgently`,
  lead: 'As soon as you press the button nobody sees the data of this version: no page, no program, no download. Within minutes the files are destroyed and cannot be brought back. Their addresses will say that the data were removed.',
  together: (numbers) => `Going with it: ${versions(numbers)}, made of the same files or tables.`,
  draftStays:
    'Your working copy stays in the cabinet, so that you can take out what must not be there and publish again.',
  reason: 'What happened',
  reasonHint: 'Everybody will read this. Do not write the personal data themselves: the name of the column is enough.',
  instead: 'What to show instead',
  insteadHint: 'Choose an earlier version only if you are sure that it holds no such data.',
  nothing: 'Nothing: the page stays without data until you publish a new version',
  version: (number, at) => `Version ${number} of ${at}`,
  also: 'Remove likewise',
  alsoHint: 'Mark the versions that hold the same personal data.',
  button: (number) => `Remove version ${number} for good`,
  shown: {
    title: 'The data of this dataset were removed',
    next: 'A new version is being prepared.',
  },
  record: {
    title: 'The data are removed',
    closed: (numbers) =>
      `Removed: ${versions(numbers)}. Nobody sees ${numbers.length === 1 ? 'its' : 'their'} data any more.`,
    purging: 'The files are being destroyed. It takes some minutes; reload the page.',
    purged: (at) => `All files are destroyed: ${at}.`,
    shown: (number) => `The data of version ${number} are shown instead.`,
    none: 'The page of the dataset has no data now.',
    facts: { reason: 'What happened', by: 'Removed by', at: 'When' },
    next: 'What to do now',
    mend: 'Mend the dataset',
    mendText: 'Take the personal data out of the working copy and publish a new version.',
    copies: 'Copies outside the portal',
    copiesLead:
      'The portal can destroy only what it holds. Others have to be asked. There may be no copy at some of these places: please check.',
    used: (downloads, requests) =>
      `In the last 90 days files of this dataset were downloaded ${times(downloads)}, and programs asked for its data ${times(requests)}. The portal does not know by whom.`,
    places: {
      national: (id) =>
        id
          ? `data.gov.ua, dataset ${id}: remove the file in the publisher’s account`
          : 'data.gov.ua, if the dataset is there too',
      origin: (address) => `The portal the dataset was carried over from: ${address}`,
      messages: (count) =>
        `Public messages of people about this dataset (${count}): they may quote the data. Read them and hide what has to be`,
      search: 'Search engines: ask them to drop the page from results and stored copies',
      archive: 'Archives of sites, e.g. web.archive.org: ask them to remove stored pages and files',
      mail: 'Letters with this file that you or colleagues sent: ask those who got them to delete them',
      others: 'Authors of apps and sites that take data from the portal',
    },
    letter: 'Text of a letter',
    letterText: (facts) =>
      `Hello,

On ${facts.day} we removed ${versions(facts.versions)} of the dataset “${facts.title}” (${facts.address}) from the open data portal, because personal data were published in it by mistake.

Please delete all copies of this dataset you have (files, tables, pages, backups) and do not pass them on. Please tell us when it is done.

${facts.city}`,
    notice: 'Text for the people whose data these are',
    noticeText: (facts) =>
      `Hello,

Your personal data were published by mistake in the open dataset “${facts.title}”. On ${facts.day} we removed them from the portal, and we are asking those who may have copies to do the same. If you see these data anywhere else, please write to us.

${facts.city}`,
  },
};
