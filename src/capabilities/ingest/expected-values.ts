import type { Context } from '../../platform/context.ts';
import type { ExpectedValues } from '../../tabular/index.ts';

/** A port: what the columns of a resource's next file are known to hold, by its structure. */
export type ExpectedOf = (ctx: Context, resourceId: string) => Promise<readonly ExpectedValues[]>;

/** Nothing is known of any resource. */
export const NOTHING_EXPECTED: ExpectedOf = () => Promise.resolve([]);
