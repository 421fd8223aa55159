import type { Context } from '../../../platform/context.ts';
import { type ReportedPart, type ReportHead, reportOf } from './report-rules.ts';
import { insertReport } from './report-store.ts';

/** Keeps the check of a version in the transaction that makes it. The caller has passed the gate. */
export async function keepReport(
  tx: Context,
  head: ReportHead & { readonly version: number },
  parts: readonly ReportedPart[],
): Promise<void> {
  await insertReport(tx.db, { ...reportOf(head, parts), version: head.version });
}
