import { RequestError } from '../../../kernel/errors.ts';
import { isId } from '../../../kernel/ids.ts';
import type { Context } from '../../../platform/context.ts';
import { RECOMMENDED, recommendedStandard, type Standard } from '../../../tabular/standards/index.ts';
import { permit } from '../../accounts/index.ts';
import { idOfOwn, type OwnStandard, standardOfOwn } from './own-standard.ts';
import {
  type StandardVersion,
  selectOwnStandard,
  selectOwnStandards,
  selectStandardVersions,
} from './standard-store.ts';

/** Structures the community keeps that are in use; public, as the recommended ones are. */
export async function ownStandards(ctx: Context): Promise<Standard[]> {
  const all = await selectOwnStandards(ctx.db);
  return all.filter(({ retiredOn }) => retiredOn === null).map(standardOfOwn);
}

/** All structures there are: the community's own, then the recommended ones. The shared block of the address is among them. */
export async function allStandards(ctx: Context): Promise<Standard[]> {
  return [...(await ownStandards(ctx)), ...RECOMMENDED];
}

/** A structure by its key, also one that is no more in use; null for a key nobody knows. */
export async function findStandard(ctx: Context, key: string): Promise<Standard | null> {
  const id = idOfOwn(key);
  if (id === null) return recommendedStandard(key);
  const own = isId(id) ? await selectOwnStandard(ctx.db, id) : null;
  return own && standardOfOwn(own);
}

/** Structures the community keeps, retired ones too, for those who work in the cabinet. Throws `forbidden`. */
export async function listOwnStandards(ctx: Context): Promise<OwnStandard[]> {
  await permit(ctx, 'dataset.view-drafts');
  return selectOwnStandards(ctx.db);
}

export function noStandard(): RequestError {
  return new RequestError('not-found', 'standard-not-found', {
    uk: 'Такої структури немає. Перевірте адресу або відкрийте перелік структур.',
    en: 'There is no such structure. Check the address or open the list of structures.',
  });
}

/** One of them with its versions. Throws `not-found`, `forbidden`. */
export async function loadOwnStandard(
  ctx: Context,
  id: string,
): Promise<{ readonly standard: OwnStandard; readonly versions: readonly StandardVersion[] }> {
  await permit(ctx, 'dataset.view-drafts');
  const standard = isId(id) ? await selectOwnStandard(ctx.db, id) : null;
  if (!standard) throw noStandard();
  return { standard, versions: await selectStandardVersions(ctx.db, id) };
}
