import { isRequestError } from '../../kernel/errors.ts';
import type { Text } from '../../kernel/text.ts';
import type { Context } from '../../platform/context.ts';
import { changePassport, type Dataset, type Passport } from '../catalog/index.ts';
import { askForPublication, isDraftPublished } from '../publishing/index.ts';

/**
 * Changes a passport as the public sees it: published at once where nothing else of the working copy waits, with the next publication
 * elsewhere. @returns why the dataset cannot follow; null when it did
 */
export async function changeSeen(ctx: Context, dataset: Dataset, change: Partial<Passport>): Promise<Text | null> {
  const shown = dataset.state === 'published' && (await isDraftPublished(ctx, dataset.id));
  // one dataset that cannot follow does not hold the others: it is told by name
  const why = await whyNot(() => changePassport(ctx, dataset.id, { ...dataset.passport, ...change }));
  // what review or a publication under way holds back comes with the next publication
  if (why === null && shown) await whyNot(() => askForPublication(ctx, dataset.id));
  return why;
}

async function whyNot(deed: () => Promise<unknown>): Promise<Text | null> {
  try {
    await deed();
    return null;
  } catch (error) {
    if (isRequestError(error) && error.kind === 'conflict') return error.text;
    throw error;
  }
}
