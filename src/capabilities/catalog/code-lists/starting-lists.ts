import { type Context, transaction } from '../../../platform/context.ts';
import { communityProfile, permit } from '../../accounts/index.ts';
import facts from '../facts/starting-lists.json';
import { changeCodeList, createCodeList } from './change-code-list.ts';
import { type CodeList, type GivenCode, SERVED, type Served } from './code-list.ts';
import { selectCodesBelow, selectServing, selectServings } from './code-list-store.ts';
import { codesOfFile } from './propose-codes.ts';

/** A list every community needs, with the place its codes were taken from. Two are empty: the community loads them. */
export interface StartingList {
  readonly serves: Served;
  readonly name: string;
  readonly source: string;
  readonly codes: readonly GivenCode[];
}

const isServed = (word: string): word is Served => (SERVED as readonly string[]).includes(word);

export const STARTING_LISTS: readonly StartingList[] = facts.lists.flatMap(({ serves, ...list }) =>
  isServed(serves) ? [{ ...list, serves }] : [],
);

/** Starting lists the community has not taken yet. */
export async function offeredLists(ctx: Context): Promise<StartingList[]> {
  const taken = new Set(await selectServings(ctx.db));
  const own = taken.has('katottg') && !taken.has('settlements') ? await ownSettlements(ctx) : null;
  return [...STARTING_LISTS.filter(({ serves }) => !taken.has(serves)), ...(own ? [own] : [])];
}

/** Settlements of the community, and parts of its cities, as the loaded codifier has them; null where it does not have the community. */
async function ownSettlements(ctx: Context): Promise<StartingList | null> {
  const code = (await communityProfile(ctx))?.katottg ?? null;
  const codifier = code === null ? null : await selectCodesBelow(ctx.db, 'katottg', code);
  if (!codifier) return null;
  const codes = codifier.codes.map(({ code: own, name, category, parent }) => ({
    code: own,
    name,
    ...(category ? { category } : {}),
    ...(parent === undefined || parent === code ? {} : { parent }),
  }));
  if (codes.length === 0) return null;
  return { serves: 'settlements', name: 'Населені пункти громади', source: codifier.source, codes };
}

/** Takes starting lists as lists of the whole community; those it has already stay as they are. Throws `forbidden`. */
export function takeStartingLists(ctx: Context, wanted: readonly string[]): Promise<CodeList[]> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'dataset.coordinate', null);
    const made: CodeList[] = [];
    for (const { serves, name, source, codes } of await offeredLists(inner))
      if (wanted.includes(serves))
        made.push(await createCodeList(inner, { name, unitId: null, codes, serves, source }));
    return made;
  });
}

/**
 * Loads a file of codes into the list that serves as this, making the list where there is none: the way of the command line, which has seen the
 * file itself. Codes that are not in the file go out of use. Throws `invalid` (rows), `forbidden`.
 * @param sweeping true: even where most codes of the list go out of use; otherwise `conflict` is thrown then
 */
export async function loadServing(
  ctx: Context,
  serves: Served,
  file: { readonly path: string; readonly fileName: string },
  sweeping: boolean,
): Promise<CodeList> {
  const { path, fileName } = file;
  const codes = await codesOfFile(ctx, path, fileName, serves);
  return transaction(ctx, async (inner) => {
    const list = (await selectServing(inner.db, serves)) ?? (await takeStartingLists(inner, [serves]))[0];
    if (!list) throw new Error(`no starting list serves as ${serves}`);
    return changeCodeList(inner, list.id, { codes, only: true, careful: !sweeping });
  });
}
