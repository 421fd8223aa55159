import type { Context } from '../../platform/context.ts';
import type { RecipeStep } from '../../tabular/index.ts';
import { acceptRepairs } from './accept-repairs.ts';
import { changesOfFile } from './file-changes.ts';
import { loadForEditing } from './load-reading.ts';

/**
 * Columns that were only renamed get the titles they had before, by steps at the head of the recipe: so repairs and structure find them again,
 * now and in the files to come. Nothing happens where none was renamed. Throws what acceptRepairs throws.
 */
export async function keepTitles(ctx: Context, id: string): Promise<void> {
  const { reading } = await loadForEditing(ctx, id);
  const changes = (await changesOfFile(ctx, reading)) ?? [];
  const steps = changes.flatMap((change): RecipeStep[] =>
    change.what === 'renamed'
      ? [
          {
            code: 'shape-rename',
            columnTitle: change.to,
            parameters: { column: change.to, title: change.from },
          },
        ]
      : [],
  );
  if (steps.length > 0) await acceptRepairs(ctx, id, [...steps, ...reading.recipe]);
}
