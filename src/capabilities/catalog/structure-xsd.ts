import { XML_ROOT, XML_ROW } from '../../tabular/writers/index.ts';
import type { StructureField } from './structure.ts';
import { type CodeLists, enumOf } from './structure-values.ts';

/** What the schema says of the table beside its fields. */
export interface SchemaSubject {
  readonly title: string;
  /** Decimal sign of plain CSV. */
  readonly decimalSign: 'dot' | 'comma';
  /** The code lists the fields point to. */
  readonly lists?: CodeLists;
}

/** Base type of XML Schema and the exact form of the values, where the base allows more than our files hold. */
const FORMS: Readonly<Record<StructureField['type'], { readonly base: string; readonly pattern: string | null }>> = {
  integer: { base: 'long', pattern: '-?\\d{1,19}' },
  decimal: { base: 'double', pattern: null },
  boolean: { base: 'boolean', pattern: 'true|false' },
  date: { base: 'date', pattern: '\\d{4}-\\d{2}-\\d{2}' },
  datetime: { base: 'dateTime', pattern: '\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{3})?' },
  time: { base: 'time', pattern: '\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,6})?' },
  text: { base: 'string', pattern: null },
};

/**
 * The structure as an XML Schema that the XML file of the whole table is valid against: a sequence of rows, a row a sequence of the open
 * fields by machine name, each nillable (an empty cell). Words about the fields are annotations in Ukrainian. Formats of texts are told, not
 * demanded: the file keeps what the publisher gave.
 */
export function structureAsXsd(fields: readonly StructureField[], subject: SchemaSubject): string {
  const open = fields.filter((field) => field.sensitivity === 'open');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified">',
    annotation(2, [
      `Структура набору «${subject.title}».`,
      'Порожня клітинка: xsi:nil="true". Десятковий знак в XML: крапка.',
      subject.decimalSign === 'comma'
        ? 'Десятковий знак у CSV: кома, у координатах крапка.'
        : 'Десятковий знак у CSV: крапка.',
    ]),
    `  <xs:element name="${XML_ROOT}">`,
    '    <xs:complexType>',
    '      <xs:sequence>',
    `        <xs:element name="${XML_ROW}" minOccurs="0" maxOccurs="unbounded">`,
    '          <xs:complexType>',
    '            <xs:sequence>',
    ...open.map((field) => fieldElement(field, subject.lists ?? new Map())),
    '            </xs:sequence>',
    '          </xs:complexType>',
    '        </xs:element>',
    '      </xs:sequence>',
    '    </xs:complexType>',
    '  </xs:element>',
    '</xs:schema>',
    '',
  ].join('\n');
}

/** Values of a text or a whole number that are few enough are written out; forms of other types vary between XML and the file. */
function facets(field: StructureField, lists: CodeLists): string {
  const values = field.type === 'text' || field.type === 'integer' ? enumOf(field, lists) : null;
  const fitting = field.type === 'integer' ? values?.filter((value) => /^-?\d{1,19}$/.test(value)) : values;
  if (fitting?.length) return fitting.map((value) => `<xs:enumeration value="${escaped(value)}"/>`).join('');
  const { pattern } = FORMS[field.type];
  return pattern === null ? '' : `<xs:pattern value="${escaped(pattern)}"/>`;
}

function fieldElement(field: StructureField, lists: CodeLists): string {
  const start = `<xs:restriction base="xs:${FORMS[field.type].base}"`;
  const inside = facets(field, lists);
  const form = inside === '' ? `${start}/>` : `${start}>${inside}</xs:restriction>`;
  return [
    `              <xs:element name="${field.name}" nillable="true">`,
    annotation(16, wordsOf(field)),
    `                <xs:simpleType>${form}</xs:simpleType>`,
    '              </xs:element>',
  ].join('\n');
}

/** Title, purpose, unit, format and what is special about the field, each a sentence. */
function wordsOf(field: StructureField): string[] {
  return [
    field.title,
    field.purpose && `Призначення: ${field.purpose}`,
    field.unit && `Одиниця виміру: ${field.unit}`,
    field.format && `Формат: ${field.format}`,
    field.identifier ? 'Ідентифікатор рядка' : '',
    field.required ? 'Обов’язкове' : '',
    field.examples ? `Приклад: ${field.examples.join('; ')}` : '',
    field.geometry === null ? '' : GEOMETRY_WORDS[field.geometry],
  ].filter((words) => words !== '');
}

const GEOMETRY_WORDS = { latitude: 'Широта', longitude: 'Довгота', shape: 'Геометрія (GeoJSON)' } as const;

function annotation(indent: number, words: readonly string[]): string {
  const space = ' '.repeat(indent);
  const texts = words.map((text) => `${space}  <xs:documentation xml:lang="uk">${escaped(text)}</xs:documentation>`);
  return [`${space}<xs:annotation>`, ...texts, `${space}</xs:annotation>`].join('\n');
}

/** Signs of XML as references; characters it cannot hold are left out. */
function escaped(text: string): string {
  return text
    .replace(/\p{Cc}/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
