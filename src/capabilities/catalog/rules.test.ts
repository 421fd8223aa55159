import { describe, expect, it } from 'vitest';
import type { ColumnProfile } from '../../tabular/column.ts';
import {
  applyRequiredItem,
  emptyPassport,
  FIRST_EDITION,
  FREQUENCIES,
  FREQUENCY_NAMES,
  firstEditionItem,
  groundInWords,
  PASSPORT_LIMITS,
  Passport,
  passportFaults,
  purposeOf,
  type Structure,
  structureAsCsv,
  structureAsTableSchema,
  structureFaults,
  suggestKeywords,
  suggestStructure,
  THEMES,
  templateOf,
} from './index.ts';

const UNIT = { name: 'Управління транспорту', email: 'transport@rada.example.ua' };
const PERSON = { name: 'Олена Петренко', email: 'olena@rada.example.ua' };
const fieldsOf = (faults: readonly { field: string }[]) => faults.map((fault) => fault.field);

function column(index: number, title: string, more: Partial<ColumnProfile> = {}): ColumnProfile {
  return { index, name: `c${index}`, title, type: 'text', kind: null, blanks: 0, distinct: 9, examples: [], ...more };
}

describe('the list of resolution 835', () => {
  const items = FIRST_EDITION.items;
  it('has every item of the edition, each usable as it is', () => {
    expect(FIRST_EDITION.title).toBe('жовтень 2024');
    expect(items.filter((item) => item.audience === 'local-government')).toHaveLength(57);
    expect(items).toHaveLength(79);
    for (const item of items) {
      const filled = { ...applyRequiredItem(emptyPassport(UNIT, PERSON, ''), item) };
      expect(passportFaults(filled), item.title).toEqual([]);
      expect(Passport.safeParse(filled).success, item.title).toBe(true);
      expect(purposeOf(item).length).toBeLessThanOrEqual(PASSPORT_LIMITS.purpose);
      expect(item.themes.every((theme) => THEMES[theme] !== undefined)).toBe(true);
    }
    expect(new Set(items.map((item) => item.title)).size).toBe(79);
  });
  it('is found by heading or its code', () => {
    const stops = firstEditionItem('local-government', 10);
    expect(stops?.title).toContain('Зупинки');
    expect(firstEditionItem(stops?.section ?? '', 10)).toEqual(stops);
    expect(firstEditionItem('local-government', 99)).toBeNull();
  });
  it('gives sound templates', () => {
    const templates = items.map((item) => templateOf(item)).filter((template) => template !== null);
    expect(templates.length).toBeGreaterThanOrEqual(33);
    for (const template of templates) expect(structureFaults(template)).toEqual([]);
    const stops = firstEditionItem('local-government', 10);
    const fields = stops ? templateOf(stops)?.fields : [];
    expect(fields?.find((field) => field.name === 'lat')?.geometry).toBe('latitude');
    expect(fields?.filter((field) => field.identifier).map((field) => field.name)).toEqual(['stopId']);
  });
});

describe('passport', () => {
  const empty = emptyPassport(UNIT, PERSON, '  Зупинки   міського транспорту ');
  it('starts with what is known', () => {
    expect(empty.title).toBe('Зупинки міського транспорту');
    expect(empty.responsibleEmail).toBe(PERSON.email);
    expect(empty.keywords).toContain('зупинки');
    expect(Passport.safeParse(empty).success).toBe(true);
    expect(emptyPassport(UNIT, null, '').responsibleEmail).toBe(UNIT.email);
  });
  it('names all that is missing before publication, in two languages with the way out', () => {
    const faults = passportFaults(emptyPassport(null, null, ''));
    expect(fieldsOf(faults)).toEqual([
      'title',
      'description',
      'purpose',
      'frequency',
      'keywords',
      'responsibleName',
      'responsibleEmail',
    ]);
    for (const { text } of faults) {
      expect(text.uk).toMatch(/[іїєґ]/);
      expect(text.en).toMatch(/^[\x20-\x7e“”’]+$/);
    }
  });
  it('holds the limits to the character', () => {
    const item = firstEditionItem('local-government', 1);
    if (!item) throw new Error('no item');
    const passport = applyRequiredItem(empty, item);
    expect(passportFaults({ ...passport, title: 'я'.repeat(254) })).toEqual([]);
    const [fault] = passportFaults({ ...passport, title: 'я'.repeat(257) });
    expect(fault?.text.uk).toBe('Тут 257 знаків, а вміщується 254. Скоротіть на 3.');
    expect(fieldsOf(passportFaults({ ...passport, description: 'я'.repeat(4001), purpose: 'я'.repeat(513) }))).toEqual([
      'description',
      'purpose',
    ]);
    expect(fieldsOf(passportFaults({ ...passport, themes: ['x'] }))).toEqual(['themes']);
    expect(fieldsOf(passportFaults({ ...passport, responsibleEmail: 'olena@rada' }))).toEqual(['responsibleEmail']);
    const ground = { kind: 'resolution-835' as const, section: item.section, number: 99 };
    expect(fieldsOf(passportFaults({ ...passport, ground }))).toEqual(['ground']);
    expect(fieldsOf(passportFaults({ ...passport, ground: { kind: 'local-list', item: ' ' } }))).toEqual(['ground']);
  });
  it('takes an item of the list and keeps the description', () => {
    const item = firstEditionItem('local-government', 10);
    if (!item) throw new Error('no item');
    const filled = applyRequiredItem({ ...empty, description: 'Свій опис', keywords: ['моє'] }, item);
    expect(filled.description).toBe('Свій опис');
    expect(filled.keywords).toEqual([...item.keywords, 'моє']);
    expect(groundInWords(filled.ground).uk).toContain('пункт 10');
    expect(FREQUENCIES).toContain(filled.frequency);
    expect(Object.keys(FREQUENCY_NAMES)).toEqual([...FREQUENCIES]);
  });
  it('suggests keywords in the nominative where they are known', () => {
    expect(suggestKeywords('Перелік договорів оренди землі за 2026 рік')).toEqual(
      expect.arrayContaining(['оренда землі', 'договори']),
    );
    expect(suggestKeywords('Графік роботи ЦНАП')).toEqual(expect.arrayContaining(['ЦНАП']));
    expect(suggestKeywords('')).toEqual([]);
    expect(suggestKeywords('Об’єкти спадщини')).toContain('об’єкти');
  });
});

describe('structure', () => {
  const stops = firstEditionItem('local-government', 10);
  const template = stops ? templateOf(stops) : null;
  const columns = [
    column(0, 'STOP_ID', { kind: 'identifier', type: 'integer' }),
    // the first letter is Latin
    column(1, '\u0048азва'),
    column(2, 'lat', { type: 'decimal', kind: 'latitude' }),
    column(3, 'lon', { type: 'decimal', kind: 'longitude', blanks: 2 }),
    column(4, 'Дата встановлення', { name: 'dataVstanovlennia', type: 'date' }),
    column(5, 'Sort'),
  ];
  const suggested = suggestStructure(columns, null, template);

  it('suggests a place only where one latitude stands beside one longitude', () => {
    const at = (kinds: readonly ColumnProfile['kind'][], previous?: ReturnType<typeof suggestStructure>) =>
      suggestStructure(
        kinds.map((kind, index) => column(index, `Стовпець ${index}`, { type: 'decimal', kind })),
        previous,
      );
    const places = ({ fields }: ReturnType<typeof suggestStructure>) => fields.map(({ geometry }) => geometry);
    expect(places(at(['latitude', 'longitude']))).toEqual(['latitude', 'longitude']);
    expect(places(at(['latitude', null]))).toEqual([null, null]);
    const doubled = ['latitude', 'latitude', 'longitude'] as const;
    expect(places(at(doubled))).toEqual([null, null, null]);
    // what a person chose among several is kept
    const chosen = at([null, 'latitude', 'longitude']);
    expect(places(at(doubled, chosen))).toEqual([null, 'latitude', 'longitude']);
  });
  it('takes names and titles from the recommended structure and types from the file', () => {
    expect(suggested.fields.map((field) => field.name)).toEqual([
      'stopId',
      'stopName',
      'lat',
      'lon',
      'dataVstanovlennia',
      'c5',
    ]);
    expect(suggested.fields.map((field) => field.type)).toEqual([
      'integer',
      'text',
      'decimal',
      'decimal',
      'date',
      'text',
    ]);
    expect(suggested.fields.map((field) => field.required)).toEqual([true, true, true, false, false, false]);
    expect(suggested.fields[4]?.format).toBe('YYYY-MM-DD');
    expect(suggested.fields.map((field) => field.sourceColumn)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(structureFaults(suggested)).toEqual([]);
  });
  it('keeps what the clerk decided before, when columns move and letters differ', () => {
    const previous: Structure = {
      fields: suggested.fields.map((field) =>
        field.name === 'dataVstanovlennia'
          ? { ...field, name: 'installed', purpose: 'Коли поставили', sensitivity: 'restricted', required: true }
          : field,
      ),
    };
    const moved = [
      column(0, 'ДАТА  ВСТАНОВЛЕННЯ'.replace('А', 'A'), { type: 'date', blanks: 1 }),
      column(1, 'Новий стовпець', { name: 'novyi' }),
    ];
    const [installed, fresh] = suggestStructure(moved, previous, template).fields;
    expect(installed).toMatchObject({
      name: 'installed',
      purpose: 'Коли поставили',
      sensitivity: 'restricted',
      required: true,
    });
    expect(installed?.sourceColumn).toBe(0);
    expect(fresh).toMatchObject({ name: 'novyi', title: 'Новий стовпець', sensitivity: 'open' });
  });
  it('gives every field a name of its own that no query parameter has', () => {
    const names = suggestStructure([
      column(0, 'а', { name: 'page' }),
      column(1, 'б', { name: 'назва' }),
      column(2, 'в', { name: 'Nazva' }),
      column(3, 'г', { name: '2026' }),
      column(4, 'ґ', { name: 'x'.repeat(90) }),
    ]);
    expect(names.fields.map((field) => field.name.slice(0, 12))).toEqual([
      'pageValue',
      'nazva',
      'Nazva2',
      'field',
      'xxxxxxxxxxxx',
    ]);
    expect(structureFaults(names)).toEqual([]);
  });
  it('names what stands in the way', () => {
    const [first, second] = suggested.fields;
    if (!first || !second) throw new Error('no fields');
    const bad = {
      fields: [
        first,
        { ...second, name: 'STOPID' },
        { ...second, name: 'назва', title: ' ' },
        { ...second, name: 'a__b' },
      ],
    };
    expect(fieldsOf(structureFaults(bad))).toEqual([
      'fields.1.name',
      'fields.2.name',
      'fields.2.title',
      'fields.3.name',
    ]);
    expect(fieldsOf(structureFaults({ fields: [{ ...first, geometry: 'latitude' }] }))).toEqual(['fields']);
    expect(fieldsOf(structureFaults({ fields: [] }))).toEqual(['fields']);
  });
  it('is exported as Table Schema and as CSV without restricted fields', () => {
    const fields = suggested.fields.map((field) =>
      field.name === 'c5' ? { ...field, sensitivity: 'restricted' as const } : field,
    );
    const schema = structureAsTableSchema({ fields });
    expect(schema.fields.map((field) => field.type)).toEqual(['integer', 'string', 'number', 'number', 'date']);
    expect(schema.primaryKey).toEqual(['stopId']);
    expect(schema.fields[0]?.constraints).toEqual({ required: true });
    const csv = structureAsCsv({
      fields: [{ ...(fields[0] ?? suggested.fields[0]), purpose: 'Код, "як є"' } as Structure['fields'][number]],
    });
    expect(csv).toBe(
      'name,title,description,datatype,format,unit,required,identifier,decimalChar,allowed,codeList,example\r\nstopId,Ідентифікатор,"Код, ""як є""",integer,,,true,true,,,,\r\n',
    );
  });
});
