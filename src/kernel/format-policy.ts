import type { Text } from './text.ts';

/** The two ready sets of formats a community may work by. */
export const FORMAT_PROFILES = ['resolution-835', 'regulation'] as const;
export type FormatProfileName = (typeof FORMAT_PROFILES)[number];

/** In which formats a community publishes: endings of names, lower case. Data with their source; law changes, code does not. */
export interface FormatProfile {
  readonly name: FormatProfileName;
  readonly title: Text;
  /** Where it is written. */
  readonly source: Text;
  /** Formats of tables and maps. */
  readonly main: readonly string[];
  /** Given only beside a format of `main`. */
  readonly beside: readonly string[];
  /** Kept as they are: documents, archives, maps that are not read. */
  readonly documents: readonly string[];
  readonly archives: readonly string[];
  readonly maps: readonly string[];
}

export const PROFILES: Readonly<Record<FormatProfileName, FormatProfile>> = {
  'resolution-835': {
    name: 'resolution-835',
    title: { uk: 'Постанова 835', en: 'Resolution 835' },
    source: {
      uk: 'Постанова Кабінету Міністрів України від 21.10.2015 № 835, Положення про набори даних, п. 9',
      en: 'Resolution of the Cabinet of Ministers of Ukraine No. 835 of 21.10.2015, Regulation on datasets, item 9',
    },
    main: ['csv', 'json', 'xml', 'xlsx', 'xls', 'ods', 'geojson', 'shp', 'rdf', 'yaml'],
    beside: [],
    documents: ['txt', 'rtf', 'odt', 'docx', 'pdf', 'html', 'htm'],
    archives: ['zip', '7z', 'gz', 'bz2'],
    maps: ['geojson', 'kml', 'gpx', 'shp', 'tif', 'tiff', 'mid', 'mif', 'dxf'],
  },
  regulation: {
    name: 'regulation',
    title: { uk: 'Положення', en: 'Regulation' },
    source: {
      uk: 'Положення про відкриті дані м. Дрогобича, п. 2.4',
      en: 'Regulation on open data of Drohobych, item 2.4',
    },
    main: ['csv', 'json', 'xml', 'geojson'],
    beside: ['xls', 'xlsx', 'ods', 'shp'],
    documents: [],
    archives: [],
    maps: ['geojson', 'shp'],
  },
};

export const DEFAULT_PROFILE: FormatProfile = PROFILES['resolution-835'];

/** Every ending a profile lets be kept as it is. */
export function keptAsIs({ documents, archives, maps }: FormatProfile): readonly string[] {
  return [...documents, ...archives, ...maps];
}

/** Where a file that is no open data belongs, by what it is. */
interface PlaceOfFiles {
  readonly endings: readonly string[];
  readonly place: Text;
  /** A table with a line a file is open data: worth offering. */
  readonly register: boolean;
}

const PLACES: readonly PlaceOfFiles[] = [
  {
    endings: ['pdf', 'doc', 'docx', 'rtf', 'odt', 'txt', 'html', 'htm', 'mht'],
    place: {
      uk: 'розділ «Документи» офіційного сайту або реєстр актів громади',
      en: 'the section “Documents” of the official site or the community’s register of acts',
    },
    register: true,
  },
  {
    endings: ['jpg', 'jpeg', 'png', 'gif', 'bmp', 'webp', 'heic', 'tif', 'tiff'],
    place: {
      uk: 'розділ сайту з фото, а скан документа – поруч із його текстом у реєстрі актів',
      en: 'the section of the site with pictures, and of a scan beside the text of its document in the register of acts',
    },
    register: true,
  },
  {
    endings: ['ppt', 'pptx', 'odp'],
    place: { uk: 'сторінка сайту про подію чи проєкт', en: 'the page of the site about the event or project' },
    register: true,
  },
  {
    endings: ['mp3', 'mp4', 'wav', 'avi', 'mkv', 'mov', 'ogg'],
    place: {
      uk: 'відеоканал або розділ сайту з записами',
      en: 'the channel or the section of the site with recordings',
    },
    register: true,
  },
];

/** Where a file of that ending belongs; null where it could be a table or nobody knows. */
export function placeOf(ending: string): PlaceOfFiles | null {
  return PLACES.find(({ endings }) => endings.includes(ending)) ?? null;
}
