import { expectedOf } from '../capabilities/dictionary/index.ts';
import type { ExpectedOf } from '../capabilities/ingest/index.ts';
import { protectionFor, riskColumnsFor } from '../capabilities/privacy/index.ts';

/** What a resource's file is looked at with: what is known of its columns, and what was decided on its personal data. */
export const expectedOfFile: ExpectedOf = async (ctx, resourceId) => {
  const known = await expectedOf(ctx, resourceId);
  const protection = await protectionFor(ctx, resourceId);
  const riskBy = await riskColumnsFor(ctx, resourceId);
  return { ...known, ...(protection ? { protection } : {}), ...(riskBy ? { riskBy } : {}) };
};
