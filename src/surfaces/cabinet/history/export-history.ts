import { viewSealedHistory } from '../../../capabilities/accounts/index.ts';
import { type HistoryFilter, type HistoryFormat, historyLines } from '../../../capabilities/history/index.ts';
import type { Language } from '../../../kernel/text.ts';
import type { Context } from '../../../platform/context.ts';
import { ownFile } from '../../components/index.ts';

const TYPES: Readonly<Record<HistoryFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
};

/**
 * The filtered history as a download, the oldest first, a thousand entries in memory at most. The right is asked before the first byte.
 * @param after position of the chain the reader has already
 */
export async function exportHistory(
  ctx: Context,
  filter: HistoryFilter,
  {
    format,
    language,
    after = 0,
  }: { readonly format: HistoryFormat; readonly language: Language; readonly after?: number },
): Promise<Response> {
  const parts = historyLines(await viewSealedHistory(ctx, filter, after), format, language);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await parts.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
  return ownFile(body, TYPES[format], `history.${format}`);
}
