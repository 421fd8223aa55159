import type { FilledSheet } from '../../../tabular/writers/index.ts';
import {
  emptyFileCsv,
  emptyFileSheets,
  type RequiredItem,
  type StructureField,
  templateOf,
} from '../../catalog/index.ts';

/** The fields a template file of the item has; null where nothing is recommended, or there is no such table. */
function fieldsOf(item: RequiredItem, table: string | null): readonly StructureField[] | null {
  if (table !== null && !item.tables.includes(table)) return null;
  return templateOf(item, table ?? undefined)?.fields ?? null;
}

/**
 * A workbook to fill in: headings and one example row; beside it what each field means, and the values to choose from.
 * @param table one of the item's recommended tables; null: the main one
 */
export function templateSheets(item: RequiredItem, table: string | null): FilledSheet[] | null {
  const fields = fieldsOf(item, table);
  return fields && emptyFileSheets(fields);
}

/** The same as CSV: headings and one example row. */
export function templateCsv(item: RequiredItem, table: string | null): string | null {
  const fields = fieldsOf(item, table);
  return fields && emptyFileCsv(fields);
}
