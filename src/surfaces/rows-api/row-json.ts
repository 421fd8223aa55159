import type { OpenColumn, Row } from '../../capabilities/tables/index.ts';

/** One value as JSON. A number too long for JavaScript comes as text and is written as a number, digit for digit. */
function valueAsJson(value: Row[string] | undefined, type: OpenColumn['type']): string {
  const long = typeof value === 'string' && (type === 'integer' || type === 'decimal') && /^-?\d+(\.\d+)?$/.test(value);
  return long ? value : JSON.stringify(value ?? null);
}

/** A row as a JSON object, columns in their order. Written by hand so that long numbers stay whole. */
export function rowAsJson(row: Row, columns: readonly Pick<OpenColumn, 'name' | 'type'>[]): string {
  const members = columns.map(({ name, type }) => `${JSON.stringify(name)}:${valueAsJson(row[name], type)}`);
  return `{${members.join(',')}}`;
}

/** An object whose last member is an array of values already written as JSON, one a line. */
export function withArray(facts: object, name: string, values: readonly string[], after: object = {}): string {
  const [head, tail] = [JSON.stringify(facts).slice(1, -1), JSON.stringify(after).slice(1, -1)];
  return `{${head}${head ? ',\n' : ''}${JSON.stringify(name)}:[${values.join(',\n')}]${tail ? `,\n${tail}` : ''}}\n`;
}
