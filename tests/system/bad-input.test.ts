import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadReading } from '../../src/capabilities/ingest/index.ts';
import {
  deflatedTimes,
  type HandMember,
  honestMember,
  lockedWorkbook,
  SHEET_END,
  SHEET_HEAD,
  workbookMembers,
  zipOf,
} from '../support/bad-files.ts';
import { type CabinetForTests, openCabinet, page, readingOf, seen, sendFile } from '../support/cabinet-site.ts';

let cabinet: CabinetForTests;
beforeAll(async () => {
  cabinet = await openCabinet();
});
afterAll(() => cabinet.close());

const MB = 1024 * 1024;
const SHEET = 'xl/worksheets/sheet1.xml';
const ROW = '<row><c t="inlineStr"><is><t>рядок, якого ніхто не вводив</t></is></c></row>'.repeat(10_000);

/** A sheet that unpacks to more than 3 GB, whose directory tells `told` bytes. */
const bomb = (told: number): Buffer<ArrayBuffer> =>
  zipOf(workbookMembers({ name: SHEET, packed: deflatedTimes(SHEET_HEAD, ROW, 3_500), told }));
const many: HandMember[] = Array.from({ length: 150_000 }, (_, n) => honestMember(`xl/media/${n}.txt`, ''));
const plainSheet = honestMember(SHEET, `${SHEET_HEAD}${ROW.slice(0, ROW.length / 10_000)}${SHEET_END}`);
const cut = zipOf(workbookMembers(plainSheet)).subarray(0, 700);

interface BadFile {
  readonly what: string;
  readonly name: string;
  readonly bytes: () => string | Uint8Array<ArrayBuffer>;
  readonly uk: RegExp;
  readonly en: RegExp;
}

/** Files that are refused, each with what the clerk reads: what it is, and what to do. */
const REFUSED: readonly BadFile[] = [
  {
    what: 'a PDF named CSV',
    name: 'звіт.csv',
    bytes: () => '%PDF-1.7\n1 0 obj\n<</Type /Catalog>>\nendobj\n',
    uk: /PDF ми не публікуємо як дані.*додайте його як документ/,
    en: /We do not publish PDF as data.*add it as a document/,
  },
  {
    what: 'a photo named CSV',
    name: 'фото.csv',
    bytes: () => Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, ...Array.from({ length: 500 }, (_, n) => n % 251)]),
    uk: /названо CSV, а всередині зображення.*збережіть як XLSX або CSV/,
    en: /is named CSV, but inside there is an image.*save it as XLSX or CSV/,
  },
  {
    what: 'a program named XLSX',
    name: 'таблиця.xlsx',
    bytes: () => Uint8Array.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0]),
    uk: /названо XLSX, а всередині програма/,
    en: /is named XLSX, but inside there is a program/,
  },
  {
    what: 'a workbook cut short',
    name: 'обірвано.xlsx',
    bytes: () => Uint8Array.from(cut),
    uk: /пошкоджений або завантажився не повністю.*збережіть заново/,
    en: /damaged or was cut short.*save it again/,
  },
  {
    what: 'a workbook with a password',
    name: 'секрет.xlsx',
    bytes: lockedWorkbook,
    uk: /захищено паролем.*зніміть пароль/,
    en: /protected by a password.*remove the password/,
  },
  {
    what: 'a workbook that says it unpacks to gigabytes',
    name: 'бомба.xlsx',
    bytes: () => bomb(3_000_000_000),
    uk: /після розпакування надто велика.*збережіть аркуш як CSV/,
    en: /Unpacked, the workbook is too large.*save the sheet as CSV/,
  },
  {
    what: 'a workbook that unpacks to gigabytes and says it is small',
    name: 'брехня.xlsx',
    bytes: () => bomb(5_000),
    uk: /Книга пошкоджена.*збережіть заново/,
    en: /The workbook is damaged.*save it again/,
  },
  {
    what: 'a workbook of a hundred and fifty thousand members',
    name: 'багато.xlsx',
    bytes: () => zipOf([...workbookMembers(plainSheet), ...many]),
    uk: /пошкоджен.*збережіть (її|його)? ?заново/i,
    en: /damaged.*save it again/i,
  },
  {
    what: 'a zip within a zip',
    name: 'вкладений.xlsx',
    bytes: () => zipOf([{ name: 'inner.zip', packed: bomb(5_000), told: 5_000 }]),
    uk: /Архів пошкоджений.*Запакуйте їх заново/,
    en: /The archive is damaged.*Pack them again/,
  },
  {
    what: 'a hundred thousand columns',
    name: 'широка.csv',
    bytes: () => `${Array.from({ length: 100_000 }, (_, n) => `c${n}`).join(';')}\n${'1;'.repeat(99_999)}1\n`,
    uk: /У таблиці 100000 стовпців, а читаємо до 5000.*роздільник/,
    en: /The table has 100000 columns; up to 5000 are read.*delimiter/,
  },
  {
    what: 'one line without an end',
    name: 'рядок.csv',
    bytes: () => 'а,б,'.repeat((20 * MB) / 6),
    uk: /рядок, довший за 8 мільйонів знаків.*збережіть таблицю з Excel/i,
    en: /a line of more than 8 million characters.*Save the table from Excel/,
  },
  {
    what: 'a quote never closed before many megabytes',
    name: 'лапки.csv',
    bytes: () => `а,б\n1,2\n3,"${'слово '.repeat((20 * MB) / 11)}`,
    uk: /десь не закрито лапки/,
    en: /a quote was never closed/,
  },
  {
    what: 'zero bytes all over',
    name: 'нулі.csv',
    bytes: () => Buffer.alloc(100_000),
    uk: /двійковий файл: ні тексту, ні таблиці/,
    en: /a binary file: neither text nor a table/,
  },
  {
    what: 'nothing but line ends',
    name: 'рядки.csv',
    bytes: () => '\r'.repeat(5 * MB),
    uk: /немає жодного заповненого рядка.*додайте файл ще раз/,
    en: /has no row with a value.*add the file again/,
  },
];

describe('a file that cannot be read is refused with words that help, in both languages', () => {
  test.each(REFUSED)('$what', async ({ name, bytes, uk, en }) => {
    const before = process.resourceUsage().maxRSS;
    const sent = await sendFile(cabinet.site(), name, bytes(), { unitId: cabinet.unitId });
    expect(sent.status).toBe(303);
    const id = readingOf(sent);
    await cabinet.context.runJobs();
    const reading = await loadReading(cabinet.context.ctx, id);
    expect(reading.state).toBe('refused');
    expect(seen(await page(cabinet.site(), `/cabinet/readings/${id}`)).replace(/\s+/g, ' ')).toMatch(uk);
    const english = cabinet.site({ language: 'en' });
    expect(seen(await page(english, `/cabinet/readings/${id}`)).replace(/\s+/g, ' ')).toMatch(en);
    expect(reading.textTable).toBeNull();
    // kilobytes: the file itself lies in this process too, what it unpacks to must not
    expect(process.resourceUsage().maxRSS - before).toBeLessThan(700_000);
  });

  test('an empty file, before anything is kept', async () => {
    const answer = await sendFile(cabinet.site(), 'порожній.csv', '', { unitId: cabinet.unitId });
    expect(answer.status).toBe(400);
    expect(seen(await answer.text())).toMatch(/Файл порожній: у ньому 0 байтів/);
    const english = await sendFile(cabinet.site({ language: 'en' }), 'empty.csv', '', { unitId: cabinet.unitId });
    expect(seen(await english.text())).toMatch(/The file is empty: it has 0 bytes/);
  });

  test('a file over the limit, told with the limit', async () => {
    const answer = await sendFile(cabinet.site({ limit: MB }), 'великий.csv', 'а\n'.repeat(MB), {
      unitId: cabinet.unitId,
    });
    expect(answer.status).toBe(413);
    expect(seen(await answer.text())).toMatch(/Файл більший за 1 МБ. Поділіть його/);
  });
});

/** Reads a file to the end; gives the codes of what was found. */
async function read(name: string, bytes: string | Uint8Array<ArrayBuffer>) {
  const id = readingOf(await sendFile(cabinet.site(), name, bytes, { unitId: cabinet.unitId }));
  await cabinet.context.runJobs();
  const reading = await loadReading(cabinet.context.ctx, id);
  await page(cabinet.site(), `/cabinet/readings/${id}`); // is there, whatever was read
  return { reading, codes: reading.inspection?.findings.map(({ code }) => code) ?? [] };
}

describe('a file that is strange but can be read is read, and what is strange is told', () => {
  test('headings only', async () => {
    const { reading, codes } = await read('заголовки.csv', 'Назва;Адреса;Площа\n');
    expect(['checked', 'ready']).toContain(reading.state);
    expect(reading.source?.headers).toEqual(['Назва', 'Адреса', 'Площа']);
    expect(codes).toContain('no-rows');
  });

  test('a zero byte inside a cell', async () => {
    const rows = Array.from({ length: 200 }, (_, n) => `${n};Ліцей № ${n}\n`).join('');
    const { reading, codes } = await read('нуль.csv', `Код;Назва\n7;Шко\u0000ла\n${rows}`);
    expect(['checked', 'ready']).toContain(reading.state);
    expect(reading.inspection?.rows).toBe(201);
    expect(codes).toContain('broken-text');
  });

  test('seventy thousand members that no workbook needs', async () => {
    const { reading } = await read('зайве.xlsx', zipOf([...workbookMembers(plainSheet), ...many.slice(0, 70_000)]));
    expect(['checked', 'ready']).toContain(reading.state);
    expect(reading.inspection?.rows).toBe(1);
  });

  test('zero bytes and halves of characters in JSON', async () => {
    const { reading } = await read(
      'дивний.json',
      '[{"назва":"а\\u0000б","код":1},{"назва":"\\ud800","код":2},{"назва":"в","код":3}]',
    );
    expect(['checked', 'ready']).toContain(reading.state);
    expect(reading.inspection?.rows).toBe(3);
  });

  test('two encodings in one file', async () => {
    const utf8 = Buffer.from(`Назва;Адреса\n${'Ліцей «Сокіл»;вул. Їжакевича, 1\n'.repeat(300)}`);
    const cp1251 = Buffer.from([0xcb, 0xb3, 0xf6, 0xe5, 0xe9, 0x3b, 0xca, 0xe8, 0xbf, 0xe2, 0x0a]);
    const { reading, codes } = await read('мішанка.csv', Uint8Array.from(Buffer.concat([utf8, cp1251])));
    expect(['checked', 'ready']).toContain(reading.state);
    expect(reading.inspection?.rows).toBe(301);
    expect(codes).toContain('broken-characters');
    const told = reading.inspection?.findings.find(({ code }) => code === 'broken-characters');
    expect(told?.message.uk).toMatch(/\d/);
  });

  test('a name that tries to be a path, an order or a line of the log', async () => {
    const { reading } = await read('../../etc/пас"вд\n<script>alert(1)</script>.csv', 'а;б\n1;2\n');
    expect(reading.fileName).not.toMatch(/[\\/\n]/);
    const html = await page(cabinet.site(), `/cabinet/readings/${reading.id}`);
    expect(html).not.toContain('<script>alert');
  });
});

describe('the same file given twice at once', () => {
  const text = 'Код;Назва\n1;Ліцей\n2;Гімназія\n';

  test('makes two datasets that know nothing of each other', async () => {
    const send = () => sendFile(cabinet.site(), 'двічі.csv', text, { unitId: cabinet.unitId });
    const [first, second] = (await Promise.all([send(), send()])).map(readingOf);
    await cabinet.context.runJobs();
    const readings = await Promise.all([first, second].map((id) => loadReading(cabinet.context.ctx, id ?? '')));
    expect(readings.map(({ state }) => state)).toEqual(['ready', 'ready']);
    expect(new Set(readings.map(({ datasetId }) => datasetId)).size).toBe(2);
    expect(new Set(readings.map(({ original }) => original)).size).toBe(2);
  });

  test('for one dataset leaves one of them, whole', async () => {
    const { reading } = await read('основа.csv', text);
    const { datasetId } = reading;
    const send = (n: number) => sendFile(cabinet.site(), `оновлення-${n}.csv`, `${text}3;Школа ${n}\n`, { datasetId });
    const ids = (await Promise.all([1, 2, 3].map(send))).map(readingOf);
    await cabinet.context.runJobs();
    const states = await Promise.all(ids.map(async (id) => (await loadReading(cabinet.context.ctx, id)).state));
    expect(states.filter((state) => state !== 'cancelled')).toEqual(['ready']);
  });
});
