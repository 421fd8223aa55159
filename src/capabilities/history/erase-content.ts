import { RequestError } from '../../kernel/errors.ts';
import { type Context, transaction } from '../../platform/context.ts';
import { eraseContent } from './history-store.ts';
import { findEntry } from './list-history.ts';
import { record } from './record.ts';
import { sealHistory } from './seal-history.ts';

/** Why a content is erased: the incident in words, and the order that says so. */
export interface Erasure {
  readonly reason: string;
  /** E.g. «розпорядження № 5-р від 03.02.2027». */
  readonly order: string;
}

const noEntry = () =>
  new RequestError('not-found', 'no-such-entry', { uk: 'Такого запису немає.', en: 'There is no such entry.' });

const cannotErase = () =>
  new RequestError('conflict', 'nothing-to-erase', {
    uk: 'Зміст цього запису вже вилучено або його не можна вилучити.',
    en: 'The content of this entry is erased already, or cannot be erased.',
  });

/**
 * Erases what an entry holds (before, after, note, address) after an incident. Who did what and when stays, the chain stays whole, and a new
 * entry says who erased it and why. Asks no permission: `eraseHistoryContent` of accounts does. Throws `not-found`, `conflict`.
 */
export function eraseEntry(ctx: Context, id: string, { reason, order }: Erasure): Promise<void> {
  return transaction(ctx, async (inner) => {
    await sealHistory(inner);
    const entry = await findEntry(inner, id);
    if (!entry) throw noEntry();
    if (entry.erased || entry.deed === 'history.erased') throw cannotErase();
    await record(inner, {
      deed: 'history.erased',
      subject: { kind: 'history', id, name: entry.subject.name, unitId: entry.unitId },
      after: { order },
      note: reason,
    });
    await eraseContent(inner.db, id);
  });
}
