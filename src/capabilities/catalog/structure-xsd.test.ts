import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import type { StructureField } from './structure.ts';
import { structureAsCsv, structureAsTableSchema } from './structure-export.ts';
import { structureAsXsd } from './structure-xsd.ts';

const field = (name: string, more: Partial<StructureField>): StructureField => ({
  name,
  title: `Поле ${name}`,
  type: 'text',
  format: '',
  unit: '',
  purpose: '',
  required: false,
  identifier: false,
  sensitivity: 'open',
  geometry: null,
  sourceColumn: 0,
  ...more,
});

const FIELDS = [
  field('number', { type: 'integer', identifier: true, required: true }),
  field('amount', { type: 'decimal', unit: 'грн', purpose: 'Сума <за рік> & "разом"' }),
  field('lat', { type: 'decimal', geometry: 'latitude' }),
  field('open', { type: 'boolean' }),
  field('day', { type: 'date', format: 'YYYY-MM-DD' }),
  field('moment', { type: 'datetime' }),
  field('time', { type: 'time' }),
  field('name', {}),
  field('secret', { sensitivity: 'restricted' }),
];

const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
const row = (cells: string) => `<rows ${XSI}><row>${cells}</row></rows>`;
const nil = (name: string) => `<${name} xsi:nil="true"/>`;

/** Faults of libxml2; empty where the document is valid. */
function faultsOf(xml: string): string {
  const schema = XmlDocument.fromString(structureAsXsd(FIELDS, { title: 'Проба', decimalSign: 'comma' }));
  const validator = XsdValidator.fromDoc(schema);
  const document = XmlDocument.fromString(xml);
  try {
    validator.validate(document);
    return '';
  } catch (error) {
    return String(error);
  } finally {
    document.dispose();
    validator.dispose();
    schema.dispose();
  }
}

const GOOD =
  '<number>1</number><amount>-1.5e+20</amount><lat>50.45</lat><open>true</open><day>2024-02-29</day>' +
  '<moment>2024-02-29T10:00:00.125</moment><time>10:00:00</time><name> пробіли  лишаються </name>';

describe('a structure as XSD', () => {
  it('is a schema to which rows of the types are valid, empty cells too', () => {
    expect(faultsOf(row(GOOD))).toBe('');
    expect(faultsOf(`<rows ${XSI}></rows>`)).toBe('');
    const open = FIELDS.filter(({ sensitivity }) => sensitivity === 'open');
    expect(faultsOf(row(open.map(({ name }) => nil(name)).join('')))).toBe('');
  });

  it.each([
    ['a day there is not', GOOD.replace('2024-02-29<', '2023-02-29<')],
    ['a day in another form', GOOD.replace('>2024-02-29<', '>29.02.2024<')],
    ['a moment with a zone', GOOD.replace('.125', '.125Z')],
    ['a fraction for a whole number', GOOD.replace('>1<', '>1.5<')],
    ['a decimal comma', GOOD.replace('50.45', '50,45')],
    ['a column left out', GOOD.replace('<open>true</open>', '')],
    ['a restricted column', `${GOOD}<secret>x</secret>`],
    ['an order of its own', GOOD.replace(/^(<number>1<\/number>)(.*)$/, '$2$1')],
  ])('refuses %s', (_what, cells) => {
    expect(faultsOf(row(cells))).not.toBe('');
  });

  it('says in Ukrainian what fields are, and never names restricted ones', () => {
    const xsd = structureAsXsd(FIELDS, { title: 'Проба', decimalSign: 'comma' });
    expect(xsd).toContain('Призначення: Сума &lt;за рік&gt; &amp; &quot;разом&quot;');
    expect(xsd).toContain('Одиниця виміру: грн');
    expect(xsd).toContain('Ідентифікатор рядка');
    expect(xsd).toContain('Десятковий знак у CSV: кома');
    expect(xsd).not.toContain('secret');
  });
});

it('the decimal sign of CSV is named where it is a comma; coordinates keep a point', () => {
  const signs = structureAsTableSchema({ fields: FIELDS }, { sign: 'comma' }).fields.map(
    ({ decimalChar }) => decimalChar,
  );
  expect(signs).toEqual([undefined, ',', undefined, undefined, undefined, undefined, undefined, undefined]);
  expect(structureAsTableSchema({ fields: FIELDS }).fields.some(({ decimalChar }) => decimalChar)).toBe(false);
  const endings = (sign: 'dot' | 'comma') =>
    structureAsCsv({ fields: FIELDS.slice(0, 3) }, { sign })
      .split('\r\n')
      .slice(1, 4)
      .map((line) => line.replace(/,,,$/, '').slice(-2));
  expect(endings('comma')).toEqual(['e,', ',"', ',.']);
  expect(endings('dot')).toEqual(['e,', ',.', ',.']);
});
