import { type FieldFault, refuseFaults } from '../../../kernel/errors.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { record } from '../../history/index.ts';
import { katottgFaults, siteFaults, tidyKatottg } from '../community/community-rules.ts';
import { emailFaults } from '../people/person-rules.ts';
import { noSuchUnit } from '../refusals.ts';
import { permit } from '../rights/permit.ts';
import type { UnitChange } from '../signing-in/requests.ts';
import { tidyEdrpou } from './edrpou.ts';
import type { Unit } from './unit.ts';
import { edrpouFaults, inTreeOrder, isUnitKind, type StoredUnit, unitNameFaults, wouldMakeRing } from './unit-rules.ts';
import { lockTree, selectUnits, updateUnit } from './unit-store.ts';

const KIND_FAULT: FieldFault = {
  field: 'kind',
  text: {
    uk: 'Оберіть, що це: відділ, підприємство, заклад.',
    en: 'Choose what it is: a division, an enterprise, a facility.',
  },
};

function changed(unit: StoredUnit, change: UnitChange): StoredUnit {
  return {
    ...unit,
    name: change.name?.trim().replace(/\s+/g, ' ') ?? unit.name,
    parentId: change.parentId ?? unit.parentId,
    edrpou: change.edrpou === undefined ? unit.edrpou : tidyEdrpou(change.edrpou ?? '') || null,
    email: change.email?.trim() ?? unit.email,
    phone: change.phone?.trim() ?? unit.phone,
    site: change.site?.trim() ?? unit.site,
    kind: change.kind ?? unit.kind,
    katottg: change.katottg === undefined ? unit.katottg : tidyKatottg(change.katottg),
    headName: change.headName?.trim().replace(/\s+/g, ' ') ?? unit.headName,
    headPost: change.headPost?.trim().replace(/\s+/g, ' ') ?? unit.headPost,
  };
}

function parentFaults(units: readonly StoredUnit[], before: StoredUnit, after: StoredUnit): FieldFault[] {
  if (after.parentId === before.parentId || after.parentId === null) return [];
  const fault = (uk: string, en: string): FieldFault[] => [{ field: 'parentId', text: { uk, en } }];
  if (before.parentId === null) {
    return fault('Рада стоїть над усіма і нікому не підпорядкована.', 'The council stands above all units.');
  }
  if (wouldMakeRing(units, after.id, after.parentId)) {
    return fault(
      'Підрозділ не може бути підпорядкований собі або тому, хто стоїть нижче. Оберіть інший.',
      'A unit cannot stand below itself or below one of its own. Choose another.',
    );
  }
  if (units.some((unit) => unit.id === after.parentId && unit.closedOn === null)) return [];
  return fault('Такого підрозділу немає. Оберіть інший.', 'There is no such unit. Choose another.');
}

function faultsOf(units: readonly StoredUnit[], before: StoredUnit, after: StoredUnit): FieldFault[] {
  const rootWithoutCode = after.parentId === null && after.edrpou === null;
  return [
    ...unitNameFaults(after.name),
    ...parentFaults(units, before, after),
    ...(rootWithoutCode || after.edrpou !== null ? edrpouFaults(after.edrpou ?? '') : []),
    ...(after.email === '' ? [] : emailFaults(after.email)),
    ...siteFaults(after.site),
    ...(after.katottg === '' ? [] : katottgFaults(after.katottg)),
    ...(isUnitKind(after.kind) ? [] : [KIND_FAULT]),
  ];
}

/**
 * Renames or moves a unit, or changes its contacts. Its address part stays. Throws `invalid` with the faulty fields; a move
 * below itself is one.
 */
export function changeUnit(ctx: Context, id: string, change: UnitChange): Promise<Unit> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'units.manage', id);
    await lockTree(inner.db);
    const units = await selectUnits(inner.db);
    const before = units.find((unit) => unit.id === id);
    if (before === undefined || before.closedOn !== null) throw noSuchUnit();
    const after = changed(before, change);
    refuseFaults(faultsOf(units, before, after));
    await updateUnit(inner.db, after);
    await record(inner, { deed: 'unit.changed', subject: { kind: 'unit', id, name: after.name }, before, after });
    await inner.emit(inner.db, { name: 'unit-changed', unitId: id });
    const fresh = inTreeOrder(units.map((unit) => (unit.id === id ? after : unit)));
    return fresh.find((unit) => unit.id === id) ?? { ...after, shownEdrpou: after.edrpou };
  });
}
