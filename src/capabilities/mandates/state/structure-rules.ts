import { foldText } from '../../../language/folding.ts';
import { type ListedTable, type RequiredItem, type Structure, templateOf } from '../../catalog/index.ts';
import type { TableMatch } from './item-state.ts';

/** A field is found by its name, or by its title where a table keeps Ukrainian headings. */
function matchOf(table: string | null, { fields }: Structure, tables: readonly ListedTable[]): TableMatch {
  const matches = tables.map((one) => {
    const names = new Set(one.names);
    const titles = new Set(one.titles.map((title) => foldText(title)));
    const has = (field: Structure['fields'][number]) =>
      names.has(field.name.toLowerCase()) || titles.has(foldText(field.title));
    const missing = fields.filter((field) => field.required && !has(field));
    return { table, fields: fields.length, found: fields.filter(has).length, missing };
  });
  const required = fields.filter((field) => field.required);
  const nothing = { table, fields: fields.length, found: 0, missing: required };
  return matches.sort((a, b) => a.missing.length - b.missing.length || b.found - a.found)[0] ?? nothing;
}

/** The item's main recommended table against the tables of a dataset; null where the item recommends none. */
export function mainMatch(item: RequiredItem, tables: readonly ListedTable[]): TableMatch | null {
  const structure = templateOf(item);
  return structure && matchOf(item.fields ? null : (item.tables[0] ?? null), structure, tables);
}

/** All recommended tables of an item against the tables of a dataset, in the item's order. */
export function allMatches(item: RequiredItem, tables: readonly ListedTable[]): TableMatch[] {
  if (item.fields) return [matchOf(null, { fields: [...item.fields] }, tables)];
  return item.tables.flatMap((table) => {
    const structure = templateOf(item, table);
    return structure ? [matchOf(table, structure, tables)] : [];
  });
}
