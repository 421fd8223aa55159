import { dayOf } from '../../../kernel/dates.ts';
import { type Context, once } from '../../../platform/context.ts';
import { askAlone } from '../../../platform/database/ask-together.ts';
import type { Dataset } from '../../catalog/index.ts';
import { latestReadings, type Reading } from '../../ingest/index.ts';
import type { Decision } from '../decisions/decision.ts';
import { decisionsOf } from '../decisions/read-decisions.ts';
import { securityFlags } from './flag-rules.ts';
import type { SecurityDecision } from './security-decision.ts';
import type { LookedColumn, SecurityFlag } from './security-flag.ts';
import { type SecurityFault, securityFaults } from './security-rules.ts';
import { securityQuestion } from './security-store.ts';

/** What asks for a security decision in a dataset, the one that stands, and why it may not be published yet. */
export interface SecurityStanding {
  readonly flags: readonly SecurityFlag[];
  readonly decision: SecurityDecision | null;
  readonly faults: readonly SecurityFault[];
}

/** What somebody has asked already, with other questions. */
interface KnownDecisions {
  readonly security: SecurityDecision | null;
  /** On the personal data of its files. */
  readonly decisions: readonly Decision[];
}

/** How a dataset stands as for security. The caller has asked the right to see the draft. */
export function securityOf(ctx: Context, dataset: Dataset, known?: KnownDecisions): Promise<SecurityStanding> {
  return once(ctx, `privacy.security ${dataset.id}`, async () => {
    const flags = await flagsOf(ctx, dataset);
    const decision = known ? known.security : await askAlone(ctx, securityQuestion(dataset.id));
    const columns = decision?.columns.length ? (known?.decisions ?? (await decisionsOf(ctx, dataset.id))) : [];
    return { flags, decision, faults: securityFaults(flags, decision, { columns, today: dayOf(ctx.clock.now()) }) };
  });
}

async function flagsOf(ctx: Context, { passport, resources }: Dataset): Promise<SecurityFlag[]> {
  const readings = await latestReadings(
    ctx,
    resources.map(({ id }) => id),
  );
  const columnsOf = (resourceId: string) =>
    readings.filter((one) => one.resourceId === resourceId).flatMap(columnsOfFile);
  return securityFlags({
    passport,
    resources: resources.map(({ id, title }) => ({ id, title, columns: columnsOf(id) })),
  });
}

/** Columns of a file as it was read and by the titles they have after the repairs: a column that was taken out is still to be answered. */
function columnsOfFile({ inspection, mended }: Reading): LookedColumn[] {
  const now = mended?.inspection.columns ?? [];
  const read = (inspection?.columns ?? []).map((column) =>
    mended ? { ...column, title: mended.headers[column.index] ?? column.title } : column,
  );
  const titles = new Set(now.map(({ title }) => title));
  return [...now, ...read.filter(({ title }) => !titles.has(title))];
}
