import { dayOf } from '../../../kernel/dates.ts';
import { dayInWords } from '../../../language/dates.ts';
import { formatNumber } from '../../../language/numbers.ts';
import type { Context } from '../../../platform/context.ts';
import { ANNEX_TO_ORDER, tableField, textField } from '../../../platform/documents/index.ts';
import { communityProfile } from '../../accounts/index.ts';
import { type DocumentForm, fillForm } from '../../documents/index.ts';
import type { PrivacyReport, ReportTable } from './report.ts';
import { detectorTitle, wordsOfColumn, wordsOfStatement } from './report-words.ts';

const HEADING = ['Таблиця', 'Стовпець', 'Знайдено, клітинок', 'Рішення', 'Підстава', 'Хто і коли', 'Лишилося'];
/** Widths of the columns in relation to each other. */
const SHARES = [1.2, 1.2, 1.7, 1.5, 2.4, 1.3, 1.2];

/** The check of personal data of a dataset, to be attached to an order (seed 003 п. 2.6). */
export const privacyReportForm: DocumentForm = {
  code: 'privacy.report',
  title: { uk: 'Перевірка набору щодо персональних даних', en: 'Check of a dataset for personal data' },
  about: {
    uk: 'Що переглянуто, що знайдено, хто, коли й на якій підставі вирішив, що лишилося після змін. Значень із таблиць у документі немає.',
    en: 'What was looked at, what was found, who decided when and on what ground, what is left after the changes. No value of the tables stands in it.',
  },
  audience: 'internal',
  fields: [
    textField('community', 'громада', 'Вигадана громада'),
    textField('dataset', 'набір', 'Перелік отримувачів допомоги'),
    textField('unit', 'розпорядник', 'Управління соціального захисту'),
    textField('version', 'версія', 'версія 3'),
    textField('day', 'коли', '1 жовтня 2026'),
    textField('looked', 'що переглянуто', 'таблиця «Отримувачі»: 1 240 рядків, 9 стовпців, кожна клітинка'),
    textField('detectors', 'що шукали', 'РНОКПП; паспорт; телефон'),
    textField('outcome', 'висновок', 'Персональні дані: стовпців 2, рішення є щодо кожного.'),
    tableField('columns', 'стовпці', {
      heading: HEADING,
      rows: [
        [
          ...['Отримувачі', 'Телефон', 'Телефон: 1 240 (приватні люди)', 'Стовпець прибрано'],
          ...['конфіденційна інформація', 'Олена ВИГАДАНА, 1 жовтня 2026', 'немає'],
        ],
      ],
      shares: SHARES,
    }),
    textField('post', 'посада', 'Відповідальна особа'),
    textField('name', 'ім’я', 'Олена ВИГАДАНА'),
  ],
  sketch: {
    landscape: true,
    parts: [
      ANNEX_TO_ORDER,
      { kind: 'title', text: 'ПЕРЕВІРКА НАБОРУ ДАНИХ ЩОДО ПЕРСОНАЛЬНИХ ДАНИХ' },
      { kind: 'paragraph', text: '{громада}', flush: true },
      {
        kind: 'paragraph',
        text: 'Набір даних: {набір} ({версія}). Розпорядник інформації: {розпорядник}.',
        flush: true,
      },
      { kind: 'paragraph', text: 'Переглянуто {коли}: {що переглянуто}.', flush: true },
      { kind: 'paragraph', text: 'Шукали: {що шукали}.', flush: true },
      { kind: 'slot', words: 'стовпці' },
      { kind: 'paragraph', text: '{висновок}', flush: true },
      { kind: 'signature', post: '{посада}', name: '{ім’я}' },
    ],
  },
};

const rowsOf = (table: ReportTable): string[][] =>
  table.columns.map((column) => {
    const words = wordsOfColumn(column, 'uk');
    return [table.title, words.title, words.found, words.decision, words.ground, words.who, words.left];
  });

/** The report as DOCX by the city's template. The caller has read it by its own right. */
export async function fillPrivacyReport(ctx: Context, report: PrivacyReport): Promise<Uint8Array<ArrayBuffer>> {
  const rows = report.tables.flatMap(rowsOf);
  return fillForm(ctx, privacyReportForm, {
    community: (await communityProfile(ctx))?.name ?? '',
    dataset: report.datasetTitle,
    unit: report.unitName,
    version: report.version === null ? 'чернетка' : `версія ${report.version}`,
    day: dayInWords(dayOf(new Date(report.at)), 'uk'),
    looked: lookedAt(report),
    detectors: report.detectors.map((code) => detectorTitle(code, 'uk')).join('; '),
    outcome: outcomeOf(report),
    columns: { heading: HEADING, rows: rows.length > 0 ? rows : [HEADING.map(() => '—')], shares: SHARES },
    post: 'Відповідальна особа',
    name: report.by,
  });
}

function lookedAt({ tables, files }: PrivacyReport): string {
  const n = (value: number) => formatNumber(value, 'uk');
  const read = tables.map(({ title, rows, columnCount, checked }) =>
    checked
      ? `таблиця «${title}»: рядків ${n(rows)}, стовпців ${n(columnCount)}, кожна клітинка`
      : `таблиця «${title}»: ще не перевірена`,
  );
  const kept = files.map(
    ({ title, statement }) =>
      `«${title}»: ${statement ? wordsOfStatement(statement, 'uk') : 'файл, який переглядають люди'}`,
  );
  return [...read, ...kept].join('; ') || 'таблиць немає';
}

function outcomeOf({ tables }: PrivacyReport): string {
  const columns = tables.flatMap((table) => table.columns);
  const found = columns.filter((column) => column.found.length > 0).length;
  if (found === 0) return 'Персональних даних не знайдено.';
  const kept = columns.filter(({ decision }) => decision?.way === 'keep').length;
  const hidden = columns.filter(({ decision }) => decision && decision.way !== 'keep').length;
  return `Стовпців із персональними даними: ${found}. Оприлюднюється на підставі закону або згоди: ${kept}. Прибрано, приховано чи узагальнено: ${hidden}.`;
}
