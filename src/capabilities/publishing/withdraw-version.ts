import { RequestError } from '../../kernel/errors.ts';
import { type Context, transaction } from '../../platform/context.ts';
import { permit } from '../accounts/index.ts';
import { loadDataset } from '../catalog/index.ts';
import { record } from '../history/index.ts';
import { loadVersion } from './list-versions.ts';
import { movePointer } from './move-pointer.ts';
import { lockPointer } from './pointer-store.ts';
import { present } from './present.ts';
import type { Withdrawal } from './publication.ts';
import { parseWithdrawal } from './publication-rules.ts';
import { neverPublished } from './refusals.ts';
import type { Version } from './version.ts';
import { updateClosure } from './version-store.ts';

/**
 * Takes one earlier version away for good: its data, files, rows and comparisons are answered by the reason and the order; the others stay. The
 * bytes are kept restricted (job `publishing.remove-withdrawn-version`). Needs `dataset.close`. Doing it again changes nothing. Throws `invalid`
 * with field faults, `not-found`, `conflict` (code `version-current`) for the version everybody sees.
 */
export async function withdrawVersion(
  ctx: Context,
  datasetId: string,
  number: number,
  form: Withdrawal,
): Promise<Version> {
  return transaction(ctx, async (tx) => {
    const dataset = await loadDataset(tx, datasetId);
    await permit(tx, 'dataset.close', dataset);
    const { reason, order } = parseWithdrawal(form);
    await lockPointer(tx.db, datasetId, dataset.unitId);
    const { last, publication } = await present(tx, datasetId);
    if (!last || !publication) throw neverPublished();
    const version = await loadVersion(tx, datasetId, number);
    if (version.closure) return version;
    if (version.id === last.id) throw isCurrent(number);
    const closure = { reason, order, at: tx.clock.now().toISOString() };
    await updateClosure(tx.db, version.id, closure);
    await movePointer(tx, dataset, last, publication);
    await record(tx, {
      deed: 'version.withdrawn',
      subject: { kind: 'dataset', id: datasetId, name: dataset.passport.title },
      before: { version: number },
      after: { version: number, reason, order },
    });
    await tx.emit(tx.db, { name: 'version-withdrawn', datasetId, number });
    return { ...version, closure };
  });
}

function isCurrent(number: number): RequestError {
  return new RequestError('conflict', 'version-current', {
    uk: `Версію ${number} зараз бачать усі. Спочатку опублікуйте нову версію або поверніть ранішу, тоді вилучіть цю.`,
    en: `Everybody sees version ${number} now. Publish a new version or bring back an earlier one first, then withdraw this one.`,
  });
}
