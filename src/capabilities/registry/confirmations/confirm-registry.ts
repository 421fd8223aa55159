import { system } from '../../../kernel/actor.ts';
import { dayOf } from '../../../kernel/dates.ts';
import { RequestError } from '../../../kernel/errors.ts';
import { isId, newId } from '../../../kernel/ids.ts';
import { actingAs, type Context, transaction } from '../../../platform/context.ts';
import { takeBytes } from '../../../platform/objects/take-bytes.ts';
import { findUnit, isWithinReach, listAllUnits, permit, reachOf, type Unit } from '../../accounts/index.ts';
import { record } from '../../history/index.ts';
import { type Link, type LinkPerson, type MadeLink, makeLink, useLink } from '../../links/index.ts';
import { notify } from '../../notices/index.ts';
import type { RegistryEntry } from '../entries/entry.ts';
import { reachFor, registryRows } from '../entries/list-entries.ts';
import { frozenFile } from '../own-dataset/own-files.ts';
import type { Confirmation, UnitStanding } from './confirmation.ts';
import { insertConfirmation, selectConfirmation, selectConfirmations, selectStandings } from './confirmation-store.ts';

const WHOLE = { page: 1, size: 1_000_000 };
const LISTED = 100;
const YEAR = 12;

const placeOf = (unitId: string) => ({ id: unitId, unitId });

/** What a confirmation of the unit would be about: its entries and those of the units below. Needs `registry.confirm` there. */
export async function entriesToConfirm(ctx: Context, unitId: string): Promise<readonly RegistryEntry[]> {
  await permit(ctx, 'registry.confirm', placeOf(unitId));
  // whoever confirms a unit sees all of it: a head by rights, a person with a link by the link
  const whole = actingAs(ctx, system('registry'));
  return (await registryRows(whole, { unitId }, { audience: 'staff', order: 'number', page: WHOLE })).items;
}

/**
 * «Станом на сьогодні підтверджую»: freezes a file of the unit's registry with the units below and remembers who said that it is true. Needs
 * `registry.confirm` there. Throws `invalid` (no such unit, nothing to confirm), `forbidden`.
 * @param origin scheme and host of the links in the file
 */
export async function confirmRegistry(ctx: Context, unitId: string, origin: string): Promise<Confirmation> {
  const entries = await entriesToConfirm(ctx, unitId);
  const unit = await unitToConfirm(ctx, unitId);
  if (entries.length === 0) throw nothingToConfirm();
  const now = ctx.clock.now();
  const id = newId(now.getTime());
  const bytes = Buffer.from(`\uFEFF${frozenFile(entries, ctx.origin ?? origin)}`);
  const file = await takeBytes(ctx.objects, 'restricted', id, bytes);
  const confirmation: Confirmation = {
    id,
    unitId,
    unitName: unit.name,
    day: dayOf(now),
    personName: 'name' in ctx.actor ? ctx.actor.name : '',
    byLink: ctx.actor.kind === 'guest',
    madeAt: now,
    entries: entries.length,
    filled: entries.reduce((sum, { asked, missing }) => sum + asked - missing.length, 0),
    asked: entries.reduce((sum, { asked }) => sum + asked, 0),
    file,
  };
  await transaction(ctx, async (tx) => {
    await insertConfirmation(
      tx.db,
      confirmation,
      entries.map(({ datasetId }) => datasetId),
    );
    await record(tx, {
      deed: 'registry.confirmed',
      subject: { kind: 'unit', id: unitId, name: unit.name },
      after: { day: confirmation.day, entries: entries.length, sha256: file.sha256 },
    });
  });
  return confirmation;
}

async function unitToConfirm(ctx: Context, unitId: string): Promise<Unit> {
  const unit = await findUnit(ctx, unitId);
  if (unit === null || unit.closedOn !== null) throw noUnit();
  return unit;
}

/** Asks somebody without an account, e.g. the head, to confirm the registry of a unit by a one-time link. Needs `registry.confirm` there. */
export async function askConfirmation(
  ctx: Context,
  unitId: string,
  wish: { readonly person: LinkPerson; readonly origin: string },
): Promise<MadeLink> {
  await permit(ctx, 'registry.confirm', placeOf(unitId));
  const { name } = await unitToConfirm(ctx, unitId);
  const subject = { kind: 'unit', id: unitId, name: `Реєстр даних: ${name}` };
  return makeLink(ctx, { purpose: 'confirm-registry', subject, datasetId: unitId, unitId, ...wish });
}

/** Does the deed of a link about a registry, in the name of its person, once, and tells those who look after the unit. Throws `gone`, `invalid`. */
export function confirmByLink(ctx: Context, code: string, origin: string): Promise<Link> {
  return useLink(ctx, code, async (guest, link) => {
    await confirmRegistry(guest, link.unitId, origin);
    await notify(guest, {
      to: { deed: 'registry.confirm', place: link.unitId },
      kind: 'review.answered',
      subject: { kind: 'unit', id: link.unitId, name: link.subject.name },
      link: '/cabinet/city/registry/confirm',
      facts: { by: link.person.name },
    });
    return 'registry-confirmed';
  });
}

/** How the registry stands, unit by unit in the order of the tree, and what was confirmed: within the asker's reach. Throws `forbidden`. */
export async function registryStanding(
  ctx: Context,
): Promise<{ readonly units: readonly UnitStanding[]; readonly confirmations: readonly Confirmation[] }> {
  const reach = await reachFor(ctx, 'staff');
  const since = new Date(ctx.clock.now());
  since.setUTCMonth(since.getUTCMonth() - YEAR);
  const standings = await selectStandings(ctx.db, reach, since);
  const places = new Map((await listAllUnits(ctx)).map(({ id }, at) => [id, at]));
  const units = standings.toSorted((a, b) => (places.get(a.unitId) ?? 0) - (places.get(b.unitId) ?? 0));
  return { units, confirmations: await selectConfirmations(ctx.db, reach === 'all' ? null : reach.unitIds, LISTED) };
}

/** The frozen file of a confirmation, as a stream of bytes. Needs `dataset.view-internal` of its unit. Throws `not-found`. */
export async function openConfirmation(
  ctx: Context,
  id: string,
): Promise<{ readonly confirmation: Confirmation; readonly bytes: AsyncIterable<Uint8Array> }> {
  const confirmation = isId(id) ? await selectConfirmation(ctx.db, id) : null;
  const reach = await reachOf(ctx, 'dataset.view-internal');
  if (!confirmation || !isWithinReach(reach, { id: null, unitId: confirmation.unitId })) throw noConfirmation();
  return { confirmation, bytes: await ctx.objects.read(confirmation.file.key) };
}

const refusal = (kind: 'invalid' | 'not-found', code: string, uk: string, en: string) =>
  new RequestError(kind, code, { uk, en });

const noUnit = () =>
  refusal(
    'invalid',
    'unit-unknown',
    'Такого підрозділу немає. Виберіть підрозділ зі списку.',
    'There is no such unit. Choose a unit from the list.',
  );
const nothingToConfirm = () =>
  refusal(
    'invalid',
    'nothing-to-confirm',
    'У цього підрозділу ще немає записів у реєстрі, тому підтверджувати нічого.',
    'This unit has no entries in the registry yet, so there is nothing to confirm.',
  );
const noConfirmation = () =>
  refusal('not-found', 'confirmation-not-found', 'Такого підтвердження немає.', 'There is no such confirmation.');
