import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Context } from '../../../platform/context.ts';
import { accountsTables } from '../accounts-tables.ts';

/**
 * What is counted: tries of a password (`sign-in`), of a code, links asked for (`reset`), wrong passwords together (`wrong`), letters about
 * them (`warned`); from one address or device for one e-mail, or for all of either together where it is ''.
 */
export interface Attempt {
  readonly deed: 'sign-in' | 'reset' | 'code' | 'wrong' | 'warned';
  readonly address: string;
  readonly email: string;
  /** When counting starts anew; `ATTEMPT_MINUTES` when left out. */
  readonly minutes?: number;
}

/** Minutes after the first try when counting starts anew. */
export const ATTEMPT_MINUTES = 15;

const digestOf = (attempt: Attempt): string =>
  createHash('sha256')
    .update(JSON.stringify([attempt.deed, attempt.address, attempt.email]))
    .digest('hex');

/** Counts one try, this one included, within the window; before the answer is known, so that parallel tries count too. */
export async function countAttempt(ctx: Context, attempt: Attempt): Promise<number> {
  const now = ctx.clock.now();
  const windowStart = new Date(now.getTime() - (attempt.minutes ?? ATTEMPT_MINUTES) * 60_000);
  const { tries } = await accountsTables(ctx.db)
    .insertInto('accounts_attempt')
    .values({ digest: digestOf(attempt), tries: 1, since: now })
    .onConflict((conflict) =>
      conflict.column('digest').doUpdateSet({
        tries: sql`case when accounts_attempt.since < ${windowStart} then 1 else accounts_attempt.tries + 1 end`,
        since: sql`case when accounts_attempt.since < ${windowStart} then excluded.since else accounts_attempt.since end`,
      }),
    )
    .returning('tries')
    .executeTakeFirstOrThrow();
  return tries;
}

/** Starts anew after a success, and forgets windows that are long over. */
export async function forgetAttempts(ctx: Context, attempt: Attempt): Promise<void> {
  const longAgo = new Date(ctx.clock.now().getTime() - 24 * 60 * 60_000);
  await accountsTables(ctx.db)
    .deleteFrom('accounts_attempt')
    .where((eb) => eb.or([eb('digest', '=', digestOf(attempt)), eb('since', '<', longAgo)]))
    .execute();
}
