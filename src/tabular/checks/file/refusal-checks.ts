import type { CheckEntry, CheckExample } from '../../../kernel/check.ts';
import type { Text } from '../../../kernel/text.ts';
import { lines } from '../example.ts';
import { MACHINE_READABLE } from '../grounds.ts';

const TABLE = lines('Номер,Назва', '1,Школа № 1', '2,Садок № 2');

function refused(
  code: string,
  title: Text,
  why: Text,
  example?: Pick<CheckExample, 'before'> & Partial<CheckExample>,
): CheckEntry {
  return {
    code,
    group: 'file',
    severity: 'error',
    clause: MACHINE_READABLE,
    title,
    why,
    ...(example ? { example: { after: TABLE, afterName: 'table.csv', asText: true as const, ...example } } : {}),
    repair: null,
  };
}

/** Files that are not read as tables, with why and a file that shows it; the refusals themselves are made in `reading`. */
export const ILLUSTRATED_REFUSALS: readonly CheckEntry[] = [
  refused(
    'file-empty',
    { uk: 'Файл порожній', en: 'The file is empty' },
    {
      uk: 'У файлі немає жодного байта: найчастіше його збережено до того, як вивантаження скінчилося.',
      en: 'The file has not a single byte: most often it was saved before the export was done.',
    },
    { before: '' },
  ),
  refused(
    'file-no-table',
    { uk: 'У файлі немає рядків', en: 'The file has no rows' },
    {
      uk: 'Самі порожні рядки — це не дані: показати й знайти в них нічого.',
      en: 'Empty rows alone are no data: there is nothing to show or to find.',
    },
    { before: '\n\n   \n' },
  ),
  refused(
    'file-pdf',
    { uk: 'PDF замість таблиці', en: 'A PDF in place of a table' },
    {
      uk: 'PDF зроблено для друку: рядків і стовпців у ньому немає, тож програма даних не прочитає.',
      en: 'A PDF is made for printing: it has no rows and columns, so no program reads the data.',
    },
    { before: '%PDF-1.7\n…\n', fileName: 'zvit.pdf' },
  ),
  refused(
    'file-html',
    { uk: 'Вебсторінка без таблиці', en: 'A web page without a table' },
    {
      uk: 'Сторінку роблять для читання очима. Таблиці з неї читаємо, а тут жодної немає: найчастіше замість файла збережено сторінку входу чи пошуку.',
      en: 'A page is made for eyes. Its tables are read, but here is none: most often a page of sign-in or search was saved in place of the file.',
    },
    {
      before: '<!DOCTYPE html><html><body><p>Увійдіть, щоб завантажити файл.</p></body></html>\n',
      fileName: 'zvit.xls',
    },
  ),
  refused(
    'file-rtf',
    { uk: 'Текстовий документ замість таблиці', en: 'A text document in place of a table' },
    {
      uk: 'Таблиця в документі зроблена для читання очима; програма її меж не бачить.',
      en: 'A table in a document is made for eyes; a program does not see its borders.',
    },
    { before: '{\\rtf1\\ansi Zvit}\n', fileName: 'zvit.rtf' },
  ),
  refused(
    'file-docx',
    { uk: 'Документ Word замість таблиці', en: 'A Word document in place of a table' },
    {
      uk: 'Таблиця в документі зроблена для читання очима; перенесіть її в Excel, і її прочитає програма.',
      en: 'A table in a document is made for eyes; move it to Excel and programs can read it.',
    },
  ),
  refused(
    'file-image',
    { uk: 'Зображення замість таблиці', en: 'An image in place of a table' },
    {
      uk: 'Скан чи знімок таблиці програма не прочитає, і людина з вадами зору теж.',
      en: 'No program reads a scan or a picture of a table, nor does a person who cannot see.',
    },
    { before: '\u0089PNG\r\n\u001a\n\u0000\u0000', fileName: 'skan.png', bytes: 'latin1', afterBytes: 'utf8' },
  ),
  refused(
    'file-broken-zip',
    { uk: 'Файл пошкоджено', en: 'The file is damaged' },
    {
      uk: 'Файл завантажився не повністю або зіпсувався: частини даних у ньому вже немає.',
      en: 'The file was cut short or spoilt: a part of the data is not in it any more.',
    },
    {
      before: 'PK\u0003\u0004\u0014\u0000\u0000\u0000\u0008\u0000',
      fileName: 'zvit.xlsx',
      bytes: 'latin1',
      afterBytes: 'utf8',
    },
  ),
  refused(
    'json-broken',
    { uk: 'JSON обірвано', en: 'The JSON is cut short' },
    {
      uk: 'Дужки й лапки не сходяться: програма не знає, де кінець запису, і не прочитає нічого.',
      en: 'Brackets and quotes do not match: a program does not know where a record ends and reads nothing.',
    },
    {
      before: '[{"id": 1, "name": "A"}, {"id": ',
      fileName: 'data.json',
      after: '[{"id": 1, "name": "A"}, {"id": 2, "name": "B"}]\n',
      afterName: 'data.json',
    },
  ),
  refused(
    'workbook-password',
    { uk: 'Книга з паролем', en: 'A workbook with a password' },
    {
      uk: 'Вміст книги зашифровано: прочитати його може лише той, хто знає пароль.',
      en: 'The contents are encrypted: only who knows the password can read them.',
    },
  ),
  refused(
    'workbook-broken',
    { uk: 'Книгу пошкоджено', en: 'The workbook is damaged' },
    {
      uk: 'Аркушів у книзі не прочитати: програма, що її зберегла, зробила це не до кінця.',
      en: 'Its sheets cannot be read: the program that saved it did not finish.',
    },
  ),
  refused(
    'too-many-columns',
    { uk: 'Забагато стовпців', en: 'Too many columns' },
    {
      uk: 'Тисячі стовпців — найчастіше рядки й стовпці, поміняні місцями, або не той роздільник.',
      en: 'Thousands of columns are most often rows and columns that changed places, or the wrong delimiter.',
    },
  ),
  refused(
    'line-too-long',
    { uk: 'Рядок без кінця', en: 'A line without an end' },
    {
      uk: 'Рядок на мільйони знаків означає, що десь не закрито лапки або файл не є таблицею.',
      en: 'A line of millions of characters means that a quote was left open or the file is no table.',
    },
  ),
];
