import type { FieldFault } from '../../kernel/errors.ts';
import type { ColumnProfile } from '../../tabular/column.ts';
import type { RequiredItem } from './required-item.ts';
import type { Structure } from './structure.ts';

export declare function templateOf(item: RequiredItem, table?: string): Structure | null;
export declare function structureFaults(structure: Structure): FieldFault[];
export declare function suggestStructure(
  columns: readonly ColumnProfile[],
  previous?: Structure | null,
  template?: Structure | null,
): Structure;
