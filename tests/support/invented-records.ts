import type { Unit } from '../../src/capabilities/accounts/index.ts';
import type {
  Card,
  CardResource,
  DatasetPromise,
  FoundCards,
  StructureField,
} from '../../src/capabilities/catalog/index.ts';
import type { Version } from '../../src/capabilities/publishing/index.ts';
import type { ColumnFacts, Row } from '../../src/capabilities/tables/index.ts';

/* An invented community's records, as the public sees them: for looking at pages with no system behind. */

export const NOW = new Date('2026-11-21T10:00:00+02:00');

const field = (
  name: string,
  title: string,
  type: StructureField['type'],
  rest: Partial<StructureField> = {},
): StructureField => ({
  name,
  title,
  type,
  format: '',
  unit: '',
  purpose: '',
  required: false,
  identifier: false,
  sensitivity: 'open',
  geometry: null,
  sourceColumn: 0,
  ...rest,
});

export const FIELDS = [
  field('kod', 'Код', 'text', { identifier: true, required: true, purpose: 'Номер зупинки, що не змінюється' }),
  field('nazva', 'Назва зупинки', 'text', { required: true, purpose: 'Назва, як на табличці' }),
  field('raion', 'Район', 'text'),
  field('marshruty', 'Маршрути', 'text', { purpose: 'Номери автобусів і тролейбусів через кому' }),
  field('pasazhyriv', 'Пасажирів за день', 'integer', { unit: 'осіб', purpose: 'Середнє за робочі дні кварталу' }),
  field('navis', 'Є навіс', 'boolean'),
  field('oblashtovano', 'Облаштовано', 'date', { format: 'YYYY-MM-DD' }),
  field('vartist', 'Вартість, грн', 'decimal', { unit: 'грн' }),
  field('shyrota', 'Широта', 'decimal', { geometry: 'latitude' }),
  field('dovhota', 'Довгота', 'decimal', { geometry: 'longitude' }),
  field('telefon', 'Телефон доглядача', 'text', { sensitivity: 'restricted', purpose: 'Для звʼязку служби утримання' }),
];

const held = (name: string, distinct: number, rest: Partial<ColumnFacts> = {}): ColumnFacts => ({
  ...{ name, blanks: 0, distinct, exact: true, least: null, most: null },
  ...rest,
});

export const FACTS: readonly ColumnFacts[] = [
  held('kod', 1284),
  held('nazva', 912),
  held('raion', 3, { blanks: 12 }),
  held('marshruty', 240, { blanks: 143, exact: false }),
  held('pasazhyriv', 1103, { least: '12', most: '24118' }),
  held('navis', 2),
  held('oblashtovano', 620, { least: '2010-01-10', most: '2024-09-19' }),
  held('vartist', 1280, { least: '0', most: '259987.12' }),
  held('shyrota', 1284, { least: '49.34', most: '50.62' }),
  held('dovhota', 1284, { least: '23.5', most: '24.78' }),
];

const STOPS = [
  'Площа Ринок',
  'Вокзал',
  'Лікарня № 2',
  'Вулиця Героїв Крут',
  'Обʼїзна',
  'Ґрунтовий провулок',
  'Школа № 14',
];
const DISTRICTS = ['Центральний', 'Залізничний', 'Північний'];

export const ROWS: Row[] = Array.from({ length: 50 }, (_, at) => ({
  kod: String(1001 + at).padStart(6, '0'),
  nazva: STOPS[at % STOPS.length] ?? '',
  raion: DISTRICTS[at % 3] ?? '',
  marshruty: at % 9 === 4 ? null : `${(at % 12) + 1}, ${(at % 7) + 20}, ${(at % 5) + 40}А`,
  pasazhyriv: 120 + ((at * 7919) % 24000),
  navis: at % 4 !== 0,
  oblashtovano: `20${10 + (at % 15)}-0${1 + (at % 9)}-1${at % 10}`,
  vartist: (at * 12345.67) % 260000 > 0 ? String(Math.round(((at * 12345.67) % 260000) * 100) / 100) : '0',
  shyrota: String(49.34 + at / 1000),
  dovhota: String(23.5 + at / 1000),
}));

const table: CardResource = {
  id: '0190a000-0000-7000-8000-000000000001',
  kind: 'table',
  title: 'Зупинки',
  tableId: '0190a000-0000-7000-8000-0000000000aa',
  rows: 1284,
  fields: FIELDS,
  formats: ['CSV', 'JSON'],
  file: null,
  url: null,
};

export const document: CardResource = {
  ...table,
  id: '0190a000-0000-7000-8000-000000000002',
  kind: 'document',
  title: 'Схема маршрутів',
  tableId: null,
  rows: null,
  fields: [],
  formats: ['PDF'],
  file: {
    name: 'skhema-marshrutiv-2026.pdf',
    key: 'k',
    size: 2_400_000,
    sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  },
};

export const link: CardResource = {
  ...document,
  id: '0190a000-0000-7000-8000-000000000003',
  kind: 'link',
  title: 'Рух транспорту наживо',
  formats: ['API'],
  file: null,
  url: 'https://transport.example.org/gtfs-rt/v2',
};

export const units: Unit[] = [
  ['rada', null, 'Вигадівська міська рада', '04055251'],
  ['vykonkom', 'rada', 'Виконавчий комітет', null],
  ['transport', 'vykonkom', 'Управління транспорту та звʼязку', '26256650'],
  ['elektrotrans', 'transport', 'КП «Вигадівськелектротранс»', '32951764'],
  ['ekolohiia', 'vykonkom', 'Відділ екології та зелених зон', null],
  ['osvita', 'vykonkom', 'Управління освіти', '40532416'],
  ['finansy', 'vykonkom', 'Фінансове управління', '02317532'],
].map(([slug, parentId, name, edrpou]) => ({
  id: slug ?? '',
  parentId: parentId ?? null,
  name: name ?? '',
  slug: slug ?? '',
  edrpou: edrpou ?? null,
  shownEdrpou: edrpou ?? '04055251',
  email: `${slug}@vyhadiv.example.org`,
  phone: '+38 (03244) 5-12-34',
  site: 'https://vyhadiv.example.org/',
  kind: 'unit' as const,
  katottg: '',
  headName: '',
  headPost: '',
  closedOn: null,
}));

const DESCRIPTION =
  'Усі зупинки громадського транспорту громади з координатами, маршрутами та облаштуванням. Оновлюється після обстеження, яке управління проводить щокварталу.\n\nНе оприлюднюються телефони доглядачів зупинок: це конфіденційна інформація про особу.';

function card(
  slug: string,
  title: string,
  rest: Partial<Card> & { days?: number; rows?: number; keyword?: string } = {},
): Card {
  const at = new Date(NOW.getTime() - (rest.days ?? 3) * 86_400_000).toISOString();
  const unit = units.find((one) => one.slug === rest.unit?.slug) ?? units[2];
  return {
    datasetId: slug,
    number: '0004-2026',
    nationalId: null,
    slug,
    state: 'published',
    closure: null,
    versionId: 'v3',
    versionNumber: 3,
    unit: { id: unit?.id ?? '', name: unit?.name ?? '', slug: unit?.slug ?? '', edrpou: unit?.shownEdrpou ?? null },
    passport: {
      title,
      description: DESCRIPTION,
      purpose: 'Закон України «Про міський електричний транспорт»; планування маршрутів',
      language: 'uk',
      frequency: 'once a quarter',
      keywords: [rest.keyword ?? 'зупинки', 'транспорт', 'маршрути', 'доступність'],
      themes: ['transport'],
      ground: { kind: 'resolution-835', section: 'Органи місцевого самоврядування', number: 26 },
      responsibleName: 'Олена Ткачук',
      responsibleEmail: 'transport@vyhadiv.example.org',
      dataAsOf: null,
    },
    resources: [{ ...table, rows: rest.rows ?? 1284 }, document, link],
    firstPublishedAt: '2026-02-03T09:12:00Z',
    changedAt: at,
    dataAsOf: at,
    ...rest,
  } as Card;
}

export const stops = card('zupynky-hromadskoho-transportu', 'Зупинки громадського транспорту');
export const late = card('dereva', 'Дерева на вулицях і в парках громади', {
  days: 130,
  rows: 48211,
  keyword: 'дерева',
});
const budget = card('biudzhet-2026', 'Бюджет громади на 2026 рік: видатки за програмами', {
  days: 12,
  rows: 3120,
  keyword: 'бюджет',
});
export const shelters = card('ukryttia', 'Захисні споруди цивільного захисту', {
  days: 40,
  keyword: 'укриття',
  state: 'suspended',
  closure: {
    reason:
      'Перевірка відомостей на вимогу військової адміністрації (стаття 6 Закону «Про доступ до публічної інформації»)',
    order: 'розпорядження міського голови від 12.11.2026 № 214-р',
    reviewOn: '2027-02-12',
    at: '2026-11-12T08:00:00Z',
  },
});
export const gone: Card = {
  ...card('petytsii-pidpysanty', 'Підписанти електронних петицій'),
  state: 'withdrawn',
  closure: {
    reason: 'Набір містив персональні дані, для оприлюднення яких немає підстави.',
    order: 'розпорядження міського голови від 02.10.2026 № 180-р',
    reviewOn: null,
    at: '2026-10-02T08:00:00Z',
  },
};
export const schools = card('shkoly', 'Заклади загальної середньої освіти', { days: 0.1, rows: 41, keyword: 'школи' });
export const cards = [schools, stops, budget, shelters, late];

export const promise: DatasetPromise = {
  datasetId: 'p1',
  slug: 'hrafik-vidkliuchen',
  unit: { id: 'u1', name: 'Управління житлово-комунального господарства', slug: 'zhkh' },
  title: 'Планові відключення води за адресами',
  description: 'Коли, де і чому відключатимуть воду: вулиця, будинки, початок і кінець робіт.',
  themes: ['transport'],
  dueOn: '2026-12-20',
  firstDueOn: '2026-12-01',
  madeAt: '2026-10-05T08:00:00Z',
  changedAt: '2026-11-02T08:00:00Z',
  keptAt: null,
  droppedAt: null,
  reason: null,
  state: 'open',
};
export const overdue: DatasetPromise = {
  ...promise,
  datasetId: 'p2',
  slug: 'reklama',
  title: 'Місця зовнішньої реклами',
  dueOn: '2026-11-01',
  firstDueOn: '2026-11-01',
};

export const version = (number: number): Version => ({
  id: `v${number}`,
  datasetId: stops.datasetId,
  number,
  passport: { ...stops.passport, dataAsOf: '2026-08-12T09:12:00Z' },
  resources: [{ ...table, rows: 1270 }],
  changes:
    number === 1
      ? null
      : {
          rowsAdded: 14,
          rowsRemoved: number === 2 ? null : 2,
          rowsChanged: 37,
          columnsAdded: number === 3 ? ['Є навіс'] : [],
          columnsRemoved: [],
        },
  note: number === 3 ? 'Стовпець «Навіс» тепер зветься «Є навіс» і має значення так або ні.' : '',
  repeats: null,
  closure: null,
  checksums: {},
  unitName: stops.unit.name,
  publishedAt: new Date(Date.UTC(2026, number * 3, 12, 9, 12)),
  publishedBy: 'Олена Ткачук',
});

export const facets: FoundCards['facets'] = {
  themes: [
    ['transport', 12],
    ['ekolohiia', 9],
    ['molod-i-sport', 14],
    ['finansy', 7],
    ['rehionalnyi-rozvytok', 11],
    ['sotsialnyi-zakhyst', 5],
    ['derzhava', 4],
  ].map(([value, count]) => ({ value: String(value), title: String(value), count: Number(count) })),
  units: units.map((unit, at) => ({ value: unit.slug, title: unit.name, count: 12 - at })),
  formats: ['CSV', 'JSON', 'PDF', 'API'].map((value, at) => ({ value, title: value, count: 38 - at * 9 })),
  frequencies: ['once a month', 'once a year'].map((value, at) => ({ value, title: value, count: 20 - at * 9 })),
  freshness: ['on-time', 'late'].map((value, at) => ({ value, title: value, count: 30 - at * 24 })),
  keywords: ['зупинки', 'громадський транспорт', 'бюджет'].map((value, at) => ({ value, title: value, count: 9 - at })),
};
