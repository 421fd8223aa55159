import { z } from 'zod';
import { COLUMN_KINDS } from '../../tabular/column.ts';

/**
 * Structure of a resource (структура набору): what each field is. Published as JSON (Table Schema), CSV and XSD.
 * Source: resolution 835, passport element 14; columns `name,title,description,datatype` of official structure files.
 */
export const COLUMN_TYPES = ['integer', 'decimal', 'boolean', 'date', 'datetime', 'time', 'text'] as const;

export const StructureField = z.object({
  /** Machine name: Latin letters, digits and _, starts with a letter; unique in the structure. */
  name: z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,62}$/),
  title: z.string().min(1).max(254),
  type: z.enum(COLUMN_TYPES),
  /** Form of the values where the type leaves a choice, e.g. `YYYY-MM-DD`; '' otherwise. */
  format: z.string().max(100),
  unit: z.string().max(50),
  /** What the field is for, in words. */
  purpose: z.string().max(1000),
  required: z.boolean(),
  /** Part of the row's identifier. */
  identifier: z.boolean(),
  /** Whether the values may be shown to anybody. */
  sensitivity: z.enum(['open', 'restricted']),
  /** Part of a place on the map; `shape`: the whole of it as GeoJSON text. */
  geometry: z.enum(['latitude', 'longitude', 'shape']).nullable(),
  /** Column of the text table it is made of; null in a template that has no file yet. */
  sourceColumn: z.number().int().nonnegative().nullable(),
  /** The only values the column may have, as a program reads them; where it is absent, all are. */
  allowed: z.array(z.string().min(1).max(200)).max(200).optional(),
  /** The code list whose codes are the only values; counts instead of `allowed`. */
  codeList: z.uuid().optional(),
  /** A few values to understand the column by; never of a restricted one. */
  examples: z.array(z.string().min(1).max(200)).max(5).optional(),
  /** What a person says the column is (`none`: just values); where it is absent, each file tells by itself. */
  kind: z.enum([...COLUMN_KINDS, 'none']).optional(),
  /** The shared field of the community's dictionary the column is bound to. */
  sharedField: z.uuid().optional(),
  /**
   * Values of this column stand in a field of another table: of a resource of this or another dataset. Fields of one `key` refer to a row of that
   * table together.
   */
  reference: z.object({ resource: z.uuid(), field: z.string().max(63), key: z.string().max(63).optional() }).optional(),
});
export type StructureField = z.infer<typeof StructureField>;

export const Structure = z.object({ fields: z.array(StructureField).max(5000) });
export type Structure = z.infer<typeof Structure>;

/** What the history keeps of a structure: how many values were listed or given as examples, not the values. */
export function toldStructure({ fields }: Structure): { fields: object[] } {
  return {
    fields: fields.map(({ allowed, examples, ...field }) => ({
      ...field,
      ...(allowed ? { allowed: allowed.length } : {}),
      ...(examples ? { examples: examples.length } : {}),
    })),
  };
}

/** The structure without optional elements that say nothing, and without examples of what nobody may see. */
export function tidyStructure({ fields }: Structure): Structure {
  return {
    fields: fields.map(({ allowed, codeList, examples, sharedField, reference, kind, ...field }) => ({
      ...field,
      ...(kind ? { kind } : {}),
      ...(sharedField ? { sharedField } : {}),
      ...(reference ? { reference } : {}),
      ...(allowed?.length ? { allowed } : {}),
      ...(codeList ? { codeList } : {}),
      ...(examples?.length && field.sensitivity === 'open' ? { examples } : {}),
    })),
  };
}
