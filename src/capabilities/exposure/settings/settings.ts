import { z } from 'zod';

/** What the city chose about what is public already. */
export interface ExposureSettings {
  /** Two confirmed reporters, or one and a detector, hide the named column for at most one working day. */
  readonly hides: boolean;
  /** Working days to answer a report in. The city's own promise. */
  readonly answerDays: number;
}

export const ExposureSettings = z.object({
  hides: z.boolean(),
  answerDays: z.coerce.number().int().min(1).max(30),
});
