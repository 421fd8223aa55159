import { RequestError } from '../../../kernel/errors.ts';
import { isId } from '../../../kernel/ids.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { permit } from '../../accounts/index.ts';
import { loadDataset } from '../../catalog/index.ts';
import { record } from '../../history/index.ts';
import { selectPublicFile } from '../pointer-store.ts';
import type { PublicFile } from '../publication.ts';
import { LEAST_REASON, MOST_REASON } from './original-rules.ts';

/** Which file, and why it is wanted. */
export interface OriginalWish {
  readonly resourceId: string;
  readonly version: number;
  /** In words: what it is needed for. It stays in the history. */
  readonly reason: string;
}

/**
 * Gives the original file of a version that holds personal data, for reading once: who, when and why are written into the history before a byte
 * leaves. Needs `original.read`. Throws `invalid` (field `reason`), `not-found` (also where its term has ended), `forbidden`.
 */
export async function readOriginal(ctx: Context, datasetId: string, wish: OriginalWish): Promise<PublicFile> {
  const dataset = await loadDataset(ctx, datasetId);
  await permit(ctx, 'original.read', dataset);
  const reason = wish.reason.trim();
  if (reason.length < LEAST_REASON || reason.length > MOST_REASON) throw noReason();
  const file = isId(wish.resourceId) ? await selectPublicFile(ctx.db, wish.resourceId, wish.version) : null;
  if (file?.datasetId !== datasetId) throw noOriginal();
  await transaction(ctx, (tx) =>
    record(tx, {
      deed: 'original.read',
      subject: { kind: 'dataset', id: datasetId, name: dataset.passport.title, unitId: dataset.unitId },
      after: { version: file.versionNumber, file: file.name, sha256: file.sha256 },
      note: reason,
    }),
  );
  return file;
}

function noReason(): RequestError {
  const text = {
    uk: `Напишіть, для чого потрібен файл: від ${LEAST_REASON} до ${MOST_REASON} знаків. Це побачать у журналі.`,
    en: `Write what the file is needed for: ${LEAST_REASON} to ${MOST_REASON} characters. It will be seen in the history.`,
  };
  return new RequestError('invalid', 'no-reason', text, [{ field: 'reason', text }]);
}

function noOriginal(): RequestError {
  return new RequestError('not-found', 'no-original', {
    uk: 'Такого початкового файлу немає, або строк його зберігання минув і його вилучено.',
    en: 'There is no such original file, or the term of keeping it has ended and it was deleted.',
  });
}
