import { type Context, transaction } from '../../platform/context.ts';
import { type Deed, permit } from '../accounts/index.ts';
import { type Dataset, loadDataset } from '../catalog/index.ts';
import { record } from '../history/index.ts';
import { movePointer } from './move-pointer.ts';
import { lockPointer, selectPublication } from './pointer-store.ts';
import type { Publication } from './publication.ts';
import { neverPublished } from './refusals.ts';
import { selectVersion } from './version-store.ts';

/** A change of what is said of a published version, not of the version. */
export interface PublicationChange {
  /** The right it needs. */
  readonly right: Deed;
  /** Name of the deed in the history. */
  readonly deed: string;
  /** The publication after it; the same object when nothing is to be done (a second click). Throws what the state does not allow. */
  change(publication: Publication, ctx: Context): Publication;
  /** What else happens in the transaction. */
  after?(ctx: Context, dataset: Dataset): Promise<void>;
}

/** Carries out a change under the pointer's lock: pointer, card, history in one transaction. */
export async function changePublication(
  ctx: Context,
  datasetId: string,
  change: PublicationChange,
): Promise<Publication> {
  return transaction(ctx, async (tx) => {
    const dataset = await loadDataset(tx, datasetId);
    await permit(tx, change.right, dataset);
    await lockPointer(tx.db, datasetId, dataset.unitId);
    const publication = await selectPublication(tx.db, datasetId);
    const version = publication ? await selectVersion(tx.db, publication.versionId) : null;
    if (!publication || !version) throw neverPublished();
    const changed = change.change(publication, tx);
    if (changed === publication) return publication;
    await movePointer(tx, dataset, version, changed);
    await record(tx, {
      deed: change.deed,
      subject: { kind: 'dataset', id: datasetId, name: dataset.passport.title, unitId: dataset.unitId },
      before: said(publication),
      after: said(changed),
    });
    await change.after?.(tx, dataset);
    return changed;
  });
}

function said({ state, closure, archive, dataAsOf }: Publication): object {
  return archive ? { state, closure, archive, dataAsOf } : { state, closure, dataAsOf };
}
