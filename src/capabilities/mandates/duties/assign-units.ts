import { isId } from '../../../kernel/ids.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { findUnit, permit } from '../../accounts/index.ts';
import { findItem } from '../lists/read-lists.ts';
import { noItem, nothingChosen, noUnit } from '../refusals.ts';
import type { DeedStep, MandateDeed } from './deed.ts';
import { doDeed } from './do-deed.ts';
import { lockMandate } from './mandate-store.ts';

/** A unit and what it must publish. */
export interface Duty {
  readonly line: string;
  readonly unitId: string;
}

async function check(ctx: Context, duties: readonly Duty[]): Promise<void> {
  if (duties.length === 0) throw nothingChosen();
  for (const line of new Set(duties.map((duty) => duty.line))) if (!(await findItem(ctx, line))) throw noItem();
  for (const unitId of new Set(duties.map((duty) => duty.unitId))) {
    const unit = await findUnit(ctx, unitId);
    if (!unit || unit.closedOn !== null) throw noUnit();
  }
}

/**
 * Says which units must publish which items, many at once; what was said before stays. Needs `mandate.answer` for each of the units.
 * Throws `invalid` (nothing chosen, unknown unit), `not-found` (no such item), `forbidden`. Null where nothing changed.
 */
export function assignItems(ctx: Context, duties: readonly Duty[]): Promise<MandateDeed | null> {
  return transaction(ctx, async (tx) => {
    for (const unitId of new Set(duties.map((duty) => duty.unitId))) await permit(tx, 'mandate.answer', unitId);
    await check(tx, duties);
    const assignedAt = tx.clock.now().toISOString();
    const steps: DeedStep[] = [];
    for (const { line, unitId } of duties) {
      const before = await lockMandate(tx.db, line, unitId);
      steps.push({ what: 'mandate', before, after: before ?? { line, unitId, assignedAt, decision: null } });
    }
    return doDeed(tx, 'assigned', steps, [...new Set(duties.map(({ line }) => line))].slice(0, 5).join(', '));
  });
}

/**
 * A unit need not publish an item any more: a matter of competence, so a coordinator's alone. Needs `city.manage`. Throws `forbidden`, `invalid`
 * (unknown unit).
 * Null where it did not have to.
 */
export function unassignItem(ctx: Context, { line, unitId }: Duty): Promise<MandateDeed | null> {
  return transaction(ctx, async (tx) => {
    await permit(tx, 'city.manage', null);
    if (!isId(unitId)) throw noUnit();
    const before = await lockMandate(tx.db, line, unitId);
    return before ? doDeed(tx, 'unassigned', [{ what: 'mandate', before, after: null }], line) : null;
  });
}
