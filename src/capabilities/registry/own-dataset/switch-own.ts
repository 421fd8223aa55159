import { personId } from '../../../kernel/actor.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { listUnits, permit } from '../../accounts/index.ts';
import { record } from '../../history/index.ts';
import type { OwnPublication } from './own-publication.ts';
import { putOwn, selectOwn } from './own-store.ts';

/** The council's own unit: the registry is its dataset. */
export async function rootUnitId(ctx: Context): Promise<string> {
  return (await listUnits(ctx)).find(({ parentId }) => parentId === null)?.id ?? '';
}

/**
 * Switches the nightly publication on, in the name and by the rights of whoever does it, and begins at once; or off. Needs `dataset.publish` of the
 * council's own unit.
 * @param origin scheme and host of the links in the files
 * @param begin `tonight`: the first publication waits for the night
 */
export async function switchOwnPublication(
  ctx: Context,
  on: boolean,
  origin: string,
  begin: 'now' | 'tonight' = 'now',
): Promise<void> {
  const rootId = await rootUnitId(ctx);
  await permit(ctx, 'dataset.publish', rootId);
  await transaction(ctx, async (tx) => {
    const before = await selectOwn(tx.db, 'lock');
    const id = personId(tx.actor);
    const name = 'name' in tx.actor ? tx.actor.name : '';
    const person = on ? (id === null ? null : { id, name }) : before.person;
    await putOwn(tx.db, { ...before, on, person, origin: tx.origin ?? origin, trouble: null });
    await record(tx, {
      deed: on ? 'registry.publication-on' : 'registry.publication-off',
      subject: { kind: 'unit', id: rootId, name: 'Реєстр даних' },
    });
    if (on && begin === 'now') await tx.emit(tx.db, { name: 'registry-publication-asked' });
  });
}

/** How the registry's own publication stands. The page that shows it has asked the right to see the registry. */
export function ownPublication(ctx: Context): Promise<OwnPublication> {
  return selectOwn(ctx.db);
}
