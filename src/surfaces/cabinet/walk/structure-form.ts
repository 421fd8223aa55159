import { COLUMN_TYPES, type Structure, StructureField, structureFaults } from '../../../capabilities/catalog/index.ts';
import type { FieldFault } from '../../../kernel/errors.ts';
import type { ColumnProfile } from '../../../tabular/column.ts';
import { kindOf, mayNamePerson } from '../../../tabular/index.ts';
import type { FormValues } from './form-values.ts';

/** Fields on one page of the grid: a table of 2,000 columns is edited in parts. */
export const FIELDS_SHOWN = 100;

/**
 * The answers of the grid over the structure that was. Inputs are named `fields.<0-based place>.<element>`, the same as the faults; places
 * the form did not show stay as they were.
 */
export function structureOfForm(form: FormValues, before: Structure): { structure: Structure; faults: FieldFault[] } {
  const shown = new Set(form.all('place').map(Number));
  const typed = before.fields.map((field, at) => (shown.has(at) ? typedField(form, field, `fields.${at}.`) : field));
  const faults = typed.flatMap((field, at) => {
    const parsed = StructureField.safeParse(field);
    return parsed.success ? [] : parsed.error.issues.map(({ path }) => faultOf(field, at, String(path[0])));
  });
  const structure = { fields: typed };
  return { structure, faults: faults.length > 0 ? faults : structureFaults(structure) };
}

const GEOMETRIES = ['latitude', 'longitude', 'shape'] as const;

function typedField(form: FormValues, field: StructureField, prefix: string): StructureField {
  const type = COLUMN_TYPES.find((one) => one === form.text(`${prefix}type`)) ?? field.type;
  const geometry = form.text(`${prefix}geometry`);
  return {
    ...field,
    title: form.text(`${prefix}title`),
    name: form.text(`${prefix}name`),
    type,
    format: form.has(`${prefix}format`) ? form.text(`${prefix}format`) : field.format,
    unit: form.text(`${prefix}unit`),
    purpose: form.text(`${prefix}purpose`),
    required: form.has(`${prefix}required`),
    identifier: form.has(`${prefix}identifier`),
    sensitivity: form.has(`${prefix}restricted`) ? 'restricted' : 'open',
    ...kindTyped(form, field, prefix, type),
    geometry: GEOMETRIES.find((one) => one === geometry) ?? null,
    allowed: valuesOf(form, `${prefix}allowed`, field.allowed),
    examples: valuesOf(form, `${prefix}examples`, field.examples),
    codeList: form.has(`${prefix}codeList`) ? form.text(`${prefix}codeList`) || undefined : field.codeList,
  };
}

const Kind = StructureField.shape.kind;

/** The kind a person chose; a code becomes text with it, where the type was left as it was. */
function kindTyped(form: FormValues, field: StructureField, prefix: string, type: StructureField['type']) {
  if (!form.has(`${prefix}kind`)) return {};
  const kind = Kind.safeParse(form.text(`${prefix}kind`) || undefined).data;
  const isCode = kind !== undefined && kind !== 'none' && kind !== field.kind && kindOf(kind).asText === true;
  return { kind, type: isCode && type === field.type ? ('text' as const) : type };
}

/** Values parted by semicolons; as they were where the form did not ask. */
function valuesOf(form: FormValues, name: string, before: string[] | undefined): string[] | undefined {
  if (!form.has(name)) return before;
  const values = form.text(name).split(';');
  return [...new Set(values.map((value) => value.trim()).filter(Boolean))];
}

const OFFERED = 3;

/**
 * The structure with examples from the file where a column has none; never of a restricted column, nor of
 * one whose values say who somebody is or how to reach them.
 */
export function withExamples(structure: Structure, columns: readonly ColumnProfile[]): Structure {
  const known = new Map(columns.map((column) => [column.index, column]));
  return {
    fields: structure.fields.map((field) => {
      const column = field.sourceColumn === null ? undefined : known.get(field.sourceColumn);
      if (!column || field.sensitivity === 'restricted' || field.examples?.length || mayNamePerson(column.kind))
        return field;
      const examples = column.examples
        .map((value) => value.trim())
        .filter((value) => value !== '' && value.length <= 200);
      return { ...field, examples: [...new Set(examples)].slice(0, OFFERED) };
    }),
  };
}

function faultOf(field: StructureField, at: number, element: string): FieldFault {
  const column = field.title || field.name || String(at + 1);
  const texts =
    element === 'name'
      ? {
          uk: `Назва для програм у стовпці «${column}»: лише латинські літери, цифри й _, перша — літера.`,
          en: `Name for programs of column “${column}”: only Latin letters, digits and _, a letter first.`,
        }
      : element === 'title'
        ? {
            uk: `Стовпець ${at + 1} лишився без назви. Напишіть її, до 254 знаків.`,
            en: `Column ${at + 1} has no name. Write one of up to 254 characters.`,
          }
        : element === 'allowed' || element === 'examples'
          ? {
              uk: `У стовпці «${column}» забагато значень або задовге: дозволених до 200, прикладів до 5, кожне до 200 знаків.`,
              en: `Column “${column}” has too many values or one too long: up to 200 allowed ones, 5 examples, 200 characters each.`,
            }
          : {
              uk: `У стовпці «${column}» задовгий текст. Скоротіть його.`,
              en: `A text of column “${column}” is too long. Shorten it.`,
            };
  return { field: `fields.${at}.${element}`, text: texts };
}
