import { z } from 'zod';
import { system } from '../../../kernel/actor.ts';
import { actingAs, type Context, transaction } from '../../../platform/context.ts';
import { defineJob } from '../../../platform/jobs/job.ts';
import { listAllUnits } from '../../accounts/index.ts';
import { changesSince, type NotedChange } from '../../history/index.ts';
import { drawAllEntries, drawEntries } from './draw-entries.ts';
import { selectDatasetsOfUnits } from './draw-store.ts';
import type { EntryFact } from './entry.ts';
import { putMark, selectMark } from './mark-store.ts';

const KINDS = ['dataset', 'unit'];

/**
 * Draws the entries of whatever was changed since the last time, so that the registry shows each change at once: two statements where nothing
 * changed. Called before the registry is read, and every minute.
 */
export async function followChanges(ctx: Context): Promise<void> {
  const mark = await selectMark(ctx.db);
  if (mark.begunAt !== null) {
    const { changes } = await changesSince(ctx, mark.position, KINDS);
    const seen = new Set(mark.seen);
    if (changes.every(({ entryId }) => seen.has(entryId))) return;
  }
  await transaction(actingAs(ctx, system('registry')), drawFresh);
}

async function drawFresh(ctx: Context): Promise<void> {
  const mark = await selectMark(ctx.db, 'lock');
  const { position, changes } = await changesSince(ctx, mark.position, KINDS);
  const now = ctx.clock.now();
  const after = { position, seen: changes.map(({ entryId }) => entryId), begunAt: mark.begunAt ?? now };
  if (mark.begunAt === null) {
    await drawAllEntries(ctx, { of: () => [] });
  } else {
    const seen = new Set(mark.seen);
    const facts = await factsByDataset(
      ctx,
      changes.filter(({ entryId }) => !seen.has(entryId)),
    );
    await drawEntries(ctx, [...facts.keys()], { of: (id) => facts.get(id) ?? [] });
  }
  await putMark(ctx.db, after);
}

/** The deeds upon each dataset; a deed upon a unit is one upon each dataset of it and of those below. */
async function factsByDataset(ctx: Context, changes: readonly NotedChange[]): Promise<Map<string, EntryFact[]>> {
  const facts = new Map<string, EntryFact[]>();
  for (const change of changes) {
    const fact = { id: change.entryId, at: change.at.toISOString(), deed: change.deed, who: change.actorName };
    const ids = change.subject.kind === 'dataset' ? [change.subject.id] : await datasetsBelow(ctx, change.subject.id);
    for (const id of ids) facts.set(id, [...(facts.get(id) ?? []), fact]);
  }
  return facts;
}

async function datasetsBelow(ctx: Context, unitId: string): Promise<string[]> {
  const units = await listAllUnits(ctx);
  const below = new Set([unitId]);
  for (const { id, parentId } of units) if (parentId !== null && below.has(parentId)) below.add(id);
  return selectDatasetsOfUnits(ctx.db, [...below]);
}

/** Every minute: the same, when nobody looks. */
export const followJob = defineJob({
  name: 'registry.follow',
  data: z.object({}),
  handle: (ctx) => followChanges(ctx),
});

/** Every night: all entries are drawn anew, in case something changed that no deed tells of (a term, a size). */
export const redrawJob = defineJob({
  name: 'registry.redraw',
  data: z.object({}),
  async handle(ctx) {
    await followChanges(ctx);
    await transaction(ctx, async (tx) => {
      await selectMark(tx.db, 'lock');
      const at = tx.clock.now().toISOString();
      const fact = { id: '', at, deed: 'registry.redrawn', who: '' };
      await drawAllEntries(tx, { of: () => [fact] });
    });
  },
});
