import { isId } from '../../kernel/ids.ts';
import { queryTokens } from '../../language/search-tokens.ts';
import type { Context } from '../../platform/context.ts';
import type { HistoryEntry, HistoryFilter, HistoryPage, SealedEntry } from './history-entry.ts';
import {
  countEntries,
  type HistoryCursor,
  type HistoryQuestion,
  selectEntries,
  selectEntry,
  selectSealed,
} from './history-store.ts';
import { sealHistory } from './seal-history.ts';

/** More than so many are not counted. */
export const MOST_COUNTED = 1000;
const EXPORTED_AT_ONCE = 1000;

const cursorText = ({ at, id }: HistoryCursor) => `${at.getTime()}.${id}`;

function cursorOf(text: string | null | undefined): HistoryCursor | null {
  const [at = '', id = ''] = (text ?? '').split('.');
  return /^\d{1,15}$/.test(at) && isId(id) ? { at: new Date(Number(at)), id } : null;
}

/** Words are looked up where entries are sealed, so what waits is sealed first. */
async function questionOf(ctx: Context, { q = '', ...rest }: HistoryFilter): Promise<HistoryQuestion> {
  const words = queryTokens(q).map((token) => [token.stem, ...token.alternatives]);
  if (words.length > 0) await sealHistory(ctx);
  return { ...rest, words };
}

/**
 * A page of the history, newest first. Asks no permission (this capability knows no people): a surface that shows it to
 * a person calls `viewHistory` of accounts.
 * @param paging `after`: `next` of the page before; `page` is not looked at
 */
export async function listHistory(
  ctx: Context,
  filter: HistoryFilter,
  { after, size }: { readonly after?: string | null; readonly size: number; readonly page?: number },
): Promise<HistoryPage> {
  const question = await questionOf(ctx, filter);
  const total = await countEntries(ctx.db, question, MOST_COUNTED);
  const found = await selectEntries(ctx.db, question, { after: cursorOf(after), size: size + 1 });
  const items = found.slice(0, size);
  const last = items.at(-1);
  return { items, total, next: found.length > size && last ? cursorText(last) : null };
}

/** One entry, or null. Asks no permission. */
export async function findEntry(ctx: Context, id: string): Promise<HistoryEntry | null> {
  return isId(id) ? await selectEntry(ctx.db, id) : null;
}

/**
 * Entries in the order of the chain, a thousand at a time, from after a position (0: from the first). What waits is sealed first. Asks no
 * permission.
 */
export async function* sealedHistory(
  ctx: Context,
  filter: HistoryFilter,
  after = 0,
): AsyncGenerator<readonly SealedEntry[]> {
  await sealHistory(ctx);
  const question = await questionOf(ctx, filter);
  for (let position = after; ; ) {
    const some = await selectSealed(ctx.db, question, { after: position, size: EXPORTED_AT_ONCE });
    if (some.length > 0) yield some;
    if (some.length < EXPORTED_AT_ONCE) return;
    position = some.at(-1)?.position ?? position;
  }
}
