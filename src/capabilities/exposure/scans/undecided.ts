import type { Context } from '../../../platform/context.ts';
import type { SeenSign } from './seen-sign.ts';

/** Whose data may be public as they are: nobody needs to decide on them. */
const PUBLIC = new Set(['official', 'organization', 'sole-trader']);

/** Those of the signs nobody has decided on yet. */
export async function undecidedOf(_ctx: Context, signs: readonly SeenSign[]): Promise<SeenSign[]> {
  return signs.filter(({ whose }) => !PUBLIC.has(whose));
}
