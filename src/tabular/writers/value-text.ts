import type { ColumnType } from '../column.ts';

/**
 * SQL: a value as text in the form programs read: dates ISO 8601, decimals with a point, `true`/`false`. NULL stays NULL.
 */
export function valueText(value: string, type: ColumnType): string {
  switch (type) {
    case 'text':
      return value;
    case 'decimal': {
      // 20, not 20.0: decimals may be kept as DOUBLE
      const whole = `${value} = trunc(${value}) AND abs(${value}) < 1e15`;
      return `CASE WHEN ${whole} THEN CAST(CAST(${value} AS BIGINT) AS VARCHAR) ELSE CAST(${value} AS VARCHAR) END`;
    }
    case 'datetime':
      // milliseconds only where there are some
      return `regexp_replace(strftime(${value}, '%Y-%m-%dT%H:%M:%S.%g'), '\\.000$', '')`;
    default:
      return `CAST(${value} AS VARCHAR)`;
  }
}

/** SQL, true for a text that programs for tables would take for a formula: its first sign, after spaces, begins one. */
export function isFormulaLike(text: string): string {
  return `regexp_matches(${text}, '^[\\s\\x{A0}]*[=+\\-@＝＋－＠]|^[\\t\\r]')`;
}

/** The same test for a heading. */
export function looksLikeFormula(text: string): boolean {
  return /^[\s\u00a0]*[=+\-@＝＋－＠]|^[\t\r]/.test(text);
}
