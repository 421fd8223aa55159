import type { Language } from '../kernel/text.ts';

/** What each format is for, in a line; by its name in `DOWNLOAD_FORMATS`. */
type Uses = Readonly<
  Record<'csv' | 'csv-excel' | 'json' | 'xml' | 'xlsx' | 'ods' | 'geojson' | 'shp' | 'parquet', string>
>;

const uk = {
  download: (label: string) => `Завантажити ${label}`,
  excelHint: '«CSV для Excel» відкривається подвійним натисканням. Коди з нулями попереду й довгі номери береже XLSX.',
  others: 'Інші формати',
  original: 'Файл розпорядника',
  originalUse: 'як його подали, без змін',
  uses: {
    csv: 'для будь-якої програми',
    'csv-excel': 'для подвійного натискання: кома в числах, дати як 31.12.2024',
    json: 'для програм і сайтів',
    xml: 'для інформаційних систем, зі схемою XSD',
    xlsx: 'для Excel: типи, фільтр, закріплений заголовок',
    ods: 'для LibreOffice та інших вільних програм',
    geojson: 'для карт у мережі: місця й усі поля, WGS 84',
    shp: 'для QGIS та ArcGIS: назви полів до 10 літер, список повних назв у архіві',
    parquet: 'для аналітиків: службове подання, найменший файл',
  } satisfies Uses,
  xsd: 'Структура в XSD (схема XML)',
  view: 'Завантажити те, що видно',
  settingsTitle: 'Файли для завантаження',
  settingsLead:
    'Як робимо файли з таблиць. Зміни діють для нових версій: уже оприлюднені файли лишаються такими, як були.',
  settingsSaved: 'Налаштування збережено',
  settingsBack: 'Налаштування',
  decimalSign: 'Десятковий знак у CSV',
  decimalSignHint:
    'Знак буде названо в структурі кожного набору. JSON, XML і координати завжди мають крапку, «CSV для Excel» завжди має кому.',
  dot: 'Крапка: 12.5. Так у словниках рекомендованих структур',
  comma: 'Кома: 12,5. Так у Положенні про відкриті дані м. Дрогобича, п. 2.4',
  profile: 'У яких форматах публікуємо',
  profileHint: 'Діє для файлів, які додадуть відтепер; опубліковане лишається.',
  profileLine: (source: string, main: string, beside: string, kept: string) =>
    `${source}. Таблиці й карти: ${main}.${beside === '' ? '' : ` Лише поруч із ними: ${beside}.`} Без змін зберігаємо: ${kept}.`,
  parquet: 'Давати також Parquet',
  parquetHint: 'Службове подання для аналітиків. У паспорті набору його немає.',
  settingsLink: 'Формати: у яких публікуємо, десятковий знак у CSV, Parquet',
  save: 'Зберегти',
};

type Texts = typeof uk;

const en: Texts = {
  download: (label) => `Download ${label}`,
  excelHint: '“CSV for Excel” opens with a double click. Codes with leading zeros and long numbers are safe in XLSX.',
  others: 'Other formats',
  original: 'The publisher’s file',
  originalUse: 'as it was given, unchanged',
  uses: {
    csv: 'for any program',
    'csv-excel': 'for a double click: decimal comma, days as 31.12.2024',
    json: 'for programs and sites',
    xml: 'for information systems, with an XSD schema',
    xlsx: 'for Excel: types, filter, frozen heading',
    ods: 'for LibreOffice and other free programs',
    geojson: 'for maps of the web: places and all fields, WGS 84',
    shp: 'for QGIS and ArcGIS: field names up to 10 letters, a list of the full ones in the archive',
    parquet: 'for analysts: a service beside the passport, the smallest file',
  },
  xsd: 'Structure as XSD (schema of the XML)',
  view: 'Download what is shown',
  settingsTitle: 'Files to download',
  settingsLead:
    'How files are made of tables. Changes count for new versions: files already published stay as they were.',
  settingsSaved: 'Settings saved',
  settingsBack: 'Settings',
  decimalSign: 'Decimal sign in CSV',
  decimalSignHint:
    'The structure of each dataset will name it. JSON, XML and coordinates always have a point, “CSV for Excel” always has a comma.',
  dot: 'Point: 12.5. As in the dictionaries of the recommended structures',
  comma: 'Comma: 12,5. As in the Drohobych regulation on open data, 2.4',
  profile: 'Formats we publish in',
  profileHint: 'Counts for files added from now on; what is published stays.',
  profileLine: (source, main, beside, kept) =>
    `${source}. Tables and maps: ${main}.${beside === '' ? '' : ` Only beside them: ${beside}.`} Kept unchanged: ${kept}.`,
  parquet: 'Give Parquet too',
  parquetHint: 'A service for analysts. The passport of a dataset does not name it.',
  settingsLink: 'Files to download: decimal sign in CSV, Parquet',
  save: 'Save',
};

/** Words of downloads, by language. */
export const downloadTexts: Readonly<Record<Language, Texts>> = { uk, en };
