import { isId } from '../../../kernel/ids.ts';
import type { Context } from '../../../platform/context.ts';
import { permit } from '../../accounts/index.ts';
import { columnsBound, countBound } from '../../catalog/index.ts';
import { noSharedField } from './change-shared-field.ts';
import type { FieldUse, SharedField } from './shared-field.ts';
import { selectSharedField, selectSharedFields } from './shared-field-store.ts';

/** All shared fields by title, each with how many columns are bound to it. Throws `forbidden`. */
export async function listSharedFields(ctx: Context): Promise<(SharedField & { readonly uses: number })[]> {
  await permit(ctx, 'dataset.view-drafts');
  const [fields, counts] = [await selectSharedFields(ctx.db), await countBound(ctx)];
  return fields.map((field) => ({ ...field, uses: counts.get(field.id) ?? 0 }));
}

/** One shared field with the columns bound to it: what a change of it touches. Throws `forbidden`, `not-found`. */
export async function loadSharedField(
  ctx: Context,
  id: string,
): Promise<{ readonly field: SharedField; readonly uses: readonly FieldUse[] }> {
  await permit(ctx, 'dataset.view-drafts');
  const field = isId(id) ? await selectSharedField(ctx.db, id) : null;
  if (!field) throw noSharedField();
  return { field, uses: await columnsBound(ctx, id) };
}
