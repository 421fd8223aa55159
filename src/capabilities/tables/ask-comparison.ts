import { setTimeout as sleep } from 'node:timers/promises';
import { RequestError } from '../../kernel/errors.ts';
import { type Context, once, transaction } from '../../platform/context.ts';
import { compareRows } from './compare-rows.ts';
import { comparisonId } from './compare-rules.ts';
import type { ComparedTable, Comparison, ComparisonResult } from './comparison.ts';
import {
  countUnderWay,
  insertWish,
  type StoredComparison,
  selectComparison,
  updateUsed,
  upsertResult,
} from './comparison-store.ts';

/** So many comparisons wait at most: anybody may ask for one, and each takes the background some seconds. */
const MOST_UNDER_WAY = 40;
/** A use is noted once a day: looking at a page is no reason to write. */
const DAY = 86_400_000;

/**
 * How two tables differ: the answer kept from before, or, after waiting for it no longer than `patience` ms, one that is still being made by
 * job `tables.compare-tables`. Throws `busy` where too many others wait.
 */
export async function askComparison(
  ctx: Context,
  older: ComparedTable,
  newer: ComparedTable,
  patience = 0,
): Promise<Comparison> {
  const id = comparisonId(older, newer);
  let found = await selectComparison(ctx.db, id);
  if (!found || found.state === 'failed') {
    await order(ctx, { id, older, newer });
    found = await selectComparison(ctx.db, id);
  }
  for (const end = Date.now() + patience; found && isUnderWay(found) && Date.now() < end; ) {
    await sleep(25);
    found = await selectComparison(ctx.db, id);
  }
  if (!found) throw new Error(`comparison ${id} went away while it was waited for`);
  await noteUse(ctx, found);
  if (found.state === 'done') await finishedComparison(ctx, id, found);
  return found;
}

/** A comparison to read lines of: a finished one never changes, so it is read once in a request. @param known it was just waited for */
export function finishedComparison(
  ctx: Context,
  id: string,
  known?: StoredComparison,
): Promise<StoredComparison | null> {
  return once(ctx, `tables.comparison ${id}`, async () => known ?? selectComparison(ctx.db, id));
}

/** True while the background works, or will work, at it. */
function isUnderWay({ state }: Pick<Comparison, 'state'>): boolean {
  return state === 'waiting' || state === 'working';
}

async function order(ctx: Context, work: { id: string; older: ComparedTable; newer: ComparedTable }): Promise<void> {
  await transaction(ctx, async (tx) => {
    if ((await countUnderWay(tx.db)) >= MOST_UNDER_WAY) throw tooMany();
    const asked = await insertWish(tx.db, work, tx.clock.now());
    if (asked) await tx.emit(tx.db, { name: 'comparison-asked', comparisonId: work.id });
  });
}

async function noteUse(ctx: Context, { id, usedAt }: StoredComparison): Promise<void> {
  const now = ctx.clock.now();
  if (now.getTime() - usedAt.getTime() > DAY) await updateUsed(ctx.db, id, now);
}

/** The differences of two tables, made here and now where nobody made them before; kept for whoever asks again. For jobs, not for pages. */
export async function compareNow(ctx: Context, older: ComparedTable, newer: ComparedTable): Promise<ComparisonResult> {
  const id = comparisonId(older, newer);
  const known = await selectComparison(ctx.db, id);
  if (known?.result) return known.result;
  const made = await compareRows(ctx, { id, older, newer });
  await upsertResult(ctx.db, { id, older, newer }, made, ctx.clock.now());
  return made.result;
}

function tooMany(): RequestError {
  return new RequestError('busy', 'comparisons-busy', {
    uk: 'Зараз порівнюють забагато версій. Спробуйте за хвилину.',
    en: 'Too many versions are being compared now. Try again in a minute.',
  });
}
