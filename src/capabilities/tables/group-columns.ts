import type { Text } from '../../kernel/text.ts';
import type { ColumnType } from '../../tabular/column.ts';
import type { GroupColumn, GroupKey, GroupMeasure, GroupQuery, Measure } from './group-query.ts';
import type { ManifestColumn } from './manifest.ts';
import { columnNamed } from './row-condition.ts';

/** A key's name in the answer: `district`, `signed__year`. */
export function keyName({ column, part }: GroupKey): string {
  return part === 'value' ? column : `${column}__${part}`;
}

/** A measure's name in the answer: `amount__sum`. */
export function measureName({ column, measure }: GroupMeasure): string {
  return `${column}__${measure}`;
}

/** The name of the number of rows: `count`, but where a key has that name. */
export function countName(keys: readonly GroupKey[]): string {
  return keys.some((key) => keyName(key) === 'count') ? 'rows__count' : 'count';
}

const NUMBERS: readonly ColumnType[] = ['integer', 'decimal'];
const ORDERED: readonly ColumnType[] = ['integer', 'decimal', 'date', 'datetime', 'time'];

/** The types of columns a measure may be asked of. */
export function typesOf(measure: Measure): readonly ColumnType[] {
  return measure === 'sum' || measure === 'avg' ? NUMBERS : ORDERED;
}

const COUNT_TITLE: Text = { uk: 'Рядків', en: 'Rows' };

/** The columns of the answer: keys, the number of rows, measures. Titles are the columns' own; a page says in words what is counted. */
export function groupColumns(
  columns: readonly ManifestColumn[],
  query: Pick<GroupQuery, 'keys' | 'measures'>,
): GroupColumn[] {
  const keys = query.keys.map((key): GroupColumn => {
    const { title, type } = columnNamed(columns, key.column);
    const shown: ColumnType = key.part === 'value' ? type : key.part === 'year' ? 'integer' : 'text';
    return { name: keyName(key), title, type: shown, measure: 'key', of: key.column, part: key.part };
  });
  const count: GroupColumn = {
    name: countName(query.keys),
    title: COUNT_TITLE.uk,
    type: 'integer',
    measure: 'count',
    of: null,
    part: 'value',
  };
  const measures = query.measures.map((one): GroupColumn => {
    const { title, type } = columnNamed(columns, one.column);
    const shown = one.measure === 'avg' ? 'decimal' : type;
    return { name: measureName(one), title, type: shown, measure: one.measure, of: one.column, part: 'value' };
  });
  return [...keys, count, ...measures];
}
