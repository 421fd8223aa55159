import type { Finding } from '../../kernel/finding.ts';
import { type FirstBytes, firstBytes } from '../../kernel/first-bytes.ts';
import { DEFAULT_PROFILE, type FormatProfile, keptAsIs, placeOf } from '../../kernel/format-policy.ts';
import type { Text } from '../../kernel/text.ts';
import type { FileKind } from './reading.ts';
import { fileFinding } from './reading-rules.ts';

/** Extensions of what we read as a table, lower case without the dot. */
const TABLE_EXTENSIONS = [
  'csv',
  'tsv',
  'tab',
  'xlsx',
  'xlsm',
  'xls',
  'xlsb',
  'ods',
  'json',
  'jsonl',
  'ndjson',
  'xml',
  'dbf',
];
/** Of other kinds by their name, but a table may be inside: whoever gives them as a table is believed, and the content decides. */
const MAY_HOLD_TABLE = ['txt', 'htm', 'html', 'zip', 'gz', 'geojson', 'kml', 'kmz', 'gpx', ''];
const KINDS: readonly (readonly [FileKind, readonly string[]])[] = [
  ['table', TABLE_EXTENSIONS],
  ['document', DEFAULT_PROFILE.documents],
  ['archive', DEFAULT_PROFILE.archives],
  ['geo', DEFAULT_PROFILE.maps],
];

/** Cyrillic letters that clerks type in extensions instead of the Latin ones they look like (`.сsv`, `.оds`). */
const LOOK_ALIKE: Record<string, string> = { а: 'a', с: 'c', е: 'e', о: 'o', р: 'p', х: 'x', і: 'i', т: 't' };

/** The extension in Latin lower case without the dot; '' when there is none. */
export function extensionOf(fileName: string): string {
  const raw = /\.([\p{L}\p{N}]{1,10})$/u.exec(fileName.trim())?.[1] ?? '';
  return raw.toLowerCase().replace(/[а-яі]/g, (letter) => LOOK_ALIKE[letter] ?? letter);
}

/** Format to show, upper case: `CSV`, `PDF`. */
export function formatOf(fileName: string): string {
  const extension = extensionOf(fileName);
  return extension === 'htm' ? 'HTML' : extension === 'tif' ? 'TIFF' : extension.toUpperCase();
}

/** What a file becomes by its name; null when the extension says nothing we know. */
export function kindOfName(fileName: string): FileKind | null {
  const extension = extensionOf(fileName);
  return KINDS.find(([, extensions]) => extensions.includes(extension))?.[0] ?? null;
}

/** The name without folders and control characters, at most 200 characters, its extension kept. */
export function cleanFileName(fileName: string): string {
  const last = fileName.split(/[\\/]/).at(-1) ?? '';
  const plain = last.replace(/\p{C}/gu, '').replace(/\s+/g, ' ').trim().normalize('NFC');
  if (plain.length <= 200) return plain || 'файл';
  const extension = /\.[^.]{1,10}$/.exec(plain)?.[0] ?? '';
  return plain.slice(0, 200 - extension.length) + extension;
}

/**
 * Why a file of that name cannot be taken as that kind, with the place it belongs and the way out; null when it can.
 * @param profile the formats the community publishes in
 */
export function refusalOfName(fileName: string, kind: FileKind, profile: FormatProfile): Finding | null {
  const extension = extensionOf(fileName);
  const named = kindOfName(fileName);
  const kept = keptAsIs(profile).includes(extension);
  if (kind === 'table') {
    if (named === 'table' || MAY_HOLD_TABLE.includes(extension)) return null;
    if (placeOf(extension)) return documentAsTable(extension, kept);
    return notATable(extension, kept ? named : null);
  }
  if (kept) return null;
  return placeOf(extension) ? notOpenData(extension, profile) : notKept(extension);
}

/** Code of the refusal of a file that belongs elsewhere, whatever is chosen. */
export const NOT_OPEN_DATA = 'not-open-data';

/** Where such a document belongs, and what to publish instead of it. */
function placeWords(extension: string): Text {
  const found = placeOf(extension);
  if (!found) return { uk: '', en: '' };
  const register = {
    uk: ' Натомість опублікуйте реєстр таких документів: таблицю, де кожен має рядок із назвою, датою й посиланням.',
    en: ' Publish a register of such documents instead: a table with a line for each, its name, date and link.',
  };
  return {
    uk: ` Місце такого файлу: ${found.place.uk}.${found.register ? register.uk : ''}`,
    en: ` Such a file belongs to: ${found.place.en}.${found.register ? register.en : ''}`,
  };
}

function documentAsTable(extension: string, kept: boolean): Finding {
  const format = extension.toUpperCase();
  const place = placeWords(extension);
  const uk = kept
    ? `Якщо це звіт, додайте його як документ; якщо таблиця, збережіть її з Excel як XLSX.`
    : `Якщо це таблиця, збережіть її з Excel як XLSX.`;
  const en = kept
    ? `If it is a report, add it as a document; if it is a table, save it from Excel as XLSX.`
    : `If it is a table, save it from Excel as XLSX.`;
  return fileFinding(kept ? 'document-as-table' : NOT_OPEN_DATA, 'error', {
    uk: `${format} ми не публікуємо як дані. ${uk}${place.uk}`,
    en: `We do not publish ${format} as data. ${en}${place.en}`,
  });
}

function notOpenData(extension: string, { source }: FormatProfile): Finding {
  const place = placeWords(extension);
  return fileFinding(NOT_OPEN_DATA, 'error', {
    uk: `${extension.toUpperCase()} не належить до форматів відкритих даних громади (${source.uk}).${place.uk}`,
    en: `${extension.toUpperCase()} is no format of the community’s open data (${source.en}).${place.en}`,
  });
}

function notATable(extension: string, named: FileKind | null): Finding {
  if (named !== null) {
    return fileFinding('file-as-table', 'error', {
      uk: `Файл ${extension.toUpperCase()} ми публікуємо як є, а не як таблицю. Оберіть «документ, архів або карта» і завантажте його ще раз.`,
      en: `A ${extension.toUpperCase()} file is published as it is, not as a table. Choose “document, archive or map” and upload it again.`,
    });
  }
  return notKept(extension);
}

function notKept(extension: string): Finding {
  const shown = extension === '' ? 'без розширення' : extension.toUpperCase();
  return fileFinding('unknown-kind', 'error', {
    uk: `Файли ${shown} ми не публікуємо. Таблицю збережіть як XLSX або CSV, текст як DOCX або PDF з текстом.`,
    en: `We do not publish ${extension === '' ? 'files without an extension' : `${shown} files`}. Save a table as XLSX or CSV, a text as DOCX or PDF with text.`,
  });
}

/** What the first bytes say a file is; `text` when nothing binary is seen; null when they say nothing. */
export type Content = FirstBytes | 'text';

/** Looks at the first bytes (64 kB are plenty). Text in UTF-16 counts as text. */
export function contentOf(head: Uint8Array): Content | null {
  const found = firstBytes(head);
  if (found) return found;
  const utf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  return utf16 || !head.subarray(0, 8192).includes(0) ? 'text' : null;
}

/** First bytes behind which a table may be; its reader looks closer and refuses with words of its own. */
const READABLE: ReadonlySet<Content> = new Set([
  'text',
  'zip',
  'gz',
  'ole',
  'biff',
  'sqlite',
  'parquet',
  'shapefile',
  '7z',
  'rar',
]);

const EXPECTED: Record<string, readonly Content[]> = {
  csv: ['text'],
  tsv: ['text'],
  json: ['text'],
  xlsx: ['zip'],
  txt: ['text', 'rtf'],
  rtf: ['rtf'],
  odt: ['zip'],
  docx: ['zip'],
  pdf: ['pdf'],
  html: ['text'],
  htm: ['text'],
  zip: ['zip'],
  '7z': ['7z'],
  gz: ['gz'],
  bz2: ['bz2'],
  geojson: ['text'],
  kml: ['text'],
  gpx: ['text'],
  tif: ['tiff'],
  tiff: ['tiff'],
  mid: ['text'],
  mif: ['text'],
};

/** Excel wraps a workbook with a password into the container of old XLS files, under this name. */
const LOCKED = Buffer.from('EncryptedPackage', 'utf16le');

function isLocked(head: Uint8Array): boolean {
  return Buffer.from(head).includes(LOCKED);
}

const WORKBOOK_LOCKED = fileFinding('workbook-locked', 'error', {
  uk: 'Книгу Excel захищено паролем, тож прочитати її не можна. Відкрийте її в Excel, зніміть пароль (Файл → Відомості → Захистити книгу → Зашифрувати паролем, очистіть поле), збережіть як XLSX і завантажте ще раз.',
  en: 'The workbook is protected by a password, so it cannot be read. Open it in Excel, remove the password (File → Info → Protect Workbook → Encrypt with Password, clear the field), save it as XLSX and upload it again.',
});

const CONTENT_NAMES: Partial<Record<Content, string>> = {
  pdf: 'PDF',
  zip: 'ZIP',
  rtf: 'RTF',
  ole: 'XLS або DOC',
  program: 'програма',
  jpeg: 'зображення',
  png: 'зображення',
  gif: 'зображення',
};
const CONTENT_NAMES_EN: Partial<Record<Content, string>> = {
  pdf: 'a PDF',
  zip: 'a ZIP',
  rtf: 'an RTF',
  ole: 'an XLS or DOC',
  program: 'a program',
  jpeg: 'an image',
  png: 'an image',
  gif: 'an image',
};

/**
 * Why the bytes are not what the name says, with the way out; null when they agree. A table whose reader can tell better (a workbook named
 * .csv, a text named .xlsx) is let through: reading decides by content.
 */
export function refusalOfContent(fileName: string, kind: FileKind, head: Uint8Array): Finding | null {
  const content = contentOf(head);
  const extension = extensionOf(fileName);
  if (kind === 'table') {
    if (content === 'ole' && isLocked(head)) return WORKBOOK_LOCKED;
    if (content === null ? extension !== 'xlsx' : READABLE.has(content)) return null;
    if (content === 'pdf' || content === 'rtf') return documentAsTable(content, true);
  } else {
    const expected = EXPECTED[extension];
    if (!expected || (content !== null && expected.includes(content))) return null;
  }
  const real = content ? CONTENT_NAMES[content] : undefined;
  const realEn = content ? CONTENT_NAMES_EN[content] : undefined;
  const shown = formatOf(fileName) || 'без розширення';
  return fileFinding('content-not-as-named', 'error', {
    uk: `Файл названо ${shown}, а всередині ${real ?? 'щось інше'}. Відкрийте його у програмі, якою його зроблено, збережіть як ${kind === 'table' ? 'XLSX або CSV' : shown} і завантажте ще раз.`,
    en: `The file is named ${shown}, but inside there is ${realEn ?? 'something else'}. Open it in the program it was made with, save it as ${kind === 'table' ? 'XLSX or CSV' : shown} and upload it again.`,
  });
}
