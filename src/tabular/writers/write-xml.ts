import { literal } from '../../platform/duckdb/duckdb.ts';
import { lineBytes } from './line-file.ts';
import { valueText } from './value-text.ts';
import type { TableWriter, WrittenColumn } from './written-table.ts';
import { NOT_XML, REPLACEMENT, xmlEscaped } from './xml-text.ts';

/** Element names of the file; the XSD of a structure names them too. */
export const XML_ROOT = 'rows';
export const XML_ROW = 'row';

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

/**
 * XML: `rows` of `row` of one element a column, by machine name; an empty cell is `xsi:nil`. Characters that XML cannot hold are written as �
 * (U+FFFD), and a comment at the end says how many.
 */
export const writeXml: TableWriter = (table, { session }) => {
  let lost = 0;
  return lineBytes(session, {
    head: `<?xml version="1.0" encoding="UTF-8"?>\n<${XML_ROOT} xmlns:xsi="${XSI}">`,
    sql: `SELECT ${rowElement(table.columns)} AS line FROM ${table.from}`,
    values: table.values,
    first: '\n',
    between: '\n',
    mend: (lines) =>
      lines.replace(NOT_XML, () => {
        lost += 1;
        return REPLACEMENT;
      }),
    tail: () => `\n${lost === 0 ? '' : lostComment(lost)}</${XML_ROOT}>\n`,
  });
};

function lostComment(lost: number): string {
  return `<!-- Знаки, яких XML не вміщує, замінено на ${REPLACEMENT}: ${lost}. Characters XML cannot hold were replaced: ${lost}. -->\n`;
}

function rowElement(columns: readonly WrittenColumn[]): string {
  const elements = columns.map(({ name, value, type }) => {
    const text = `(${type === 'text' ? xmlEscaped(value) : xmlNumber(value, type)})`;
    const [open, close] = [literal(`<${name}>`), literal(`</${name}>`)];
    return `coalesce(${open} || ${text} || ${close}, ${literal(`<${name} xsi:nil="true"/>`)})`;
  });
  return `concat(${[literal(`<${XML_ROW}>`), ...elements, literal(`</${XML_ROW}>`)].join(', ')})`;
}

/** XML Schema writes infinity as INF. */
function xmlNumber(value: string, type: WrittenColumn['type']): string {
  const text = valueText(value, type);
  return type === 'decimal'
    ? `CASE WHEN isfinite(${value}) THEN ${text} ELSE replace(${text}, 'inf', 'INF') END`
    : text;
}
