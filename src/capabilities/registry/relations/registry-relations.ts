import type { Context } from '../../../platform/context.ts';
import { codeListNames, sharedKeys } from '../../catalog/index.ts';
import { followChanges } from '../entries/follow-changes.ts';
import { reachFor } from '../entries/list-entries.ts';
import { type Relation, relationsOf } from './relation-rules.ts';
import { selectRelatedEntries } from './relation-store.ts';

/** How the datasets within the asker's reach belong together, read from their structures, code lists and passports. Throws `forbidden`. */
export async function registryRelations(ctx: Context): Promise<readonly Relation[]> {
  const reach = await reachFor(ctx, 'staff');
  await followChanges(ctx);
  const entries = await selectRelatedEntries(ctx.db, reach);
  const lists = [...new Set(entries.flatMap(({ codeLists }) => codeLists))];
  const codeLists = await codeListNames(ctx, lists);
  return relationsOf(entries, { keys: await sharedKeys(ctx), codeLists });
}
