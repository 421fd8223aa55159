import { newId } from '../../kernel/ids.ts';
import type { Context } from '../../platform/context.ts';
import type { HistoryRecord } from './history-entry.ts';
import { actorOfEntry, withoutSecrets } from './history-rules.ts';
import { insertEntry } from './history-store.ts';

/** Writes one line of the history on the context's transaction, in the name of the context's actor. */
export async function record(ctx: Context, entry: HistoryRecord): Promise<void> {
  const now = ctx.clock.now();
  const { kind, id, name = '', unitId = null } = entry.subject;
  await insertEntry(ctx.db, {
    id: newId(now.getTime()),
    at: now,
    actor: actorOfEntry(ctx.actor),
    deed: entry.deed,
    subject: { kind, id, name },
    unitId: kind === 'unit' ? id : unitId,
    via: ctx.via?.kind ?? '',
    // of visitors nothing is kept: the law asks who changed the city's data, not who wrote to it
    address: ctx.actor.kind === 'visitor' || ctx.actor.kind === 'system' ? null : (ctx.via?.address ?? null),
    before: withoutSecrets(entry.before),
    after: withoutSecrets(entry.after),
    note: entry.note ?? '',
    erased: false,
  });
}
