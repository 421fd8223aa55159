import { type Context, once } from '../../../platform/context.ts';
import type { Codifier, CodifierOf } from '../../../tabular/index.ts';
import type { Served } from './code-list.ts';
import { selectServing } from './code-list-store.ts';

/** Kinds of columns whose codes stand in a list of the community, once it is loaded. */
const CODIFIERS: Readonly<Record<string, Served>> = { katottg: 'katottg', kekv: 'kekv', 'street-code': 'streets' };

/** The codifiers of the community for the look at a file: read only when the file has a column of the kind. */
export function codifierOf(ctx: Context): CodifierOf {
  return async (kind) => {
    const serves = CODIFIERS[kind];
    return serves === undefined ? null : once(ctx, `catalog.codifier ${serves}`, () => load(ctx, serves));
  };
}

async function load(ctx: Context, serves: Served): Promise<Codifier | null> {
  const list = await selectServing(ctx.db, serves);
  if (!list || list.codes.length === 0) return null;
  return { values: list.codes.map(({ code }) => code), names: list.codes.map(({ name }) => name), codeList: list.name };
}
