import {
  type GroupColumn,
  type GroupKey,
  MEASURES,
  type Measure,
  type RowFilter,
} from '../../../capabilities/tables/index.ts';
import type { Language } from '../../../kernel/text.ts';
import { explorerTexts } from '../../../locales/explorer.ts';
import type { DuckValue } from '../../../platform/duckdb/duckdb.ts';
import type { ColumnChoices } from './explorer-view.ts';
import { cellText, isDate, isQuantity, type ShownColumn } from './table-cell.tsx';

/** One choice of a list, as the address says it. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What a table is grouped by when nobody has said: a column of few values, else the years of a date, else yes and no, else any text. */
export function defaultKeys(columns: readonly ShownColumn[], choices: ColumnChoices): GroupKey[] {
  const few = columns.filter((column) => (choices.get(column.name)?.length ?? 0) > 1);
  // about a dozen values tell the most: two say little, forty are a list
  const best = few.toSorted((one, other) => distance(one, choices) - distance(other, choices))[0];
  if (best) return [{ column: best.name, part: 'value' }];
  const date = columns.find(isDate);
  if (date) return [{ column: date.name, part: 'year' }];
  const other =
    columns.find((column) => column.type === 'boolean') ??
    columns.find((column) => column.type === 'text' && !column.identifier) ??
    columns.find((column) => column.geometry === null);
  return other ? [{ column: other.name, part: 'value' }] : [];
}

function distance(column: ShownColumn, choices: ColumnChoices): number {
  return Math.abs((choices.get(column.name)?.length ?? 0) - 8);
}

/** What rows can be put together by. */
export function keyChoices(columns: readonly ShownColumn[], language: Language): Choice[] {
  const texts = explorerTexts[language].groups;
  return columns
    .filter((column) => column.geometry === null)
    .flatMap((column) =>
      isDate(column)
        ? [
            { value: `${column.name}__year`, label: texts.year(column.title) },
            { value: `${column.name}__month`, label: texts.month(column.title) },
            { value: column.name, label: column.title },
          ]
        : [{ value: column.name, label: column.title }],
    );
}

/** What can be counted of a group beside its rows. */
export function measureChoices(columns: readonly ShownColumn[], language: Language): Choice[] {
  const texts = explorerTexts[language].groups;
  return columns.flatMap((column) => {
    const asked: readonly Measure[] = isQuantity(column) ? MEASURES : isDate(column) ? ['min', 'max'] : [];
    return asked.map((measure) => ({ value: `${measure}:${column.name}`, label: texts[measure](column.title) }));
  });
}

/** The heading of a column of the groups. */
export function groupColumnTitle(column: GroupColumn, language: Language): string {
  const texts = explorerTexts[language].groups;
  if (column.measure === 'count') return texts.count;
  if (column.measure !== 'key') return texts[column.measure](column.title);
  return column.part === 'value' ? column.title : texts[column.part](column.title);
}

/** A value of a group for people; a key without a value is said, because its rows are a group like others. */
export function groupValueText(column: GroupColumn, value: DuckValue, language: Language): string {
  if (value === null) return column.measure === 'key' ? explorerTexts[language].blank : '—';
  if (column.part === 'year') return String(value);
  if (column.part === 'month') {
    const [year = '', month = ''] = String(value).split('-');
    return language === 'uk' ? `${month}.${year}` : `${year}-${month}`;
  }
  const rounded = column.measure === 'avg' ? Math.round(Number(value) * 100) / 100 : value;
  return cellText(rounded, { type: column.type, verbatim: false }, language);
}

/** The condition that gives the rows of a group. */
export function keyFilter(column: GroupColumn, value: DuckValue): RowFilter {
  const name = column.of ?? column.name;
  if (value === null) return { column: name, operator: 'isnull', values: ['true'] };
  const operator = column.part === 'value' ? 'exact' : column.part;
  return { column: name, operator, values: [String(value)] };
}
