import type { Context } from '../../platform/context.ts';
import { changeOriginalPublic } from '../ingest/index.ts';
import { loadDraft } from './draft.ts';
import {
  hasOtherTables,
  hiddenColumns,
  holdsMore,
  originalHoldsClosed,
  originalHoldsMore,
  originalHoldsUnread,
} from './original-rules.ts';

/**
 * Says whether anybody may download a table's newest file exactly as it was given. A file that is published already stays as it was said of
 * it. Needs the right `dataset.edit`; throws RequestError `original-holds-closed-columns` where the file has a column that
 * is closed or whose personal data are not to be published, `original-holds-more` where it has more than the table that was
 * looked at, `original-holds-unread` where it is an archive with files that are no tables and nobody has said what is in them.
 */
export async function openOriginal(ctx: Context, datasetId: string, readingId: string, open: boolean): Promise<void> {
  const draft = await loadDraft(ctx, datasetId, 'dataset.view-drafts');
  const part = draft.resources.find(({ resource, reading }) => resource.kind === 'table' && reading?.id === readingId);
  if (!part?.reading || part.reading.original === null) return;
  const closed = hiddenColumns(part);
  if (open && closed.length > 0) throw originalHoldsClosed(closed);
  if (open && holdsMore(part)) throw hasOtherTables(part) ? originalHoldsMore() : originalHoldsUnread();
  if (!part.reading.publishedAt) await changeOriginalPublic(ctx, readingId, open);
}
