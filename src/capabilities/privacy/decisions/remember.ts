import { foldName } from '../../../language/folding.ts';
import type { Context } from '../../../platform/context.ts';
import type { PersonalSign } from '../../../tabular/detectors/sign.ts';
import type { Decision } from './decision.ts';
import { selectRemembered } from './decision-store.ts';

/** A column that waits for a decision. */
export interface AskedColumn {
  readonly title: string;
  readonly signs: readonly PersonalSign[];
}

const sorts = (signs: readonly Pick<PersonalSign, 'code' | 'whose'>[]) =>
  JSON.stringify(signs.map(({ code, whose }) => `${code} ${whose === 'unclear' ? 'person' : whose}`).sort());

/**
 * What the unit decided the last time on a column of that title with the same sorts of data of the same people: «як минулого разу». By the title of the
 * column; columns nothing is known of are left out. The caller has asked the right to see the draft.
 */
export async function rememberedFor(
  ctx: Context,
  unitId: string,
  columns: readonly AskedColumn[],
): Promise<ReadonlyMap<string, Decision>> {
  const folds = [...new Set(columns.map(({ title }) => foldName(title)))];
  const known = await selectRemembered(ctx.db, unitId, folds);
  return new Map(
    columns.flatMap(({ title, signs }) => {
      const before = known.find((one) => one.columnFold === foldName(title) && sorts(one.signsThen) === sorts(signs));
      return before ? [[title, before] as const] : [];
    }),
  );
}
