import type { ComponentChildren } from 'preact';
import type { Language } from '../../../kernel/text.ts';
import { THIN_SPACE } from '../../../language/numbers.ts';
import { explorerTexts } from '../../../locales/explorer.ts';
import type { ColumnType } from '../../../tabular/column.ts';

/** A column as the table shows it. */
export interface ShownColumn {
  readonly name: string;
  readonly title: string;
  readonly type: ColumnType;
  /** Numbers that name something (codes, coordinates) are shown digit for digit. */
  readonly verbatim: boolean;
  readonly identifier: boolean;
  readonly geometry: 'latitude' | 'longitude' | 'shape' | null;
  readonly unit: string;
  readonly purpose: string;
}

/** Whether numbers of the column can be added up and compared: not codes, not coordinates. */
export function isQuantity(column: ShownColumn): boolean {
  return (column.type === 'integer' || column.type === 'decimal') && !column.verbatim;
}

/** Days, with a time of the day or without. */
export function isDate(column: Pick<ShownColumn, 'type'>): boolean {
  return column.type === 'date' || column.type === 'datetime';
}

const LONG = 220;

/** Numbers at the end, dates and flags never broken. */
export function columnClass(column: ShownColumn): string | undefined {
  if (column.type === 'integer' || column.type === 'decimal') return 'end tight';
  return column.type === 'text' ? undefined : 'tight';
}

/** A value for people: thin spaces and comma in numbers, 12.10.2026 for days, words for yes and no; an empty cell stays empty. */
export function cellText(
  value: string | number | boolean | null,
  column: Pick<ShownColumn, 'type' | 'verbatim'>,
  language: Language,
): string {
  if (value === null) return '';
  const text = String(value);
  switch (column.type) {
    case 'integer':
    case 'decimal':
      return column.verbatim ? text : numberText(text, language);
    case 'boolean':
      return text === 'true' ? explorerTexts[language].yes : explorerTexts[language].no;
    case 'date':
    case 'datetime':
      return language === 'uk' ? dateText(text) : text.replace('T', ' ');
    default:
      return text;
  }
}

/** All digits as they are: a number of a register is never rounded. Four digits stay together (years). */
function numberText(text: string, language: Language): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) return text;
  const [, sign, whole = '', fraction] = match;
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, THIN_SPACE) : whole;
  return `${sign ? '\u2212' : ''}${grouped}${fraction ? (language === 'uk' ? ',' : '.') + fraction : ''}`;
}

function dateText(text: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2})(?::00(?:\.0+)?)?(.*))?$/.exec(text);
  if (!match) return text;
  const [, year, month, day, time, rest] = match;
  return `${day}.${month}.${year}${time ? ` ${time}${rest ?? ''}` : ''}`;
}

/** What stands in a cell: addresses are links, long texts open on demand. */
export function cellContent(
  value: string | number | boolean | null,
  column: ShownColumn,
  language: Language,
): ComponentChildren {
  const text = cellText(value, column, language);
  if (column.type !== 'text') return text;
  if (/^https?:\/\/\S+$/.test(text)) {
    return (
      <a href={text} rel="nofollow noopener" class="cell-link">
        {text.replace(/^https?:\/\//, '')}
      </a>
    );
  }
  if (text.length <= LONG) return text;
  return (
    <details class="cell-long">
      <summary>{`${text.slice(0, LONG - 60).replace(/\s+\S*$/, '')}…`}</summary>
      {text}
    </details>
  );
}
