import { viewHistory } from '../../../capabilities/accounts/index.ts';
import { deedInWords, type HistoryEntry, type HistoryFilter } from '../../../capabilities/history/index.ts';
import { csvLine } from '../../../kernel/csv.ts';
import { inLanguage, type Language } from '../../../kernel/text.ts';
import type { Context } from '../../../platform/context.ts';

const COLUMNS = [
  'at',
  'actorKind',
  'actorId',
  'actor',
  'deed',
  'deedInWords',
  'subjectKind',
  'subjectId',
  'subject',
  'before',
  'after',
  'note',
];
const AT_ONCE = 1000;

/** An entry as it is exported: flat, instants in ISO 8601, what was before and after as JSON. */
function flat(entry: HistoryEntry, language: Language) {
  return {
    at: entry.at.toISOString(),
    actorKind: entry.actor.kind,
    actorId: entry.actor.id,
    actor: entry.actor.name,
    deed: entry.deed,
    deedInWords: inLanguage(deedInWords(entry.deed), language),
    subjectKind: entry.subject.kind,
    subjectId: entry.subject.id,
    subject: entry.subject.name,
    before: entry.before,
    after: entry.after,
    note: entry.note,
  };
}

/** Made for a spreadsheet, so a text that would run there as a formula is told to be text. */
function forSheet(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

async function* entriesOf(ctx: Context, filter: HistoryFilter): AsyncGenerator<readonly HistoryEntry[]> {
  for (let page = 1; ; page += 1) {
    const { items } = await viewHistory(ctx, filter, { page, size: AT_ONCE });
    if (items.length > 0) yield items;
    if (items.length < AT_ONCE) return;
  }
}

async function* csvOf(ctx: Context, filter: HistoryFilter, language: Language): AsyncGenerator<string> {
  yield `\uFEFF${COLUMNS.join(',')}\r\n`; // the mark makes Excel read it as UTF-8
  for await (const entries of entriesOf(ctx, filter)) {
    yield entries
      .map((entry) => {
        const row: Readonly<Record<string, unknown>> = flat(entry, language);
        return csvLine(COLUMNS.map((column) => forSheet(shown(row[column]))));
      })
      .join('');
  }
}

async function* jsonOf(ctx: Context, filter: HistoryFilter, language: Language): AsyncGenerator<string> {
  let before = '[';
  for await (const entries of entriesOf(ctx, filter)) {
    for (const entry of entries) {
      yield `${before}\n${JSON.stringify(flat(entry, language))}`;
      before = ',';
    }
  }
  yield before === '[' ? '[]\n' : '\n]\n';
}

/** The filtered history as a download, a thousand entries in memory at most. The right is asked before the first byte. */
export async function exportHistory(
  ctx: Context,
  filter: HistoryFilter,
  format: 'csv' | 'json',
  language: Language,
): Promise<Response> {
  await viewHistory(ctx, filter, { page: 1, size: 1 });
  const parts = format === 'csv' ? csvOf(ctx, filter, language) : jsonOf(ctx, filter, language);
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
  return new Response(body, {
    headers: {
      'content-type': format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="history.${format}"`,
      'cache-control': 'no-store',
    },
  });
}
