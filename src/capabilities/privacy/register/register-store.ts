import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../../kernel/dates.ts';
import type { Page } from '../../../kernel/paging.ts';
import type { Database } from '../../../platform/context.ts';
import { type DeedReach, withinReach } from '../../accounts/index.ts';
import { DECISION_FIELDS, type DecisionRow, decisionOf, type StoredDecision } from '../decisions/decision-store.ts';
import type { RegisterFilter } from './register.ts';

interface Row extends DecisionRow {
  readonly undone_by: string | null;
  readonly undone_at: Date | null;
  readonly total: string;
}

/** A decision with how it ended. */
export type EndedDecision = StoredDecision & { readonly undoneBy: string | null; readonly undoneAt: Date | null };

/** Decisions within a reach, the newest first, and how many there are in all; also those that are over. One statement. */
export async function selectRegister(
  db: Database,
  reach: DeedReach,
  asked: { readonly filter: RegisterFilter; readonly today: Day; readonly page: Page },
): Promise<{ items: EndedDecision[]; total: number }> {
  const { size, page } = asked.page;
  const { rows } = await sql<Row>`select ${DECISION_FIELDS}, undone_by, undone_at, count(*) over () as total
    from privacy_decision where ${withinReach(reach)} and ${matching(asked.filter, asked.today)}
    order by decided_at desc, id desc limit ${size} offset ${(page - 1) * size}`.execute(db);
  return {
    items: rows.map((row) => ({
      ...decisionOf(row),
      undoneBy: row.undone_by,
      undoneAt: row.undone_at === null ? null : new Date(row.undone_at),
    })),
    total: Number(rows[0]?.total ?? 0),
  };
}

function matching({ unitId, way, condition, state, due }: RegisterFilter, today: Day): RawBuilder<boolean> {
  const parts = [
    unitId === undefined ? null : sql`unit_id = ${unitId}`,
    way === undefined ? null : sql`way = ${way}`,
    condition === undefined ? null : sql`condition = ${condition}`,
    state === undefined ? null : sql`state = ${state}`,
    due ? sql`(state = 'made' and review_on <= ${today})` : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? sql`true` : sql`${sql.join(parts, sql` and `)}`;
}
