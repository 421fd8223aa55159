import { z } from 'zod';
import type { Day } from '../../kernel/dates.ts';
import { PASSPORT_LIMITS } from './passport.ts';

/**
 * A dataset promised to the public (буде оприлюднено): what, by whom, until when. `kept` once it is published; `dropped` when it was taken back,
 * with the reason.
 */
export interface DatasetPromise {
  readonly datasetId: string;
  /** The address it will have as a dataset. */
  readonly slug: string;
  readonly unit: { readonly id: string; readonly name: string; readonly slug: string };
  readonly title: string;
  readonly description: string;
  readonly themes: readonly string[];
  readonly dueOn: Day;
  /** The term as it was first promised. */
  readonly firstDueOn: Day;
  /** ISO 8601 instants. */
  readonly madeAt: string;
  readonly changedAt: string;
  readonly keptAt: string | null;
  readonly droppedAt: string | null;
  readonly reason: string | null;
  readonly state: 'open' | 'kept' | 'dropped';
}

/** The form of a planned dataset: what the public is promised. */
export const NewPlan = z.object({
  unitId: z.string(),
  title: z.string().trim().min(3).max(PASSPORT_LIMITS.title),
  description: z.string().trim().min(3).max(PASSPORT_LIMITS.description),
  themes: z.array(z.string()).max(3),
  dueOn: z.iso.date(),
});
export type NewPlan = z.infer<typeof NewPlan>;
