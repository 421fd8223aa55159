import { createHash } from 'node:crypto';
import { FIRST_EDITION } from '../../src/capabilities/catalog/index.ts';

/** A resource as CKAN 2.7 tells it, as far as anybody reads it. */
export interface CkanResource {
  id: string;
  package_id: string;
  position: number;
  name: string | null;
  description: string;
  format: string;
  mimetype: string | null;
  url: string;
  url_type: string | null;
  size: number | null;
  created: string;
  last_modified: string | null;
  state: string;
  [more: string]: unknown;
}

/** A dataset as CKAN 2.7 tells it. */
export interface CkanPackage {
  id: string;
  name: string;
  title: string;
  notes: string | null;
  metadata_created: string;
  metadata_modified: string;
  resources: CkanResource[];
  [more: string]: unknown;
}

export interface CkanOrganization {
  id: string;
  name: string;
  title: string;
  extras: { key: string; value: string }[];
}

/** What a file of the invented portal is like. */
export type FileKind =
  | 'good'
  | 'missing'
  | 'html'
  | 'slow'
  | 'cut'
  | 'windows-1251'
  | 'broken-xlsx'
  | 'spaces'
  | 'empty'
  /** No file: an address that answers questions. */
  | 'service';

export interface InventedOptions {
  readonly datasets: number;
  /** `plain`: a CKAN without the national extras. */
  readonly dialect: 'data.gov.ua' | 'plain';
  /** Units named as authors; none on a plain portal where each is an organization. */
  readonly holders: readonly string[];
  readonly organization: { readonly title: string; readonly edrpou: string };
  /** Kind of the file of the n-th dataset (from 0); good when left out. */
  readonly fileOf?: (n: number) => FileKind;
}

/** A UUID that is always the same for the same words. */
export function steadyId(words: string): string {
  const hex = createHash('sha256').update(words).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const OTHER_TITLES = [
  'Перелік дитячих майданчиків',
  'Маршрути прибирання снігу',
  'Зупинки громадського транспорту',
  'Споживання електроенергії будівлями громади',
  'Перелік закладів культури',
  'Графік прийому громадян',
  'Перелік пунктів обігріву',
  'Реєстр зелених насаджень',
];

const FREQUENCIES = [
  'once a year',
  'once a quarter',
  'once a month',
  'immediately after making changes',
  'once a week',
];
const GROUPS = ['derzhava', 'ekonomika', 'transport', 'ekolohiia', 'molod-i-sport'];
const PEOPLE = ['Марко Вигаданий', 'Леся Придумана', 'Остап Небувалий', 'Ганна Казкова'];

/** Titles of the list of resolution 835 first, so that a city's required list is filled; some titles come twice. */
function titleOf(n: number): string {
  const items = FIRST_EDITION.items.filter(({ audience }) => audience !== 'state-administrations');
  const item = items[n];
  if (item) return item.title;
  const title = OTHER_TITLES[n % OTHER_TITLES.length] ?? '';
  return n % 9 === 4 ? title : `${title}, ділянка ${n}`;
}

/** Ids as portals have them: UUIDs, and now and then a slug or a long number. */
function idOf(n: number): string {
  if (n % 29 === 7) return `nabir-danykh-${n}`;
  if (n % 29 === 19) return `1234567890123${n}`;
  return steadyId(`dataset ${n}`);
}

const naive = (day: number) => new Date(Date.UTC(2018, 0, 10) + day * 86_400_000).toISOString().replace('Z', '000');

/** A small table of its own for each dataset. */
export function invent(n: number, kind: FileKind): Buffer {
  const rows = Array.from({ length: 4 + (n % 5) }, (_, at) => [
    100 * n + at,
    `Обʼєкт № ${at + 1}`,
    `вул. Вербова, ${at + n}`,
    10 + at,
  ]);
  const gap = kind === 'spaces' ? '  ' : '';
  const text = ['Код;Назва;Адреса;Кількість', ...rows.map(([a, b, c, d]) => `${a};${gap}${b}${gap};${c};${d}`)].join(
    '\n',
  );
  if (kind === 'windows-1251') return windows1251(`${text}\n`);
  return Buffer.from(`${text}\n`);
}

function windows1251(text: string): Buffer {
  const special: Record<string, number> = {
    і: 0xb3,
    ї: 0xbf,
    є: 0xba,
    ґ: 0xb4,
    І: 0xb2,
    Ї: 0xaf,
    Є: 0xaa,
    '№': 0xb9,
    ʼ: 0x27,
  };
  const byte = (letter: string) => {
    const code = letter.charCodeAt(0);
    return special[letter] ?? (code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code);
  };
  return Buffer.from([...text].map(byte));
}

const FORMATS = ['CSV', '.сsv', 'csv', '.CSV', 'XLSX'] as const; // the second with a Cyrillic letter, as people type it

/** All that an invented portal holds. */
export function inventPortal(options: InventedOptions, base: () => string) {
  const organization: CkanOrganization = {
    id: steadyId(options.organization.title),
    name: 'vyhadana-hromada',
    title: options.organization.title,
    extras: [{ key: 'edrpou', value: options.organization.edrpou }],
  };
  const organizations =
    options.dialect === 'plain'
      ? options.holders.map((title, at) => ({ id: steadyId(title), name: `holder-${at}`, title, extras: [] }))
      : [organization];
  const packages = Array.from({ length: options.datasets }, (_, n) => {
    const holder = options.holders[n % options.holders.length] ?? options.organization.title;
    const owner = organizations[options.dialect === 'plain' ? n % organizations.length : 0] ?? organization;
    return inventPackage(n, { options, holder, owner, base });
  });
  return { organizations, packages };
}

interface Place {
  readonly options: InventedOptions;
  readonly holder: string;
  readonly owner: CkanOrganization;
  readonly base: () => string;
}

function inventPackage(n: number, { options, holder, owner, base }: Place): CkanPackage {
  const id = idOf(n);
  const title = titleOf(n);
  const kind = options.fileOf?.(n) ?? 'good';
  const person = PEOPLE[n % PEOPLE.length] ?? '';
  const rid = steadyId(`resource ${n}`);
  const format = kind === 'broken-xlsx' ? 'XLSX' : (FORMATS[n % 4] ?? 'CSV');
  const resource: CkanResource = {
    id: rid,
    package_id: id,
    position: 0,
    name: n % 7 === 3 ? null : title,
    description: '',
    format: kind === 'service' ? 'API' : format,
    mimetype: 'text/csv',
    url: '',
    url_type: kind === 'service' ? null : 'upload',
    size: null,
    created: naive(n),
    last_modified: naive(n + 400),
    state: 'active',
  };
  Object.defineProperty(resource, 'url', {
    enumerable: true,
    get: () =>
      kind === 'service'
        ? `https://api.hromada.example.org/dani/${n}`
        : `${base()}/dataset/${id}/resource/${rid}/download/dani-${n}.${format === 'XLSX' ? 'xlsx' : 'csv'}`,
  });
  const group = GROUPS[n % GROUPS.length] ?? '';
  const national = {
    purpose_of_collecting_information: `Для виконання повноважень органу місцевого самоврядування. ${'Докладно. '.repeat(n % 50 === 11 ? 60 : 0)}`,
    update_frequency: n % 41 === 40 ? 'unscheduled' : FREQUENCIES[n % FREQUENCIES.length],
    language: 'ua',
    author: holder,
  };
  return {
    id,
    name: id,
    title,
    notes: `${title}: відомості громади. ${'Опис. '.repeat(n % 60 === 13 ? 800 : 1)}`,
    type: 'dataset',
    state: 'active',
    private: false,
    maintainer: n % 17 === 5 ? '' : person,
    maintainer_email: n % 17 === 5 ? '' : `dani${n % PEOPLE.length}@hromada.example.org`,
    author: '',
    license_id: 'cc-by',
    owner_org: owner.id,
    organization: { id: owner.id, name: owner.name, title: owner.title, type: 'organization', state: 'active' },
    groups: options.dialect === 'plain' ? [] : [{ id: steadyId(group), name: group, title: group }],
    tags: [
      { name: 'громада', display_name: 'громада' },
      { name: `тема-${n % 6}`, display_name: `тема-${n % 6}` },
    ],
    num_resources: 1,
    metadata_created: naive(n),
    metadata_modified: naive(n + 400),
    extras: [],
    ...(options.dialect === 'plain' ? {} : national),
    resources: [resource],
  };
}
