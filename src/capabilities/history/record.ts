import { newId } from '../../kernel/ids.ts';
import type { Context } from '../../platform/context.ts';
import type { HistoryRecord } from './history-entry.ts';
import { actorOfEntry, withoutSecrets } from './history-rules.ts';
import { insertEntry } from './history-store.ts';

/** Writes one line of the history on the context's transaction, in the name of the context's actor. */
export async function record(ctx: Context, entry: HistoryRecord): Promise<void> {
  const now = ctx.clock.now();
  await insertEntry(ctx.db, {
    id: newId(now.getTime()),
    at: now,
    actor: actorOfEntry(ctx.actor),
    deed: entry.deed,
    subject: { kind: entry.subject.kind, id: entry.subject.id, name: entry.subject.name ?? '' },
    before: withoutSecrets(entry.before),
    after: withoutSecrets(entry.after),
    note: entry.note ?? '',
  });
}
