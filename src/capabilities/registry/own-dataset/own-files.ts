import { createHash } from 'node:crypto';
import { csvLine } from '../../../kernel/csv.ts';
import { FREQUENCY_NAMES, type RequiredItem, Structure, templateOf } from '../../catalog/index.ts';
import type { EntryState, RegistryEntry } from '../entries/entry.ts';

/** The two resources of the registry's own dataset. */
export const OWN_RESOURCES = ['ten', 'official'] as const;
export type OwnResource = (typeof OWN_RESOURCES)[number];

export const OWN_TITLES: Readonly<Record<OwnResource, string>> = {
  ten: 'Реєстр даних (десять полів)',
  official: 'Реєстр наборів даних (структура постанови № 835)',
};

export const OWN_FILE_NAMES: Readonly<Record<OwnResource, string>> = {
  ten: 'reiestr-danykh.csv',
  official: 'register.csv',
};

const text = (name: string, title: string, purpose: string, required = true) => ({
  name,
  title,
  type: 'text' as const,
  format: '',
  unit: '',
  purpose,
  required,
  identifier: false,
  sensitivity: 'open' as const,
  geometry: null,
  sourceColumn: null,
});

/** The structure of seed 003, п. 2.8: ten fields in their order. */
const TEN: Structure = Structure.parse({
  fields: [
    { ...text('id', 'ID', 'Унікальний ідентифікатор набору даних'), identifier: true },
    text('name', 'Name', 'Назва набору даних'),
    text('description', 'Description', 'Короткий опис', false),
    { ...text('creationDate', 'Creation date', 'Дата створення набору даних'), type: 'date', format: 'YYYY-MM-DD' },
    text('fileFormat', 'Format', 'Формати набору даних', false),
    text('fileSize', 'File size', 'Розмір набору даних у байтах; «потік», де дані віддає лише API', false),
    text('updateFrequency', 'Update frequency', 'Частота оновлення набору даних', false),
    { ...text('link', 'Link', 'Посилання на набір даних'), format: 'uri' },
    text('dataHolder', 'Data holder', 'Назва розпорядника, відповідального за набір даних'),
    text('contact', 'Contact', 'Засоби зв’язку з відповідальним', false),
  ],
});

/** The structure a resource is published with. @param item the item of the 835 list the registry answers */
export function structureOf(resource: OwnResource, item: RequiredItem): Structure {
  if (resource === 'ten') return TEN;
  const fields = templateOf(item)?.fields ?? [];
  // the purpose of the field names its only values; said so, the gate holds the file to them
  const allowed = Object.values(FREQUENCY_NAMES).map(({ uk }) => uk);
  return { fields: fields.map((field) => (field.name === 'accrualPeriodicity' ? { ...field, allowed } : field)) };
}

/** Whose rows stand in the files: what is public, or promised. The official structure asks for a passport that was published. */
const TOLD: Readonly<Record<OwnResource, readonly EntryState[]>> = {
  ten: ['published', 'archived', 'suspended', 'planned'],
  official: ['published', 'archived', 'suspended'],
};

type Row = Readonly<Record<string, string>>;

function tenRow(entry: RegistryEntry, origin: string): Row {
  const { contact } = entry;
  return {
    id: entry.number,
    name: oneLine(entry.title),
    description: oneLine(entry.description),
    creationDate: entry.createdOn,
    fileFormat: entry.formats.join(', '),
    fileSize: entry.streamed ? 'потік' : entry.size === null ? '' : String(entry.size),
    updateFrequency: entry.frequency ? FREQUENCY_NAMES[entry.frequency].uk : '',
    link: whole(entry, origin),
    dataHolder: oneLine(entry.unitName),
    contact: [contact.name, contact.email, contact.phone].filter((part) => part !== '').join(', '),
  };
}

function officialRow(entry: RegistryEntry, origin: string): Row {
  return {
    identifier: entry.number,
    title: oneLine(entry.title),
    description: oneLine(entry.description),
    accrualPeriodicity: entry.frequency ? FREQUENCY_NAMES[entry.frequency].uk : '',
    keyword: entry.more.keywords.join(', '),
    purpose: oneLine(entry.more.purpose),
    landingPage: whole(entry, origin),
    distributionFormat: entry.formats.join(', '),
    publisherName: oneLine(entry.unitName),
    publisherIdentifier: entry.edrpou,
    contactPointFn: entry.contact.name,
    contactPointHasEmail: entry.contact.email,
  };
}

const oneLine = (words: string) => words.replaceAll(/\s+/g, ' ').trim();
const whole = ({ link }: RegistryEntry, origin: string) => (link.startsWith('/') ? `${origin}${link}` : link);

/** The file of a resource: CSV with names of columns, a row an entry, in the order of their numbers. */
export function ownFile(resource: OwnResource, entries: readonly RegistryEntry[], origin: string): string {
  const row = resource === 'ten' ? tenRow : officialRow;
  const rows = told(resource, entries).map((entry) => row(entry, origin));
  const columns = resource === 'ten' ? TEN_COLUMNS : OFFICIAL_COLUMNS;
  return [columns, ...rows.map((one) => columns.map((column) => one[column] ?? ''))].map(csvLine).join('');
}

const told = (resource: OwnResource, entries: readonly RegistryEntry[]) =>
  entries
    .filter(({ state }) => TOLD[resource].includes(state))
    .toSorted((a, b) => (a.number < b.number ? -1 : a.number > b.number ? 1 : 0));

const TEN_COLUMNS = TEN.fields.map(({ name }) => name);
const OFFICIAL_COLUMNS = [
  'identifier',
  'title',
  'description',
  'accrualPeriodicity',
  'keyword',
  'purpose',
  'landingPage',
  'distributionFormat',
  'publisherName',
  'publisherIdentifier',
  'contactPointFn',
  'contactPointHasEmail',
] as const;

/** A registry as it stood when somebody confirmed it: the ten fields and the state of every entry. */
export function frozenFile(entries: readonly RegistryEntry[], origin: string): string {
  const rows = entries.map((entry) => ({ ...tenRow(entry, origin), state: entry.state }) as Row);
  const columns = [...TEN_COLUMNS, 'state'];
  return [columns, ...rows.map((one) => columns.map((column) => one[column] ?? ''))].map(csvLine).join('');
}

/** How many rows the ten fields come to. */
export const countTold = (entries: readonly RegistryEntry[]) => told('ten', entries).length;

/**
 * Digest of what would be published. The size of the registry's own file is left out of it: each publication changes it, and would ask for the next
 * one for ever.
 */
export function digestOfFiles(entries: readonly RegistryEntry[], ownDatasetId: string | null, origin: string): string {
  const same = entries.map((entry) => (entry.datasetId === ownDatasetId ? { ...entry, size: null } : entry));
  const files = OWN_RESOURCES.map((resource) => ownFile(resource, same, origin));
  return createHash('sha256').update(files.join('\n')).digest('hex');
}
