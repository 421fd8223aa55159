import { addDays, type Day, dayOf } from '../../../kernel/dates.ts';
import type { Context } from '../../../platform/context.ts';
import { reachOf } from '../../accounts/index.ts';
import { readRows } from '../lists/read-lists.ts';
import type { ItemCell, ItemStanding, RequiredCounts, RequiredView } from './item-state.ts';
import { loadRequiredForStaff, ofUnits } from './load-required.ts';

/** Days before its review that a decision is told of. */
const SOON_DAYS = 7;

/** A decision whose review is due soon, or past. */
export interface ReviewDue {
  readonly one: ItemStanding;
  readonly cell: ItemCell;
  readonly unitName: string;
  readonly dueOn: Day;
}

/** The part of the required datasets that a person answers for. */
export interface OwnPart {
  readonly counts: RequiredCounts;
  readonly reviews: readonly ReviewDue[];
  /** True where the person answers for the whole community. */
  readonly whole: boolean;
}

function reviewsOf(view: RequiredView, today: Day): ReviewDue[] {
  const names = new Map(view.units.map(({ id, name }) => [id, name]));
  return view.items.flatMap((one) =>
    one.cells.flatMap((cell) => {
      const dueOn = cell.decision?.nextReview;
      // a decision that facts have overtaken asks nothing
      const asks = cell.lapsed ? cell.state === 'absent' : cell.state === cell.decision?.kind;
      if (!dueOn || !asks || dueOn > addDays(today, SOON_DAYS)) return [];
      return [{ one, cell, unitName: names.get(cell.unitId) ?? '', dueOn }];
    }),
  );
}

/** What the actor answers for, with answers to review; null for somebody who answers for nothing. */
export async function ownRequired(ctx: Context): Promise<OwnPart | null> {
  const reach = await reachOf(ctx, 'mandate.answer');
  const whole = reach === 'all';
  if (!whole) {
    if (reach.unitIds.length === 0) return null;
    const { mandates } = (await readRows(ctx)).duties;
    if (!mandates.some(({ unitId }) => reach.unitIds.includes(unitId))) return null;
  }
  const all = await loadRequiredForStaff(ctx);
  const view = whole ? all : ofUnits(all, reach.unitIds);
  return { counts: view.counts, reviews: reviewsOf(view, dayOf(ctx.clock.now())), whole };
}
