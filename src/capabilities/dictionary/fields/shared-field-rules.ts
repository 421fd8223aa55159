import type { FieldFault } from '../../../kernel/errors.ts';
import { foldName } from '../../../language/folding.ts';
import type { ColumnProfile } from '../../../tabular/column.ts';
import type { StructureField } from '../../catalog/index.ts';
import type { SharedField, SharedFieldInput } from './shared-field.ts';

/** A column as it is after it is bound: what the shared field says counts, what is the dataset's own stays (required, identifier, place, file). */
export function boundColumn(column: StructureField, field: SharedField): StructureField {
  const { codeList: _list, allowed: _allowed, ...rest } = column;
  return {
    ...rest,
    title: field.title,
    type: field.type,
    format: field.format,
    unit: field.unit,
    purpose: field.purpose || column.purpose,
    sharedField: field.id,
    ...(field.codeList ? { codeList: field.codeList } : column.allowed ? { allowed: column.allowed } : {}),
  };
}

/** The shared field a column is most likely to be: of the same name or title, then of the same kind where only one field is of it. */
export function likelyField(
  column: Pick<StructureField, 'name' | 'title' | 'type'>,
  kind: ColumnProfile['kind'],
  fields: readonly SharedField[],
): SharedField | null {
  const names = [foldName(column.name), foldName(column.title)];
  const named = fields.find((field) => names.includes(foldName(field.name)) || names.includes(foldName(field.title)));
  if (named) return named.type === column.type || column.type === 'text' || named.type === 'text' ? named : null;
  const ofKind = kind === null ? [] : fields.filter((field) => field.kind === kind && field.type === column.type);
  return ofKind.length === 1 ? (ofKind[0] ?? null) : null;
}

/** Names are unique in the dictionary. */
export function sharedFieldFaults(input: SharedFieldInput, others: readonly SharedField[]): FieldFault[] {
  const taken = others.find(({ name }) => foldName(name) === foldName(input.name));
  if (!taken) return [];
  return [
    {
      field: 'name',
      text: {
        uk: `Назва «${input.name}» уже в поля «${taken.title}». Візьміть іншу.`,
        en: `The name “${input.name}” belongs to the field “${taken.title}”. Take another.`,
      },
    },
  ];
}
