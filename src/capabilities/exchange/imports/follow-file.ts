import { z } from 'zod';
import { isRequestError } from '../../../kernel/errors.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { defineJob } from '../../../platform/jobs/job.ts';
import { carryForward } from '../../drafts/index.ts';
import { acceptAllRepairs, isSettled, loadReading, type Reading } from '../../ingest/index.ts';
import { type Trouble, trouble } from '../portal/trouble.ts';
import { actingForImport } from './begin-import.ts';
import { changeFile, selectFileOfReading, selectStillReading } from './file-store.ts';
import type { FileState, ImportFile } from './import.ts';
import { selectImport, selectStill } from './import-store.ts';
import { selectItem } from './item-store.ts';
import { settleImport, settleItem } from './settle-import.ts';

/** A file was read: where an import brought it, it goes on to its structure. */
export const followFileJob = defineJob({
  name: 'exchange.follow-file',
  data: z.object({ readingId: z.uuid() }),
  async handle(ctx, { readingId }) {
    const file = await selectFileOfReading(ctx.db, readingId);
    if (file?.state === 'reading') await followFile(ctx, file);
  },
});

/** Nothing has been heard of it for so long, ms. */
const STILL = 4 * 60_000;

/** Every five minutes: takes up imports and files whose work was lost with a killed process. */
export const tickJob = defineJob({
  name: 'exchange.tick',
  data: z.object({}),
  async handle(ctx) {
    const since = new Date(ctx.clock.now().getTime() - STILL);
    for (const file of await selectStillReading(ctx.db, since)) await followFile(ctx, file);
    for (const { id, state } of await selectStill(ctx.db, since)) {
      const name = state === 'looking' ? 'look-asked' : 'carrying-asked';
      await ctx.emit(ctx.db, { name, importId: id });
    }
  },
});

/** Takes a file whose reading has come to rest one step on: repairs, structure, or a person. Safe to repeat. */
export async function followFile(ctx: Context, { itemId, readingId }: ImportFile): Promise<void> {
  const item = await selectItem(ctx.db, itemId);
  const one = item && (await selectImport(ctx.db, item.importId));
  const own = one && (await actingForImport(ctx, one));
  if (!own || readingId === null) return;
  await transaction(own, async (tx) => {
    const file = await selectFileOfReading(tx.db, readingId, true);
    if (file?.state !== 'reading') return;
    const outcome = await judge(tx, await findReading(tx, readingId), one.mend);
    if (outcome === 'working') return;
    await changeFile(tx.db, file.id, outcome, tx.clock.now());
    await settleItem(tx, itemId);
  });
  await settleImport(ctx, item.importId);
}

async function findReading(tx: Context, id: string): Promise<Reading | null> {
  try {
    return await loadReading(tx, id);
  } catch (error) {
    if (isRequestError(error)) return null; // removed with its draft
    throw error;
  }
}

type Outcome = 'working' | { readonly state: FileState; readonly trouble: Trouble | null };

const look = (why: Trouble): Outcome => ({ state: 'look', trouble: why });

async function judge(tx: Context, reading: Reading | null, mend: boolean): Promise<Outcome> {
  if (reading === null || reading.state === 'cancelled') return look(trouble('no-file-kept'));
  if (!isSettled(reading.state)) return 'working';
  if (reading.state === 'refused' || reading.state === 'failed') {
    return look(
      reading.refusal ? { code: reading.refusal.code, text: reading.refusal.message } : trouble('interrupted'),
    );
  }
  if (reading.kind !== 'table') return { state: 'ready', trouble: null };
  if (reading.state === 'checked') {
    if (!mend) return look(trouble('repairs-wanted'));
    await acceptAllRepairs(tx, reading.id);
    return 'working';
  }
  await carryForward(tx, reading);
  const after = await loadReading(tx, reading.id);
  if (after.state !== 'ready') return 'working'; // written anew with the types of the structure
  const findings = (after.mended?.inspection ?? after.inspection)?.findings ?? [];
  const error = findings.find(({ severity }) => severity === 'error');
  return error ? look({ code: error.code, text: error.message }) : { state: 'ready', trouble: null };
}
