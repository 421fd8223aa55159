import { z } from 'zod';

/** One code of a list. */
export interface Code {
  readonly code: string;
  readonly name: string;
  /** The day it went out of use; null while it is in use. A retired code is never given again. */
  readonly retiredOn: string | null;
}

/** A named list of codes (довідник) a column may point to. */
export interface CodeList {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  /** Whose list it is; null: the whole community's. */
  readonly unitId: string | null;
  /** True once a published table points to it: then anybody may read it. */
  readonly shown: boolean;
  readonly codes: readonly Code[];
}

/** A code as a person gives it. */
export const GivenCode = z.object({
  code: z.string().trim().min(1).max(100),
  name: z.string().trim().min(1).max(254),
});
export type GivenCode = z.infer<typeof GivenCode>;

/** The most codes of one list: a classifier of the state is larger and stands elsewhere. */
export const MOST_CODES = 20_000;
