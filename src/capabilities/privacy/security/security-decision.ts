import { z } from 'zod';
import type { Day } from '../../../kernel/dates.ts';

/** What is decided on a dataset that asks for a security decision: shown as it is, without some columns, coarser, or not for a time. Never deletion. */
export const SECURITY_WAYS = ['publish', 'withhold', 'generalise', 'suspend'] as const;
export type SecurityWay = (typeof SECURITY_WAYS)[number];

const words = (max: number) => z.string().trim().max(max);

const Column = z.object({ resourceId: z.uuid(), columnTitle: z.string().min(1).max(10_000) });

/** What somebody decides. */
export const SecurityWish = z.object({
  way: z.enum(SECURITY_WAYS),
  /** Columns to withhold or to make coarser. */
  columns: z.array(Column).max(500).default([]),
  reason: words(2000),
  /** Who agreed: a body or a person in office, with the letter where there is one. */
  agreedWith: words(500).default(''),
  /** The order a suspension stands on. */
  order: words(500).default(''),
  /** Suspended until that day, and then looked at again; for other ways the day the decision is looked at again, or none. */
  reviewOn: z.iso.date().nullable().default(null),
});
export type SecurityWish = z.input<typeof SecurityWish>;
export type ReadSecurityWish = z.output<typeof SecurityWish>;

/** A flag as it was when it was decided upon: with the titles of its columns. */
export interface FlagThen {
  readonly code: string;
  readonly columns: readonly string[];
}

/** A security decision on a dataset, with its evidence. At most one stands at a time. */
export interface SecurityDecision {
  readonly id: string;
  readonly datasetId: string;
  /** The flags it answers. */
  readonly flags: readonly FlagThen[];
  readonly way: SecurityWay;
  readonly columns: readonly { readonly resourceId: string; readonly columnTitle: string }[];
  readonly reason: string;
  readonly agreedWith: string;
  readonly order: string;
  readonly reviewOn: Day | null;
  readonly state: 'made' | 'undone';
  readonly decidedBy: string;
  readonly decidedAt: Date;
}
