import { z } from 'zod';
import { transaction } from '../../platform/context.ts';
import { defineJob } from '../../platform/jobs/job.ts';
import { putEntry, selectOutdatedCards } from './card-store.ts';
import { ANALYSIS } from './card-words.ts';

const AT_ONCE = 50;

/** After an update of the program: cuts the published cards into words by its own rules. Does nothing when they are. Repeating it is harmless. */
export const indexCardsJob = defineJob({
  name: 'catalog.index-cards',
  data: z.object({}),
  async handle(ctx) {
    for (;;) {
      ctx.signal.throwIfAborted();
      const cards = await selectOutdatedCards(ctx.db, ANALYSIS, AT_ONCE);
      if (cards.length === 0) return;
      for (const card of cards) await transaction(ctx, ({ db }) => putEntry(db, card));
    }
  },
});
