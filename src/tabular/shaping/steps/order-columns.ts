import { z } from 'zod';
import type { Recipe } from '../../inspection.ts';
import { ColumnTitle, placeOf, standing, withColumns } from '../relation.ts';
import { defineShape } from '../shape-step.ts';

const CODE = 'shape-order';

const Parameters = z.strictObject({
  /** What the order is of: the key of a structure, for those who ask later. */
  structure: z.string().max(100),
  /** How people call it. */
  title: z.string().max(254),
  columns: z.array(ColumnTitle).min(1).max(1000),
  /** Columns of the structure the table does not have: added empty, so that the table has all of them. */
  add: z.array(ColumnTitle).max(1000),
});

/** The columns of a structure in its order, those it has not added empty; other columns after them. */
export const orderColumns = defineShape({
  code: CODE,
  title: { uk: 'Порядок стовпців за структурою', en: 'Columns in the order of a structure' },
  deed: { uk: 'Привести до структури', en: 'Bring it to the structure' },
  parameters: Parameters,
  describe: ({ title, add }) => {
    const names = add.map((one) => `«${one}»`).join(', ');
    return {
      uk: `стовпці розставлено за структурою «${title}»${add.length > 0 ? `, додано порожні: ${names}` : ''}`,
      en: `columns are in the order of “${title}”${add.length > 0 ? `, empty ones added: ${names}` : ''}`,
    };
  },
  apply: async (table, { columns, add }) => {
    const own = standing(table);
    const first = columns.flatMap((title) => {
      const place = placeOf(table.headers, title);
      if (place !== null) return own[place] ?? [];
      return add.includes(title) ? { header: title, cell: 'NULL::VARCHAR' } : [];
    });
    const ordered = [...first, ...own.filter((one) => !first.includes(one))];
    const moved = ordered.filter(({ cell }, at) => cell !== `c${at}`).length;
    return moved === 0 ? { ...table, count: 0 } : withColumns(table, ordered, moved);
  },
});

/** The structure a recipe brings a table to, with its columns; null where it brings it to none. */
export function structureOfRecipe(recipe: Recipe): z.infer<typeof Parameters> | null {
  const step = recipe.findLast(({ code }) => code === CODE);
  return Parameters.safeParse(step?.parameters).data ?? null;
}

/** Columns that may be empty because the recipe brings the table to a structure that is known whole. */
export function columnsMeant(recipe: Recipe): readonly string[] {
  const structure = structureOfRecipe(recipe);
  return structure === null || structure.add.length === 0 ? [] : structure.columns;
}
