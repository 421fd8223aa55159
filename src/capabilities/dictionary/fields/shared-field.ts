import { z } from 'zod';
import { COLUMN_KINDS, type ColumnKind } from '../../../tabular/column.ts';
import { type BoundColumn, COLUMN_TYPES, StructureField } from '../../catalog/index.ts';

const isKind = (word: string): word is ColumnKind => (COLUMN_KINDS as readonly string[]).includes(word);

/** What a person says of a shared field (спільне поле): a column of any dataset bound to it takes this. */
export const SharedFieldInput = z.object({
  /** Machine name, unique in the dictionary. */
  name: StructureField.shape.name,
  title: StructureField.shape.title,
  type: z.enum(COLUMN_TYPES),
  format: StructureField.shape.format,
  unit: StructureField.shape.unit,
  /** What the values are: it chooses the checks. Null: just values. */
  kind: z.custom<ColumnKind | null>((word) => word === null || (typeof word === 'string' && isKind(word))),
  codeList: z.uuid().nullable(),
  purpose: StructureField.shape.purpose,
});
export type SharedFieldInput = z.infer<typeof SharedFieldInput>;

export interface SharedField extends SharedFieldInput {
  readonly id: string;
}

/** A column bound to a shared field, or one that could be. */
export type FieldUse = BoundColumn;
