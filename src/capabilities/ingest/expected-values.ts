import type { Context } from '../../platform/context.ts';
import type { InspectOptions, Protection } from '../../tabular/index.ts';

/**
 * What a file is looked at with besides the checks: values its columns are known to hold, codifiers of kinds, kinds that people chose, weights
 * of checks; and what is done to it before it may leave.
 */
export interface Expected extends Pick<InspectOptions, 'expected' | 'codifier' | 'kinds' | 'severities'> {
  /** The decisions about its personal data as steps, with the key of its dataset. Absent: nothing was decided. */
  readonly protection?: Protection;
  /** Titles by which it is counted whether a person is told without a name. Absent: nobody chose them. */
  readonly riskBy?: readonly string[];
}

/** A port: what the columns of a resource's next file are known to hold, by its structure and by the codifiers of the community. */
export type ExpectedOf = (ctx: Context, resourceId: string) => Promise<Expected>;

/** Nothing is known of any resource. */
export const NOTHING_EXPECTED: ExpectedOf = () => Promise.resolve({});
