import { z } from 'zod';
import type { Day } from '../../../kernel/dates.ts';
import { DETECTOR_CODES, type PersonalSign } from '../../../tabular/detectors/sign.ts';
import type { RecipeStep } from '../../../tabular/inspection.ts';
import { RESTRICTIONS, type Restriction } from '../../catalog/index.ts';

/** What is done with personal data of a column. */
export const WAYS = ['remove', 'mask', 'generalise', 'pseudonymise', 'suppress', 'keep'] as const;
export type Way = (typeof WAYS)[number];

/** The four conditions of ст. 10-1 Закону «Про доступ до публічної інформації» [seed 003 п. 2.6]. */
export const CONDITIONS = ['anonymised', 'consent', 'law', 'not-restricted'] as const;
export type Condition = (typeof CONDITIONS)[number];

/** Interests for which alone access may be restricted: ст. 6 ч. 2 п. 1 Закону «Про доступ до публічної інформації» [seed 003 п. 2.2]. */
export const INTERESTS = [
  'national-security',
  'territorial-integrity',
  'public-order',
  'public-health',
  'rights-of-others',
  'given-in-confidence',
  'justice',
] as const;

const words = (max: number) => z.string().trim().max(max);

/** The three-part test of ст. 6: which interest, what harm, why the harm outweighs what the public would gain. All three are needed. */
export const ThreePart = z.object({
  interest: z.enum(INTERESTS),
  harm: words(2000).min(1),
  balance: words(2000).min(1),
});
export type ThreePart = z.infer<typeof ThreePart>;

/** A law, a decision, a consent as it is kept: what a decision to publish stands on. */
export const Act = z.object({ title: words(500).min(1), number: words(100), date: words(50) });
export type Act = z.infer<typeof Act>;

/** A sign as it was when it was decided upon: enough to tell whether the same is found again. */
export type SignThen = Pick<PersonalSign, 'code' | 'whose' | 'count'>;

/** What somebody wants to do with one column. */
export const DecisionWish = z.object({
  /** '': the whole table. */
  columnTitle: z.string().max(10_000),
  way: z.enum(WAYS),
  /** Signs it answers beside those found in the file: what rows of programs bring. */
  codes: z.array(z.enum(DETECTOR_CODES)).max(DETECTOR_CODES.length).default([]),
  /** How it is carried out; null: nothing is changed (`keep`), or the usual step of the way. */
  step: z
    .object({
      code: z.string().min(1).max(100),
      /** Left out: the column of the wish; null: the whole table. */
      columnTitle: z.string().min(1).max(10_000).nullable().optional(),
      parameters: z.record(z.string().max(100), z.unknown()).optional(),
    })
    .nullable()
    .default(null),
  groundCode: z.string().max(100).nullable().default(null),
  act: Act.nullable().default(null),
  reason: words(2000).default(''),
  restriction: z.enum(RESTRICTIONS).nullable().default(null),
  threePart: ThreePart.nullable().default(null),
  reviewOn: z.iso.date().nullable().default(null),
  /** Published on a ground that covers people who took their consent back too: their rows return. */
  withdrawnToo: z.boolean().default(false),
});
export type DecisionWish = z.input<typeof DecisionWish>;

/** What is decided: the way, its ground or restriction, and until when. */
export type DecisionTerms = Pick<
  Decision,
  'way' | 'step' | 'condition' | 'groundCode' | 'act' | 'reason' | 'restriction' | 'threePart' | 'reviewOn'
>;

/** A decision on personal data of one column, with its evidence. It holds no value of any cell. */
export interface Decision {
  readonly id: string;
  readonly datasetId: string;
  readonly resourceId: string;
  readonly columnTitle: string;
  /** The signs it answers. */
  readonly codes: readonly PersonalSign['code'][];
  readonly way: Way;
  readonly step: RecipeStep | null;
  readonly condition: Condition | null;
  readonly groundCode: string | null;
  readonly act: Act | null;
  readonly reason: string;
  /** Of what is withheld. */
  readonly restriction: Restriction | null;
  readonly threePart: ThreePart | null;
  /** When it is to be looked at again; null: it stands until the data change. */
  readonly reviewOn: Day | null;
  /** `waiting`: somebody else has to confirm it. Only `made` counts. */
  readonly state: 'waiting' | 'made' | 'undone';
  readonly decidedBy: string;
  readonly decidedAt: Date;
  readonly signsThen: readonly SignThen[];
}
