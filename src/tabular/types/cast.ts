import { type ColumnType, type Notation, USUAL_NOTATION } from '../column.ts';
import { clean } from '../scan/clean.ts';
import { sqlText } from '../scan/predicate.ts';
import { dayOfValue, isIsoForm, momentOfValue } from './date-forms.ts';
import { isNumber, isPlainNumber, isWhole, plainNumber } from './number-forms.ts';
import { NO, YES } from './word-forms.ts';

const noes = ({ minus }: Notation) => (minus === 'no-value' ? NO.filter((word) => word !== '-') : NO);

/** What a type is kept as in Parquet. */
export const STORED_AS: Record<ColumnType, string> = {
  integer: 'BIGINT',
  decimal: 'DOUBLE',
  boolean: 'BOOLEAN',
  date: 'DATE',
  datetime: 'TIMESTAMP',
  time: 'TIME',
  text: 'VARCHAR',
};

const CLOCK = '(?:[01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d)?';
const wordList = (words: readonly string[]) => words.map(sqlText).join(', ');

/** SQL: the value in the column's type; NULL where it does not fit. Nothing is cast that is not of a known form. */
export function castValue(raw: string, type: ColumnType, notation: Notation = USUAL_NOTATION): string {
  if (type === 'text') return raw;
  const slow = castClean(`(${clean(raw)})`, type, notation);
  switch (notation.form) {
    case 'plain':
      return plainCast(raw, type);
    case 'comma':
      return plainCast(`replace(${raw}, ',', '.')`, 'decimal');
    case 'dots':
      return `CAST(try_strptime(${raw}, '%d.%m.%Y') AS DATE)`;
    case 'mixed': {
      // most values of most columns are in order: only the others take the long way
      const quick = quickForm(raw, type, notation);
      return quick === null ? slow : `CASE WHEN ${quick} THEN ${plainCast(raw, type)} ELSE ${slow} END`;
    }
  }
}

function plainCast(value: string, type: ColumnType): string {
  // «NaN» says that there is no value, but is a DOUBLE to DuckDB
  return type === 'decimal'
    ? `nullif(TRY_CAST(${value} AS DOUBLE), 'nan'::DOUBLE)`
    : `TRY_CAST(${value} AS ${STORED_AS[type]})`;
}

/** SQL, true for values that the plain cast reads right; null where the type has no such form. */
function quickForm(raw: string, type: ColumnType, notation: Notation): string | null {
  if (type === 'date' || type === 'datetime') return isIsoForm(raw);
  if (type === 'integer' || (type === 'decimal' && notation.point === 'decimal'))
    return type === 'integer' ? `regexp_full_match(${raw}, '-?\\d{1,18}')` : isPlainNumber(raw);
  return null;
}

/** The same for a value whose spaces and letters are already right. */
export function castClean(value: string, type: ColumnType, notation: Notation): string {
  switch (type) {
    case 'integer':
      return `CASE WHEN ${isWhole(value)} THEN TRY_CAST(${plainNumber(value, notation)} AS BIGINT) END`;
    case 'decimal':
      return `CASE WHEN ${isNumber(value, notation)} THEN TRY_CAST(${plainNumber(value, notation)} AS DOUBLE) END`;
    case 'boolean':
      return `CASE WHEN lower(${value}) IN (${wordList([...YES, '1'])}) THEN true WHEN lower(${value}) IN (${wordList([...noes(notation), '0'])}) THEN false END`;
    case 'date':
      return dayOfValue(value, notation);
    case 'datetime':
      return momentOfValue(value, notation);
    case 'time':
      return `CASE WHEN regexp_full_match(${value}, '${CLOCK}') THEN TRY_CAST(${value} AS TIME) END`;
    case 'text':
      return value;
  }
}

/** SQL, true where a clean value fits the type. */
export function fits(value: string, type: ColumnType, notation: Notation): string {
  return `(${castClean(value, type, notation)}) IS NOT NULL`;
}
