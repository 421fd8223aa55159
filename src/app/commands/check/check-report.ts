import type { SecurityFlag } from '../../../capabilities/privacy/index.ts';
import type { Finding, Severity } from '../../../kernel/finding.ts';
import { plural } from '../../../language/plural.ts';
import { checkEntry, type Inspection, type TextTable } from '../../../tabular/index.ts';
import type { FixedFile } from './fix-file.ts';
import { jsonOfPersonal, type PersonalVerdicts, personalLines, tellable } from './personal-data.ts';
import { jsonOfSecurity, securityLines } from './security.ts';
import { jsonOfStructure, structureLines } from './structure.ts';

/** What `check` learned of one file. */
export interface CheckedFile {
  readonly fileName: string;
  readonly table: TextTable;
  readonly inspection: Inspection;
  readonly personal: PersonalVerdicts;
  /** What asks for a security decision. */
  readonly security: readonly SecurityFlag[];
  readonly seconds: number;
}

const DELIMITERS: Readonly<Record<string, string>> = {
  ',': 'кома',
  ';': 'крапка з комою',
  '\t': 'табуляція',
  '|': 'риска |',
};
const FORMATS = {
  csv: 'текст',
  xlsx: 'Excel',
  xls: 'Excel',
  ods: 'OpenDocument',
  json: 'JSON',
  geojson: 'GeoJSON',
  shp: 'Shapefile',
  kml: 'KML',
  gpx: 'GPX',
  gtfs: 'GTFS',
  xml: 'XML',
  html: 'HTML',
  dbf: 'dBASE',
} as const;
const TYPES = {
  integer: 'ціле число',
  decimal: 'число',
  boolean: 'так/ні',
  date: 'дата',
  datetime: 'дата й час',
  time: 'час',
  text: 'текст',
} as const;
/** Formats whose tables are called sheets. */
const SHEETED: ReadonlySet<string> = new Set(['xlsx', 'xls', 'ods']);
const GROUPS: readonly { severity: Severity; mark: string; title: string }[] = [
  { severity: 'error', mark: '✗', title: 'Помилки' },
  { severity: 'warning', mark: '!', title: 'Варто переглянути' },
  { severity: 'advice', mark: '·', title: 'Поради' },
];

/** 1234567 → «1 234 567», with spaces that do not break. */
function grouped(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, '\u202f');
}

function source({ table }: CheckedFile): string {
  if (table.sheet !== null)
    return `${FORMATS[table.format]}, ${SHEETED.has(table.format) ? 'аркуш' : 'таблиця'} «${table.sheet}»`;
  const delimiter = table.dialect
    ? `, роздільник: ${DELIMITERS[table.dialect.delimiter] ?? table.dialect.delimiter}`
    : '';
  return `${FORMATS[table.format]} ${table.encoding}${delimiter}`;
}

function where(finding: Finding): string {
  const rows = finding.places.map((place) => place.row).filter((row) => row > 0);
  const told = finding.columnName === null || finding.message.uk.includes(finding.columnName);
  const column = told ? '' : `стовпець «${finding.columnName}»`;
  const shown = rows.slice(0, 5).join(', ');
  const list =
    rows.length === 0
      ? ''
      : `${rows.length === 1 ? 'рядок' : 'рядки'} ${shown}${finding.count > 5 && rows.length > 5 ? ' …' : ''}`;
  return [column, list].filter(Boolean).join(', ');
}

function findingLines(finding: Finding, mark: string): string[] {
  const place = where(finding);
  const mending = finding.repairable ? ' Виправимо самі.' : '';
  const guide = checkEntry(finding.code)?.guide ?? '';
  const below = [place, guide].filter(Boolean).join(' · ');
  return [`  ${mark} ${finding.message.uk}${mending}`, ...(below === '' ? [] : [`      ${below}`])];
}

function columnLines(inspection: Inspection): string[] {
  const shown = inspection.columns.slice(0, 40);
  const width = Math.min(32, Math.max(4, ...shown.map((column) => column.title.length)));
  const lines = shown.map(({ title, type, expected, blanks }) => {
    const flat = title.replace(/\s+/g, ' ');
    const name = flat.length > width ? `${flat.slice(0, width - 1)}…` : flat.padEnd(width);
    const kind = expected === undefined ? TYPES[type] : `${TYPES[expected]}, де виправити (поки ${TYPES[type]})`;
    return `    ${name}  ${kind}${blanks > 0 ? `, порожніх ${grouped(blanks)}` : ''}`;
  });
  const rest = inspection.columns.length - shown.length;
  return rest > 0 ? [...lines, `    … і ще ${rest}`] : lines;
}

/** The findings of a file for people, in Ukrainian. */
export function humanReport(checked: CheckedFile): string {
  const { fileName, table, personal, security, seconds } = checked;
  const inspection = tellable(checked);
  const columns = inspection.columns.length;
  const size = `${grouped(table.rows)} ${plural(table.rows, 'рядок', 'рядки', 'рядків')}, ${columns} ${plural(columns, 'стовпець', 'стовпці', 'стовпців')}`;
  const lines = [
    `${fileName}`,
    `  ${size} · ${source(checked)} · ${seconds.toFixed(1).replace('.', ',')} с`,
    '',
    '  Стовпці',
    ...columnLines(inspection),
    ...structureLines(checked),
    ...personalLines(personal),
    ...securityLines(security),
  ];
  for (const { severity, mark, title } of GROUPS) {
    const findings = inspection.findings.filter((finding) => finding.severity === severity);
    if (findings.length > 0)
      lines.push('', `  ${title}: ${findings.length}`, ...findings.flatMap((finding) => findingLines(finding, mark)));
  }
  if (inspection.findings.length === 0) lines.push('', '  Зауважень немає.');
  const repairable = inspection.findings.filter((finding) => finding.repairable).length;
  if (repairable > 0)
    lines.push(
      '',
      `  Без запитань виправимо: ${repairable} з ${inspection.findings.length}. Записати виправлену таблицю поруч: --fix`,
    );
  return `${lines.join('\n')}\n`;
}

/** The same for programs; `parts` stands there where the file holds several tables, `fixed` where mending was asked for. */
export function jsonOfFile(checked: CheckedFile, fixed: FixedFile | null): object {
  const { fileName, table, personal, security, seconds } = checked;
  const inspection = tellable(checked);
  const columns = inspection.columns.map(({ name, title, type, expected = null, kind, blanks, distinct }) => ({
    name,
    title,
    type,
    expected,
    kind,
    blanks,
    distinct,
  }));
  const findings = inspection.findings.map(({ code, severity, columnName, count, places, message, repairable }) => ({
    code,
    severity,
    column: columnName,
    count,
    rows: places.map((place) => place.row),
    message,
    repairable,
    guide: checkEntry(code)?.guide ?? null,
  }));
  const { encoding, dialect, sheet, sheets, rows } = table;
  const parts = sheets.map(({ name, rows: own, columns: across }) => ({ name, rows: own, columns: across }));
  return {
    file: fileName,
    encoding,
    dialect,
    sheet,
    rows,
    columns,
    findings,
    structure: jsonOfStructure(checked),
    personalData: jsonOfPersonal(personal),
    security: jsonOfSecurity(security),
    seconds: Math.round(seconds * 1000) / 1000,
    ...(parts.length > 1 ? { parts } : {}),
    ...(fixed ? { fixed: jsonOfFixed(fixed) } : {}),
  };
}

function jsonOfFixed({ path, rows, deeds, errorsLeft }: FixedFile): object {
  return { path, rows, deeds: deeds.map(({ code, column, count }) => ({ code, column, count })), errorsLeft };
}

/** What was mended, for people. */
export function fixReport({ path, deeds, errorsLeft }: FixedFile): string {
  if (path === null) return '\n  Виправляти без запитань нема чого.\n';
  const left = errorsLeft > 0 ? [`  Лишилося помилок, про які вирішує людина: ${errorsLeft}`] : [];
  return `${['', `  Виправлено (${path})`, ...deeds.map(({ uk }) => `    ${uk}`), ...left].join('\n')}\n`;
}

/** Said below the names of files that were written: mended is not yet without personal data. */
export function stillPersonal({ personal }: CheckedFile): string {
  if (!personal.stops) return '';
  return '\n  Персональні дані в записаному лишилися. Прибрати їх: vidkryto anonymize ФАЙЛ --propose --plan план.json\n';
}

/** Something of the file waits for a decision of a person: on personal data or on security. */
export function waitsForDecision({ personal, security }: CheckedFile): boolean {
  return personal.stops || security.length > 0;
}
