import { isDeepStrictEqual } from 'node:util';
import { addDays, dayOf } from '../../../kernel/dates.ts';
import { isId, newId } from '../../../kernel/ids.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { permit } from '../../accounts/index.ts';
import { record } from '../../history/index.ts';
import { noDeed, tooLateToUndo, tooManySteps, undoneAlready } from '../refusals.ts';
import { type DeedStep, type MandateDeed, type MandateDeedKind, MOST_STEPS, UNDO_DAYS } from './deed.ts';
import { insertDeed, markUndone, selectDeed } from './deed-store.ts';
import { deleteAnswer, deleteMandate, lockAnswer, lockMandate, putAnswer, putMandate } from './mandate-store.ts';

/** Who does it, as a deed keeps it. */
export function doer({ actor }: Context): { id: string; name: string } {
  return actor.kind === 'person' ? { id: actor.id, name: actor.name } : { id: actor.kind, name: '' };
}

async function writeStep(ctx: Context, step: DeedStep): Promise<void> {
  const { db } = ctx;
  if (step.what === 'mandate') {
    if (step.after) await putMandate(db, step.after);
    else if (step.before) await deleteMandate(db, step.before.line, step.before.unitId);
  } else if (step.after) await putAnswer(db, step.after);
  else if (step.before) await deleteAnswer(db, step.before.line, step.before.datasetId);
}

/** How the record of a step is now. */
async function present(ctx: Context, step: DeedStep): Promise<DeedStep['after']> {
  if (step.what === 'mandate') {
    const of = step.after ?? step.before;
    return of ? lockMandate(ctx.db, of.line, of.unitId) : null;
  }
  const of = step.after ?? step.before;
  return of ? lockAnswer(ctx.db, of.line, of.datasetId) : null;
}

/**
 * Writes all steps, keeps them to be taken back, and leaves one line of the history. The caller has asked the rights and opened the
 * transaction. Steps that change nothing are left out; with none left nothing is kept. Throws `invalid` (more than MOST_STEPS).
 */
export async function doDeed(
  ctx: Context,
  kind: MandateDeedKind,
  wanted: readonly DeedStep[],
  note: string,
): Promise<MandateDeed | null> {
  const steps = wanted.filter(({ before, after }) => !isDeepStrictEqual(before, after));
  if (steps.length === 0) return null;
  if (steps.length > MOST_STEPS) throw tooManySteps(steps.length);
  const doneAt = ctx.clock.now();
  const by = doer(ctx);
  const id = newId(doneAt.getTime());
  const deed: MandateDeed = { id, kind, doneAt, doneBy: by.id, doneByName: by.name, steps, undoneAt: null };
  for (const step of steps) await writeStep(ctx, step);
  await insertDeed(ctx.db, deed);
  const subject = { kind: 'mandates', id, name: note };
  await record(ctx, { deed: `mandates.${kind}`, subject, after: { changed: steps.length } });
  return deed;
}

/** A deed done not long ago, to tell of it and offer to take it back; null for one that is not known. Needs a right to answer somewhere. */
export async function findMandateDeed(ctx: Context, id: string): Promise<MandateDeed | null> {
  await permit(ctx, 'mandate.answer');
  return isId(id) ? selectDeed(ctx.db, id) : null;
}

/**
 * Takes a deed back; what somebody has changed since stays as they made it. Needs `mandate.answer` of who did it, or `city.manage`.
 * Throws `not-found`, `conflict` (undone already; longer ago than UNDO_DAYS), `forbidden`.
 * @returns how many records were left alone
 */
export function undoMandateDeed(ctx: Context, id: string): Promise<number> {
  return transaction(ctx, async (tx) => {
    const deed = isId(id) ? await selectDeed(tx.db, id, true) : null;
    if (deed && deed.doneBy === doer(tx).id) await permit(tx, 'mandate.answer');
    else await permit(tx, 'city.manage', null);
    if (deed === null) throw noDeed();
    if (deed.undoneAt !== null) throw undoneAlready();
    const now = tx.clock.now();
    if (dayOf(now) > addDays(dayOf(deed.doneAt), UNDO_DAYS)) throw tooLateToUndo(UNDO_DAYS);
    let left = 0;
    for (const step of [...deed.steps].reverse()) {
      const back = { what: step.what, before: step.after, after: step.before } as DeedStep;
      if (isDeepStrictEqual(await present(tx, step), step.after)) await writeStep(tx, back);
      else left += 1;
    }
    await markUndone(tx.db, id, now);
    const subject = { kind: 'mandates', id, name: deed.kind };
    await record(tx, { deed: 'mandates.undone', subject, after: { changed: deed.steps.length - left, left } });
    return left;
  });
}
