import { z } from 'zod';
import { type Context, transaction } from '../../../platform/context.ts';
import { defineJob, type JobRun } from '../../../platform/jobs/job.ts';
import { itemMatcher, listItems, offeredItem } from '../../mandates/index.ts';
import { trouble } from '../portal/trouble.ts';
import type { ExchangePorts } from '../ports.ts';
import { reachOf } from '../settings.ts';
import { actingForImport } from './begin-import.ts';
import { MOST_TRIES } from './import.ts';
import { changeImport, claimImport, type Held, holdImport } from './import-store.ts';
import { changeItem, takeNext } from './item-store.ts';
import { settleImport } from './settle-import.ts';
import { takeItem } from './take-item.ts';
import { TakenOver, type Work } from './work.ts';

/** One run carries over for so long, ms; then the next takes it up with tries of its own. */
const ONE_RUN = 60_000;

/**
 * Carries over the datasets of an import one after another, each kept as it is done: drafts, then their files. Killed at any point it goes on with
 * the dataset in hand; one that kills it three times is put aside and told by name.
 */
export function carryJob(ports: ExchangePorts) {
  return defineJob({
    name: 'exchange.carry-over',
    data: z.object({ importId: z.uuid() }),
    handle: (ctx, { importId }, run) => carryOver(ctx, importId, run, ports),
    // the tries are counted by dataset: the next run goes on with the others
    park: (ctx, { importId }) => ctx.emit(ctx.db, { name: 'carrying-asked', importId }),
  });
}

async function carryOver(ctx: Context, importId: string, run: JobRun, ports: ExchangePorts): Promise<void> {
  const held: Held = { state: 'working', claim: `${run.id} ${run.attempt}` };
  const one = await claimImport(ctx.db, importId, { ...held, now: ctx.clock.now() });
  if (!one) return;
  const own = await actingForImport(ctx, one);
  if (!own) {
    const change = { state: 'paused', trouble: trouble('no-person') } as const;
    return void (await changeImport(ctx.db, importId, change, ctx.clock.now(), held));
  }
  const work = { one, held, reach: await reachOf(ctx, ports), limit: ports.limit, itemOf: await surelyAbout(ctx) };
  const end = performance.now() + ONE_RUN;
  try {
    for (;;) {
      ctx.signal.throwIfAborted();
      const item = await nextItem(own, importId, held);
      if (!item) return await settleImport(ctx, importId);
      if (item.tries > MOST_TRIES) await putAside(own, item.id);
      else await takeItem(own, work, item);
      if (performance.now() > end) return await ctx.emit(ctx.db, { name: 'carrying-asked', importId });
    }
  } catch (error) {
    if (!(error instanceof TakenOver)) throw error;
  }
}

/** From here on nobody has to say that a dataset answers an item; below it the page of required datasets offers it for a click. */
const SURE = 0.8;

async function surelyAbout(ctx: Context): Promise<Work['itemOf']> {
  const matcher = itemMatcher(await listItems(ctx));
  return (title) => {
    const offered = offeredItem(matcher.match(title));
    return offered && offered.likeness >= SURE ? offered.item : null;
  };
}

function nextItem(ctx: Context, importId: string, held: Held) {
  return transaction(ctx, async (tx) => {
    if (!(await holdImport(tx.db, importId, held))) throw new TakenOver();
    await changeImport(tx.db, importId, {}, tx.clock.now(), held); // it is alive
    return takeNext(tx.db, importId, tx.clock.now());
  });
}

function putAside(ctx: Context, itemId: string): Promise<void> {
  return changeItem(ctx.db, itemId, { state: 'failed', trouble: trouble('interrupted') }, ctx.clock.now());
}
