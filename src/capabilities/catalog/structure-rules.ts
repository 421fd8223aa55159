import type { FieldFault } from '../../kernel/errors.ts';
import type { Text } from '../../kernel/text.ts';
import { foldName } from '../../language/folding.ts';
import { transliterate } from '../../language/transliterate.ts';
import type { ColumnProfile } from '../../tabular/column.ts';
import { fieldOfKind } from '../../tabular/index.ts';
import { type Structure, StructureField } from './structure.ts';

const NAME = StructureField.shape.name;
const FORMATS: Readonly<Partial<Record<StructureField['type'], string>>> = {
  date: 'YYYY-MM-DD',
  datetime: 'YYYY-MM-DDThh:mm:ss±hh:mm',
  time: 'hh:mm:ss',
};

/** Parameters of the row API: a field of that name could not be asked for by a bare `name=value`. */
const RESERVED = new Set(['q', 'sort', 'columns', 'page', 'page_size', 'format']);

/** A field by its folded names and titles, each given away once. */
function finderOf(structure: Structure | null | undefined): (column: ColumnProfile) => StructureField | null {
  const fields = structure?.fields ?? [];
  const taken = new Set<StructureField>();
  return (column) => {
    const wanted = [foldName(column.title), foldName(column.name)].filter((name) => name !== '');
    const found = fields.find(
      (field) =>
        !taken.has(field) && wanted.some((name) => name === foldName(field.title) || name === foldName(field.name)),
    );
    if (found) taken.add(found);
    return found ?? null;
  };
}

/** A machine name of Latin letters that no field has yet. */
function freeName(wanted: string, taken: Set<string>): string {
  const latin = transliterate(wanted)
    .replace(/[^A-Za-z0-9_]+/g, '_')
    .replace(/__+/g, '_')
    .replace(/^[^A-Za-z]+|_+$/g, '');
  const plain = latin.slice(0, 56) || 'field';
  const base = RESERVED.has(plain.toLowerCase()) ? `${plain}Value` : plain;
  let name = base;
  for (let copy = 2; taken.has(name.toLowerCase()); copy += 1) name = `${base}${copy}`;
  taken.add(name.toLowerCase());
  return name;
}

function geometryOf(column: ColumnProfile): StructureField['geometry'] {
  if (column.kind === 'geometry') return 'shape';
  // degrees written with minutes and seconds are text: no map can place them
  if (column.type === 'text') return null;
  return column.kind === 'latitude' || column.kind === 'longitude' ? column.kind : null;
}

/** The template's type where no value of the column would be lost by it; null where some might. */
function typeByTemplate(column: ColumnProfile, { type }: StructureField): StructureField['type'] | null {
  const wider = type === 'text' || (type === 'decimal' && column.type === 'integer');
  return column.distinct === 0 || wider ? type : null;
}

function fieldOf(
  column: ColumnProfile,
  known: { previous: StructureField | null; template: StructureField | null },
  name: string,
  typesOfTemplate: boolean,
): StructureField {
  const { previous, template } = known;
  const type = (typesOfTemplate && template && typeByTemplate(column, template)) || column.type;
  const model = previous ?? template;
  const told = fieldOfKind(column);
  return {
    name,
    title: (model?.title ?? told.title).slice(0, 254),
    type,
    format: model && model.type === type && model.format !== '' ? model.format : (FORMATS[type] ?? told.format),
    unit: model?.unit ?? told.unit,
    purpose: model?.purpose ?? told.purpose,
    required: previous?.required ?? (column.blanks === 0 && (template?.required ?? column.kind === 'identifier')),
    identifier: previous?.identifier ?? column.kind === 'identifier',
    sensitivity: previous?.sensitivity ?? (told.closed ? 'restricted' : 'open'),
    geometry: previous?.geometry ?? geometryOf(column),
    sourceColumn: column.index,
    ...(previous?.allowed ? { allowed: previous.allowed } : {}),
    ...(previous?.codeList ? { codeList: previous.codeList } : {}),
    ...(previous?.examples ? { examples: previous.examples } : {}),
    ...(previous?.kind ? { kind: previous.kind } : {}),
    ...(previous?.sharedField ? { sharedField: previous.sharedField } : {}),
    ...(previous?.reference ? { reference: previous.reference } : {}),
  };
}

/**
 * The structure a file asks for: one field for each column in the file's order, types by the file. Names, titles, purposes and decisions
 * (required, identifier, sensitivity, geometry) come from the previous structure, then from the recommended one, where a column's title or
 * name means the same (letter case, look-alike letters, spaces and underscores do not matter).
 * @param options.typesOfTemplate the table was brought to the template: types are its own wherever no value would be lost
 */
export function suggestStructure(
  columns: readonly ColumnProfile[],
  previous?: Structure | null,
  template?: Structure | null,
  { typesOfTemplate = false }: { readonly typesOfTemplate?: boolean } = {},
): Structure {
  const findPrevious = finderOf(previous);
  const findTemplate = finderOf(template);
  const known = columns.map((column) => ({ previous: findPrevious(column), template: findTemplate(column) }));
  const taken = new Set<string>();
  const kept = known.map(({ previous: before }) => (before ? freeName(before.name, taken) : null));
  const fields = columns.map((column, at) => {
    const pair = known[at] ?? { previous: null, template: null };
    const name = kept[at] ?? freeName(pair.template?.name ?? column.name, taken);
    return fieldOf(column, pair, name, typesOfTemplate);
  });
  const decided = fields.map((field, at) => ({ ...field, geometry: known[at]?.previous?.geometry ?? null }));
  // the pair made of a map's points, beside columns that tell the same in another way
  const ofMap = fields.map((field, at) =>
    /^(?:lat|lon|geometry)$/.test(columns[at]?.title ?? '') ? field : { ...field, geometry: null },
  );
  const noPlace = fields.map((field) => ({ ...field, geometry: null }));
  // a latitude without its longitude, or several of either, is no place on a map: only a person can say which belong together
  return (
    [{ fields }, { fields: decided }, { fields: ofMap }].find((one) => geometryFaults(one).length === 0) ?? {
      fields: noPlace,
    }
  );
}

const TWICE = (name: string): Text => ({
  uk: `Назва «${name}» повторюється. Назви полів мають бути різними; великі й малі літери не розрізняються.`,
  en: `The name “${name}” is used twice. Names of fields must differ; capital and small letters count as the same.`,
});

function nameFault(name: string): Text | null {
  if (!NAME.safeParse(name).success)
    return {
      uk: `Назва поля «${name}» має бути з латинських літер, цифр і знаку _, починатися з літери й мати до 63 знаків.`,
      en: `The field’s name “${name}” must be of Latin letters, digits and _, begin with a letter and have at most 63 characters.`,
    };
  if (name.includes('__') || name.endsWith('_'))
    return {
      uk: `У назві поля «${name}» приберіть подвійне або кінцеве підкреслення: у запитах до рядків воно означає умову.`,
      en: `Take the double or final underscore out of the field’s name “${name}”: in row queries it means a condition.`,
    };
  if (RESERVED.has(name.toLowerCase()))
    return {
      uk: `Назва поля «${name}» зайнята: так зветься параметр запиту до рядків. Змініть її, наприклад на «${name}Value».`,
      en: `The field’s name “${name}” is taken by a parameter of row queries. Change it, for example to “${name}Value”.`,
    };
  return null;
}

function fieldFaults(field: StructureField, at: number, isTwice: boolean): FieldFault[] {
  const faults: FieldFault[] = [];
  const name = isTwice ? TWICE(field.name) : nameFault(field.name);
  if (name) faults.push({ field: `fields.${at}.name`, text: name });
  if (field.title.trim() === '') {
    const text = {
      uk: `Немає заголовка в поля «${field.name}». Напишіть, що в ньому.`,
      en: `The field “${field.name}” has no title. Say what is in it.`,
    };
    faults.push({ field: `fields.${at}.title`, text });
  }
  return faults;
}

const ONE_SHAPE: FieldFault = {
  field: 'fields',
  text: {
    uk: 'Геометрією може бути лише одне поле, і його тип — текст (GeoJSON).',
    en: 'Only one field can be the geometry, and its type is text (GeoJSON).',
  },
};

function geometryFaults({ fields }: Structure): FieldFault[] {
  const latitudes = fields.filter((field) => field.geometry === 'latitude').length;
  const longitudes = fields.filter((field) => field.geometry === 'longitude').length;
  const shapes = fields.filter((field) => field.geometry === 'shape');
  if (shapes.length > 1 || shapes.some(({ type }) => type !== 'text')) return [ONE_SHAPE];
  if (latitudes === longitudes && latitudes <= 1) return [];
  const text = {
    uk: 'Для місця на карті потрібні рівно одне поле широти й одне поле довготи.',
    en: 'A place on the map needs exactly one field of latitude and one of longitude.',
  };
  return [{ field: 'fields', text }];
}

/** What stands in the way of publishing the structure; `field` is `fields.<0-based place>.<element>` or `fields`. */
export function structureFaults(structure: Structure): FieldFault[] {
  if (structure.fields.length === 0) {
    const text = {
      uk: 'У структурі ще немає полів. Завантажте файл, і їх буде запропоновано.',
      en: 'The structure has no fields yet. Upload a file and they will be suggested.',
    };
    return [{ field: 'fields', text }];
  }
  const seen = new Set<string>();
  const faults = structure.fields.flatMap((field, at) => {
    const key = field.name.toLowerCase();
    const isTwice = seen.has(key);
    seen.add(key);
    return fieldFaults(field, at, isTwice);
  });
  return [...faults, ...geometryFaults(structure)];
}
