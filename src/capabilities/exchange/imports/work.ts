import { type Context, transaction } from '../../../platform/context.ts';
import type { RequiredItem } from '../../catalog/index.ts';
import type { Reach } from '../portal/ask-portal.ts';
import type { Import } from './import.ts';
import { type Held, holdImport } from './import-store.ts';

/** Another try has the import, or a person stopped it: this one writes nothing more. */
export class TakenOver extends Error {}

/** What carries over. */
export interface Work {
  readonly one: Import;
  readonly held: Held;
  readonly reach: Reach;
  /** Bytes of the largest file. */
  readonly limit: number;
  /** The item of a required list a title is surely about. */
  itemOf(title: string): RequiredItem | null;
}

/** The transaction of a try that still has the import. Throws TakenOver. */
export function heldTransaction<T>(
  ctx: Context,
  { one, held }: Pick<Work, 'one' | 'held'>,
  deed: (tx: Context) => Promise<T>,
): Promise<T> {
  return transaction(ctx, async (tx) => {
    if (!(await holdImport(tx.db, one.id, held))) throw new TakenOver();
    return deed(tx);
  });
}
