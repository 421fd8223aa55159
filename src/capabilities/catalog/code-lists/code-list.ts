import { z } from 'zod';

/** One code of a list. */
export interface Code {
  readonly code: string;
  readonly name: string;
  /** The day it went out of use; null while it is in use. A retired code is never given again. */
  readonly retiredOn: string | null;
  /** What sort of thing it is, as the classifier says: «M», «вулиця». */
  readonly category?: string | undefined;
  /** The code above it in the same list. */
  readonly parent?: string | undefined;
}

/**
 * What a list is to the system, once for the whole community: the codifier against which columns of that kind are checked, or a starting list
 * that is offered once.
 */
export const SERVED = [
  'katottg',
  'kekv',
  'kved-sections',
  'periodicity',
  'formats',
  'licences',
  'yes-no',
  'street-types',
  'settlement-types',
  'oblasts',
  'streets',
  'settlements',
] as const;
export type Served = (typeof SERVED)[number];

/** A named list of codes (довідник) a column may point to. */
export interface CodeList {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  /** Whose list it is; null: the whole community's. */
  readonly unitId: string | null;
  /** True once a published table points to it: then anybody may read it. */
  readonly shown: boolean;
  readonly serves: Served | null;
  /** Where the codes were taken from, in words; '' where the list is our own. */
  readonly source: string;
  /** Grows by one with every change of the codes. */
  readonly version: number;
  /** The version anybody may read: as it was when something was published with it last; null while nothing was. */
  readonly shownVersion: number | null;
  readonly codes: readonly Code[];
}

/** A code as a person gives it. */
export const GivenCode = z.object({
  code: z.string().trim().min(1).max(100),
  name: z.string().trim().min(1).max(254),
  category: z.string().trim().max(100).optional(),
  parent: z.string().trim().max(100).optional(),
});
export type GivenCode = z.infer<typeof GivenCode>;

/** The most codes of one list: the codifier of territories has 31,752. */
export const MOST_CODES = 100_000;

/** What a version changed, in numbers. */
export interface CodeListVersion {
  readonly number: number;
  readonly madeAt: Date;
  readonly madeBy: string;
  readonly added: number;
  readonly renamed: number;
  readonly retired: number;
}
