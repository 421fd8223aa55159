import { z } from 'zod';

/** How the community reviews what is published. */
export const ReviewSettings = z.object({
  /** True: nothing is published without the approval of somebody who may approve. */
  twoPerson: z.boolean(),
  /** Who decides: reviewers and heads of the unit and above, or only those who look after the whole portal. */
  reviewers: z.enum(['unit', 'coordinators']),
  /** The reviewer's term, working days. */
  termDays: z.number().int().min(1).max(30),
  /** True: the same structure, the same repairs, no new findings: published at once, looked at afterwards. */
  routineAtOnce: z.boolean(),
  /** Units that publish at once, looked at afterwards; those below them too. */
  trustedUnitIds: z.array(z.uuid()).max(1000),
});
export type ReviewSettings = z.infer<typeof ReviewSettings>;
