import type { Context } from '../../../platform/context.ts';
import { listUnits } from '../../accounts/index.ts';
import { record } from '../../history/index.ts';
import type { ListItem } from '../lists/edition.ts';
import { listItems, readRows } from '../lists/read-lists.ts';
import type { Decision } from './mandate.ts';
import { lockMandate, putMandate } from './mandate-store.ts';

/** A decision with the names an order needs. */
export interface NamedDecision {
  /** `local-10 <unit id>`: what an order names it by. */
  readonly id: string;
  readonly item: ListItem;
  readonly unitName: string;
  readonly decision: Decision;
}

/** Decisions of units that work, on items in force, in the order of the list. For papers that carry them. */
export async function namedDecisions(ctx: Context): Promise<readonly NamedDecision[]> {
  const [{ duties }, items, units] = await Promise.all([readRows(ctx), listItems(ctx), listUnits(ctx)]);
  const names = new Map(units.map(({ id, name }) => [id, name]));
  return items.flatMap((item) =>
    duties.mandates.flatMap(({ line, unitId, decision }) => {
      const unitName = names.get(unitId);
      return line === item.line && decision && unitName !== undefined
        ? [{ id: `${line} ${unitId}`, item, unitName, decision }]
        : [];
    }),
  );
}

/**
 * An order carries these decisions, or does no more. The order's own signing has asked the rights.
 * @param ids of `namedDecisions`
 * @param orderLine the order in one line; null: no order
 * @returns what stood before, by id
 */
export async function groundDecisions(
  ctx: Context,
  ids: readonly string[],
  orderLine: string | null,
): Promise<Readonly<Record<string, string>>> {
  const before: Record<string, string> = {};
  for (const id of ids) {
    const [line = '', unitId = ''] = id.split(' ');
    const mandate = await lockMandate(ctx.db, line, unitId);
    if (!mandate?.decision) continue;
    before[id] = mandate.decision.orderLine;
    await putMandate(ctx.db, { ...mandate, decision: { ...mandate.decision, orderLine: orderLine ?? '' } });
    const after = { order: orderLine };
    await record(ctx, { deed: 'mandates.decided', subject: { kind: 'mandates', id: line, name: line, unitId }, after });
  }
  return before;
}
