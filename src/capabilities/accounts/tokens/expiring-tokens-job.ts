import { z } from 'zod';
import { dayOf } from '../../../kernel/dates.ts';
import { transaction } from '../../../platform/context.ts';
import { defineJob } from '../../../platform/jobs/job.ts';
import { markTokenTold, selectExpiringTokens } from './token-store.ts';

/** A token's end is told so long before, ms. */
const BEFORE = 14 * 86_400_000;

/**
 * Every morning: tells whose token ends within 14 days, its person, or for a unit's those who manage tokens there. Each is told once; repeating it is
 * harmless.
 */
export const tellExpiringTokensJob = defineJob({
  name: 'accounts.tell-expiring-tokens',
  data: z.object({}),
  async handle(ctx) {
    const now = ctx.clock.now();
    for (const token of await selectExpiringTokens(ctx.db, now, new Date(now.getTime() + BEFORE))) {
      const { id, name, personId, unitId } = token;
      await transaction(ctx, async (tx) => {
        await tx.emit(tx.db, {
          name: 'notice-asked',
          notice: {
            kind: 'token.expiring',
            to: personId === null ? { deed: 'token.manage', place: unitId } : { people: [personId] },
            subject: { kind: 'token', id, name },
            link: personId === null ? '/cabinet/tokens' : '/cabinet/account/tokens',
            facts: { dueOn: dayOf(token.expiresAt) },
            once: 'expiring',
          },
        });
        await markTokenTold(tx.db, id, now);
      });
    }
  },
});
