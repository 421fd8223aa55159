import { type Context, transaction } from '../../../platform/context.ts';
import type { Withdrawal } from './withdrawal.ts';
import { markClosed, selectOpenWithdrawals, selectWithdrawals } from './withdrawal-store.ts';

/** Withdrawals of a dataset, the newest first. The caller has asked the right to see the draft. */
export function withdrawalsOf(ctx: Context, datasetId: string): Promise<Withdrawal[]> {
  return selectWithdrawals(ctx.db, datasetId);
}

/** Withdrawals whose people may still stand in earlier versions; for the job that closes these. */
export function openWithdrawals(ctx: Context, datasetId: string): Promise<Withdrawal[]> {
  return selectOpenWithdrawals(ctx.db, datasetId);
}

/** Earlier versions with these people are closed. */
export function withdrawalClosed(ctx: Context, id: string): Promise<void> {
  return transaction(ctx, (tx) => markClosed(tx.db, id, tx.clock.now()));
}
