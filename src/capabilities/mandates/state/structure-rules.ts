import { aboutTemplate, type RequiredItem, type StructureField, tablesOf, templateOf } from '../../catalog/index.ts';
import type { TableMatch } from './item-state.ts';

/** Compares tables of datasets with one recommended table. Made once, asked for many datasets. */
export type TableMatcher = (tables: string | null) => TableMatch;

/** Titles are headings of tables: letters and apostrophes are made alike, which is enough and a tenth of the whole folding. */
const fold = (title: string) => title.toLowerCase().replace(/[’ʼ`]/g, "'");

/** A field is found by its name, or by its title where a table keeps Ukrainian headings. */
function matcherOf(table: string | null, fields: readonly StructureField[]): TableMatcher {
  const wanted = fields.map((field) => ({ field, name: field.name.toLowerCase(), title: fold(field.title) }));
  const required = fields.filter((field) => field.required);
  const complete = table === null || aboutTemplate(table)?.complete !== false;
  const shareOf = (found: number) => (complete && fields.length > 0 ? Math.floor((100 * found) / fields.length) : null);
  const nothing: TableMatch = { table, fields: fields.length, found: 0, percent: shareOf(0), missing: required };
  const known = new Map<string | null, TableMatch>();
  const match = (tables: string | null) => {
    const matches = tablesOf(tables).map((one): TableMatch => {
      const names = new Set(one.names.map((name) => name.toLowerCase()));
      const unnamed = wanted.filter(({ name }) => !names.has(name));
      const titles = new Set(unnamed.length > 0 ? one.titles.map(fold) : []);
      const lacking = unnamed.filter(({ title }) => !titles.has(title));
      const missing = lacking.flatMap(({ field }) => (field.required ? [field] : []));
      const found = fields.length - lacking.length;
      return { table, fields: fields.length, found, percent: shareOf(found), missing };
    });
    return matches.sort((a, b) => a.missing.length - b.missing.length || b.found - a.found)[0] ?? nothing;
  };
  // tables made by one template or copied from year to year have the same fields
  return (tables) => {
    const found = known.get(tables) ?? match(tables);
    known.set(tables, found);
    return found;
  };
}

/** The item's own structure or its main recommended table; null where the item recommends none. */
export function mainMatcher(item: RequiredItem): TableMatcher | null {
  const structure = templateOf(item);
  return structure && matcherOf(item.fields ? null : (item.tables[0] ?? null), structure.fields);
}
