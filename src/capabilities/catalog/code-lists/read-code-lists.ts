import { isId } from '../../../kernel/ids.ts';
import type { Context } from '../../../platform/context.ts';
import { listUnits, permit } from '../../accounts/index.ts';
import type { StructureField } from '../structure.ts';
import { noCodeList } from './change-code-list.ts';
import type { Code, CodeList, CodeListVersion } from './code-list.ts';
import {
  type CodeListHead,
  type CodeListLine,
  selectCodeListBySlug,
  selectCodeListHead,
  selectCodeListHeads,
  selectCodeLists,
  selectCodeListsById,
  selectCodePage,
  selectVersionCodes,
  selectVersions,
} from './code-list-store.ts';

/** All code lists, without their codes, for those who work in the cabinet. Throws `forbidden`. */
export async function listCodeLists(ctx: Context): Promise<CodeListLine[]> {
  await permit(ctx, 'dataset.view-drafts');
  return selectCodeLists(ctx.db);
}

/** Lists the columns of a unit's dataset may point to: the community's, and those of the unit and of units above it. */
export async function codeListsOfUnit(ctx: Context, unitId: string): Promise<CodeListLine[]> {
  const parents = new Map((await listUnits(ctx)).map(({ id, parentId }) => [id, parentId]));
  const owners = new Set<string | null>([null]);
  for (let id: string | null = unitId; id !== null && !owners.has(id); id = parents.get(id) ?? null) owners.add(id);
  return (await listCodeLists(ctx)).filter((list) => owners.has(list.unitId));
}

/** One list with its codes. Throws `not-found`, `forbidden`. */
export async function loadCodeList(ctx: Context, id: string): Promise<CodeList> {
  await permit(ctx, 'dataset.view-drafts');
  const list = isId(id) ? (await selectCodeListsById(ctx.db, [id]))[0] : undefined;
  if (!list) throw noCodeList();
  return list;
}

/** A list anybody may read: a published table points to it. Throws `not-found`. */
export async function findShownCodeList(ctx: Context, slug: string): Promise<CodeList> {
  const list = await selectCodeListBySlug(ctx.db, slug);
  if (!list?.shown) throw noCodeList();
  return asShown(ctx, list);
}

/** A list as the public sees it: with the codes of the version that was published last. */
async function asShown(ctx: Context, list: CodeList): Promise<CodeList> {
  return list.shownVersion === null || list.shownVersion === list.version
    ? list
    : asInVersion(ctx, list, list.shownVersion);
}

/** The lists these columns point to as the public sees them, by id: for exports of a published structure. */
export async function shownListsOfFields(
  ctx: Context,
  fields: readonly StructureField[],
): Promise<ReadonlyMap<string, CodeList>> {
  const lists = [...(await codeListsOfFields(ctx, fields)).values()];
  return new Map(await Promise.all(lists.map(async (list) => [list.id, await asShown(ctx, list)] as const)));
}

/** The lists these columns point to, by id: for exports of a structure and the check of values. Asks no right: codes are no secret. */
export async function codeListsOfFields(
  ctx: Context,
  fields: readonly StructureField[],
): Promise<ReadonlyMap<string, CodeList>> {
  const ids = [...new Set(fields.flatMap(({ codeList }) => codeList ?? []))];
  return new Map((await selectCodeListsById(ctx.db, ids)).map((list) => [list.id, list]));
}

/** Versions of a list, the newest first. Throws `forbidden`. */
export async function codeListVersions(ctx: Context, id: string): Promise<CodeListVersion[]> {
  await permit(ctx, 'dataset.view-drafts');
  return isId(id) ? selectVersions(ctx.db, id) : [];
}

/** A list with its codes as they were in a version. Throws `not-found`, `forbidden`. */
export async function loadCodeListVersion(ctx: Context, id: string, number: number): Promise<CodeList> {
  return asInVersion(ctx, await loadCodeList(ctx, id), number);
}

/** The same of a list anybody may read, up to the version that was published last. Throws `not-found`. */
export async function findShownVersion(ctx: Context, slug: string, number: number): Promise<CodeList> {
  const head = await selectCodeListHead(ctx.db, { slug });
  if (number > (head?.shownVersion ?? 0)) throw noCodeList();
  return asInVersion(ctx, await findShownCodeList(ctx, slug), number);
}

async function asInVersion(ctx: Context, list: CodeList, number: number): Promise<CodeList> {
  const codes = await selectVersionCodes(ctx.db, list.id, number);
  if (!codes) throw noCodeList();
  return { ...list, version: number, codes };
}

/** Codes of a list on one page, those that hold the words. Throws `not-found`, `forbidden`. */
export async function codePage(
  ctx: Context,
  id: string,
  wanted: { readonly words?: string; readonly page: number; readonly size: number },
): Promise<{ readonly list: CodeListHead; readonly codes: readonly Code[]; readonly total: number }> {
  await permit(ctx, 'dataset.view-drafts');
  return pageOf(ctx, isId(id) ? await selectCodeListHead(ctx.db, { id }) : null, wanted);
}

/** The same of a list anybody may read. Throws `not-found`. */
export async function shownCodePage(
  ctx: Context,
  slug: string,
  wanted: { readonly words?: string; readonly page: number; readonly size: number },
): Promise<{ readonly list: CodeListHead; readonly codes: readonly Code[]; readonly total: number }> {
  const list = await selectCodeListHead(ctx.db, { slug });
  if (!list?.shown) throw noCodeList();
  if (list.shownVersion === null || list.shownVersion === list.version) return pageOf(ctx, list, wanted);
  const all = (await selectVersionCodes(ctx.db, list.id, list.shownVersion)) ?? [];
  const words = (wanted.words ?? '').trim().toLowerCase();
  const found = all.filter(({ code, name }) => words === '' || `${code}\n${name}`.toLowerCase().includes(words));
  const first = (wanted.page - 1) * wanted.size;
  return { list, codes: found.slice(first, first + wanted.size), total: found.length };
}

async function pageOf(
  ctx: Context,
  list: CodeListHead | null,
  { words = '', page, size }: { readonly words?: string; readonly page: number; readonly size: number },
) {
  if (!list) throw noCodeList();
  return { list, ...(await selectCodePage(ctx.db, list.id, { words: words.trim(), offset: (page - 1) * size, size })) };
}

/** Versions of a list anybody may read, the newest first. Throws `not-found`. */
export async function shownVersions(ctx: Context, slug: string): Promise<CodeListVersion[]> {
  const list = await selectCodeListHead(ctx.db, { slug });
  if (!list?.shown) throw noCodeList();
  const until = list.shownVersion ?? list.version;
  return (await selectVersions(ctx.db, list.id)).filter(({ number }) => number <= until);
}

/** The lists these columns point to without their codes, by id: a page needs only what they are called. One statement, none where there is no list. */
export async function codeListHeadsOfFields(
  ctx: Context,
  fields: readonly StructureField[],
): Promise<ReadonlyMap<string, CodeListHead>> {
  const ids = [...new Set(fields.flatMap(({ codeList }) => codeList ?? []))];
  return new Map((await selectCodeListHeads(ctx.db, ids)).map((list) => [list.id, list]));
}
