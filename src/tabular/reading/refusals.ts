import type { Finding } from '../../kernel/finding.ts';
import type { Text } from '../../kernel/text.ts';
import type { ContentKind } from './content-kind.ts';

/** Limits of reading, told in the refusals. */
export const LIMITS = {
  columns: 5_000,
  /** Bytes of a workbook unpacked. */
  workbookBytes: 2_000_000_000,
  /** A member of a workbook larger than 50 MB may be at most so many times larger than packed. */
  workbookRatio: 300,
  /** Characters of one record of JSON: a longer one is no table. */
  recordLength: 32 * 1024 * 1024,
  /** Characters of one line of text: a longer one is a quote never closed, or no table. */
  lineLength: 8 * 1024 * 1024,
  /** How deep JSON may be nested. */
  jsonDepth: 100,
} as const;

/** A file that is not read as a table: says why and the way out. */
export function refusal(code: string, message: Text): Finding {
  return { code, severity: 'error', column: null, columnName: null, count: 1, places: [], message, repairable: false };
}

const AS_DOCUMENT: Text = {
  uk: 'Як документ його можна додати до набору без змін; для таблиці збережіть дані як XLSX або CSV.',
  en: 'It can be added to the dataset unchanged as a document; for a table, save the data as XLSX or CSV.',
};

function withWayOut(uk: string, en: string): Text {
  return { uk: `${uk} ${AS_DOCUMENT.uk}`, en: `${en} ${AS_DOCUMENT.en}` };
}

/** Kinds that are neither read nor kept: only the data themselves help. */
function withTableOnly(uk: string, en: string): Text {
  return {
    uk: `${uk} Якщо дані є таблицею в іншій програмі, збережіть їх звідти як XLSX або CSV.`,
    en: `${en} If another program holds the data as a table, save them from it as XLSX or CSV.`,
  };
}

type Refused = Exclude<ContentKind, 'text' | 'json' | 'xml' | 'xlsx' | 'xlsb' | 'ods' | 'ole' | 'zip' | 'gzip' | 'dbf'>;

const BY_KIND: Record<Refused, Text> = {
  empty: {
    uk: 'Файл порожній: у ньому 0 байтів. Перевірте, чи збереглися дані, і додайте файл ще раз.',
    en: 'The file is empty: 0 bytes. Check that the data were saved and add the file again.',
  },
  pdf: withWayOut(
    'PDF ми не публікуємо як дані: з нього таблицю не прочитає жодна програма.',
    'We do not publish a PDF as data: no program can read a table from it.',
  ),
  image: withTableOnly(
    'Це зображення: таблиці в ньому програма не прочитає.',
    'This is an image: no program can read a table from it.',
  ),
  html: withWayOut('Це вебсторінка (HTML), а не таблиця даних.', 'This is a web page (HTML), not a table of data.'),
  rtf: withWayOut('Це текстовий документ RTF, а не таблиця даних.', 'This is an RTF document, not a table of data.'),
  docx: withWayOut(
    'Це документ Word (DOCX), а не таблиця даних.',
    'This is a Word document (DOCX), not a table of data.',
  ),
  pptx: withTableOnly('Це презентація, а не таблиця даних.', 'This is a presentation, not a table of data.'),
  odt: withWayOut(
    'Це документ OpenDocument, а не таблиця даних.',
    'This is an OpenDocument text, not a table of data.',
  ),
  'broken-zip': {
    uk: 'Файл пошкоджений або завантажився не повністю: його зміст не читається. Відкрийте його на своєму комп’ютері, збережіть заново і додайте ще раз.',
    en: 'The file is damaged or was cut short: its contents cannot be read. Open it on your computer, save it again and add it once more.',
  },
  archive: {
    uk: 'Цей архів (7z, RAR, TAR або архів усередині архіву) не відкриваємо: його програми є не в усіх. Розпакуйте його й додайте таблиці в архіві ZIP або кожну окремо.',
    en: 'This archive (7z, RAR, TAR, or an archive inside an archive) is not opened: not everybody has a program for it. Unpack it and add the tables in a ZIP, or each by itself.',
  },
  shapefile: {
    uk: 'Це частина геоданих Shapefile. Покладіть усі частини (.shp, .shx, .dbf, .prj) в один архів ZIP і додайте його до набору як геодані або збережіть як GeoJSON.',
    en: 'This is a part of a Shapefile. Put all parts (.shp, .shx, .dbf, .prj) into one ZIP archive and add it to the dataset as geodata, or save it as GeoJSON.',
  },
  parquet: {
    uk: 'Це файл Parquet. Збережіть дані як CSV або XLSX; Parquet ми зробимо з них самі.',
    en: 'This is a Parquet file. Save the data as CSV or XLSX; we make Parquet of them ourselves.',
  },
  sqlite: {
    uk: 'Це база даних SQLite. Збережіть потрібну таблицю як CSV.',
    en: 'This is an SQLite database. Save the table you need as CSV.',
  },
  media: withTableOnly('Це звук або відео, а не таблиця даних.', 'This is sound or video, not a table of data.'),
  binary: withTableOnly(
    'Це двійковий файл: ні тексту, ні таблиці в ньому не знайдено.',
    'This is a binary file: neither text nor a table was found in it.',
  ),
};

/** Kinds of content that are no table. */
export const REFUSED_KINDS = Object.keys(BY_KIND) as Refused[];

/** The refusal of a file that is no table by its content. */
export function refusedKind(kind: Refused): Finding {
  return refusal(kind === 'empty' ? 'file-empty' : `file-${kind}`, BY_KIND[kind]);
}

export const NO_TABLE = refusal('file-no-table', {
  uk: 'У файлі немає жодного заповненого рядка. Перевірте, чи збереглися дані, і додайте файл ще раз.',
  en: 'The file has no row with a value. Check that the data were saved and add the file again.',
});

/** More columns than are read. @param count how many the table has */
export function tooManyColumns(count: number): Finding {
  return refusal('too-many-columns', {
    uk: `У таблиці ${count} стовпців, а читаємо до ${LIMITS.columns}. Найчастіше це означає, що рядки і стовпці поміняні місцями або обрано не той роздільник.`,
    en: `The table has ${count} columns; up to ${LIMITS.columns} are read. Most often rows and columns have changed places, or the wrong delimiter was chosen.`,
  });
}

export const LINE_TOO_LONG = refusal('line-too-long', {
  uk: 'У файлі є рядок, довший за 8 мільйонів знаків: кінців рядка в ньому не видно. Найчастіше файл записано в один рядок або десь не закрито лапки. Збережіть таблицю з Excel як XLSX або CSV і додайте її ще раз.',
  en: 'The file has a line of more than 8 million characters: no line ends are seen in it. Most often the file was written as one line, or a quote was never closed. Save the table from Excel as XLSX or CSV and add it once more.',
});

export const WORKBOOK_TOO_LARGE = refusal('workbook-too-large', {
  uk: 'Книга після розпакування надто велика, щоб її безпечно читати. Видаліть зайві аркуші й порожні відформатовані рядки або збережіть аркуш як CSV.',
  en: 'Unpacked, the workbook is too large to be read safely. Remove needless sheets and empty formatted rows, or save the sheet as CSV.',
});

export const WORKBOOK_BROKEN = refusal('workbook-broken', {
  uk: 'Книга пошкоджена: її аркуші не читаються. Відкрийте її в Excel чи LibreOffice, збережіть заново і додайте ще раз.',
  en: 'The workbook is damaged: its sheets cannot be read. Open it in Excel or LibreOffice, save it again and add it once more.',
});

export const WORKBOOK_PASSWORD = refusal('workbook-password', {
  uk: 'Книга захищена паролем, тож її вміст зашифровано. Відкрийте її в Excel, зніміть пароль (Файл → Відомості → Захист книги) і додайте ще раз.',
  en: 'The workbook is locked with a password, so its contents are encrypted. Open it in Excel, remove the password (File → Info → Protect Workbook) and add it once more.',
});

/** Workbooks of the old formats are held in memory whole. */
export const XLS_TOO_LARGE = refusal('xls-too-large', {
  uk: 'Книга старого формату (XLS, XLSB) завелика, а читати її можна лише цілою. Відкрийте її в Excel, збережіть як «Книга Excel (.xlsx)» і додайте ще раз: цей формат читаємо будь-якого розміру.',
  en: 'A workbook of an old format (XLS, XLSB) this large can only be read as a whole. Open it in Excel, save it as “Excel Workbook (.xlsx)” and add it once more: that format is read at any size.',
});

/** Word, PowerPoint and their like of 1997–2003. */
export const DOCUMENT_OLD = refusal(
  'file-ole',
  withWayOut(
    'Це документ старого формату (наприклад Word DOC), а не таблиця даних.',
    'This is a document of an old format (Word DOC, say), not a table of data.',
  ),
);

/** The sheet that was asked for does not stand in the workbook. */
export function noSuchSheet(asked: string, sheets: readonly string[]): Finding {
  const list = sheets.map((name) => `«${name}»`).join(', ');
  return refusal('no-such-sheet', {
    uk: `Аркуша «${asked}» у книзі немає. Є такі: ${list}.`,
    en: `The workbook has no sheet “${asked}”. It has: ${list}.`,
  });
}

/** A damaged file is published neither as a table nor unchanged. */
export const JSON_BROKEN = refusal('json-broken', {
  uk: 'Файл JSON пошкоджений або обірваний: дужки й лапки не сходяться. Збережіть його заново у програмі, якою його зроблено, і завантажте ще раз.',
  en: 'The JSON file is damaged or cut short: its brackets and quotes do not match. Save it again in the program it was made with and upload it once more.',
});

export const HEADER_ROW_MISSING = refusal('header-row-missing', {
  uk: 'Рядка, який ви назвали рядком заголовків, немає на початку таблиці. Назвіть інший або лишіть поле порожнім: ми знайдемо заголовки самі.',
  en: 'The row you named as the headings is not at the beginning of the table. Name another, or leave the field empty: we find the headings ourselves.',
});

/** Why an XML document is no table. */
export const XML_REFUSALS = {
  broken: refusal('xml-broken', {
    uk: 'Файл XML пошкоджений або обірваний: його теги не сходяться. Збережіть його заново у програмі, якою його зроблено, і завантажте ще раз.',
    en: 'The XML file is damaged or cut short: its tags do not match. Save it again in the program it was made with and upload it once more.',
  }),
  entities: refusal('xml-entities', {
    uk: 'У файлі XML є оголошення DOCTYPE з власними сутностями. Такі файли не читаємо: ними можна зупинити будь-яку програму. Збережіть дані без DOCTYPE або як CSV.',
    en: 'The XML file has a DOCTYPE that declares entities. Such files are not read: they can stop any program. Save the data without a DOCTYPE, or as CSV.',
  }),
  'too-deep': refusal('xml-too-deep', {
    uk: `Файл XML вкладений глибше ніж на ${LIMITS.jsonDepth} рівнів: це не таблиця. Збережіть потрібні дані як CSV або XLSX.`,
    en: `The XML file is nested deeper than ${LIMITS.jsonDepth} levels: it is no table. Save the data you need as CSV or XLSX.`,
  }),
  'too-long': refusal('xml-too-long', {
    uk: 'У файлі XML не видно однакових записів: одне значення чи один запис довші за 32 млн знаків, в одному записі понад мільйон полів або кожен запис має інші поля. Збережіть потрібні дані як CSV або XLSX.',
    en: 'No like records are seen in the XML file: one value or one record is longer than 32 million characters, one record has over a million fields, or every record has other fields. Save the data you need as CSV or XLSX.',
  }),
  'no-records': refusal('xml-no-records', {
    uk: 'У файлі XML немає записів: жоден елемент не має полів. Перевірте, чи збереглися дані, і додайте файл ще раз.',
    en: 'The XML file has no records: no element has fields. Check that the data were saved and add the file again.',
  }),
} as const;

export const XML_RDF = refusal('xml-rdf', {
  uk: 'Це RDF/XML: граф тверджень, а не таблиця. Збережіть потрібні дані таблицею (CSV, XLSX або JSON) або додайте файл до набору без змін.',
  en: 'This is RDF/XML: a graph of statements, not a table. Save the data you need as a table (CSV, XLSX or JSON), or add the file to the dataset unchanged.',
});

/** Why an archive is not opened, or gives no table. */
export const ARCHIVE_REFUSALS = {
  paths: refusal('archive-paths', {
    uk: 'В архіві є файли, назви яких ведуть за межі його теки (../ або повний шлях). Такі архіви не відкриваємо. Запакуйте самі файли з даними в новий ZIP.',
    en: 'The archive has files whose names lead out of its folder (../ or a full path). Such archives are not opened. Pack the files with the data into a new ZIP.',
  }),
  encrypted: refusal('archive-encrypted', {
    uk: 'Архів захищено паролем, тож люди не зможуть його відкрити. Запакуйте файли без пароля й завантажте ще раз.',
    en: 'The archive is protected by a password, so people could not open it. Pack the files without a password and upload it again.',
  }),
  large: refusal('archive-too-large', {
    uk: 'Архів після розпакування надто великий, щоб його безпечно читати. Додайте таблиці окремими файлами.',
    en: 'Unpacked, the archive is too large to be read safely. Add the tables as separate files.',
  }),
  many: refusal('archive-too-many', {
    uk: 'В архіві понад 200 файлів. Залиште в ньому таблиці одного набору або з’єднайте однакові в одну.',
    en: 'The archive has more than 200 files. Leave the tables of one dataset in it, or join like ones into one.',
  }),
  empty: refusal('archive-empty', {
    uk: 'Архів порожній. Перевірте, чи потрапили до нього файли, і додайте ще раз.',
    en: 'The archive is empty. Check that the files are in it and add it again.',
  }),
  broken: refusal('archive-broken', {
    uk: 'Архів пошкоджений або завантажився не повністю: файли з нього не розпаковуються. Запакуйте їх заново й додайте ще раз.',
    en: 'The archive is damaged or was cut short: its files do not unpack. Pack them again and add it once more.',
  }),
  noTable: (others: readonly string[]) => {
    const names = others.slice(0, 5).join(', ');
    return refusal('archive-no-table', {
      uk: `В архіві немає таблиці, яку можна прочитати: ${names}${others.length > 5 ? ' …' : ''}. Збережіть дані як XLSX або CSV і додайте їх або додайте архів до набору без змін.`,
      en: `The archive has no table that can be read: ${names}${others.length > 5 ? ' …' : ''}. Save the data as XLSX or CSV and add them, or add the archive to the dataset unchanged.`,
    });
  },
} as const;
