import { faultyField, refuseFaults } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { slugify } from '../../../language/transliterate.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { record } from '../../history/index.ts';
import { noSuchUnit } from '../refusals.ts';
import { permit } from '../rights/permit.ts';
import type { NewUnit } from '../signing-in/requests.ts';
import { tidyEdrpou } from './edrpou.ts';
import type { Unit } from './unit.ts';
import { edrpouFaults, freeSlug, inTreeOrder, NOTHING_SAID, type StoredUnit, unitNameFaults } from './unit-rules.ts';
import { insertUnit, lockTree, selectUnits } from './unit-store.ts';

/**
 * Adds a unit below another: a name and a parent are enough. Its address part is made from the name by КМУ 55 and stays
 * when the unit is renamed, so that links live. Throws `invalid` with the faulty fields `name`, `parentId`, `edrpou`.
 */
export function createUnit(ctx: Context, input: NewUnit): Promise<Unit> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'units.manage', input.parentId);
    const name = input.name.trim().replace(/\s+/g, ' ');
    const edrpou = tidyEdrpou(input.edrpou ?? '') || null;
    refuseFaults([...unitNameFaults(name), ...(edrpou === null ? [] : edrpouFaults(edrpou))]);
    await lockTree(inner.db);
    const units = await selectUnits(inner.db);
    if (!units.some((unit) => unit.id === input.parentId && unit.closedOn === null)) throw noParent();
    const now = inner.clock.now();
    const slug = freeSlug(slugify(name), new Set(units.map((unit) => unit.slug)));
    const given = { parentId: input.parentId, name, slug, edrpou, kind: input.kind ?? 'unit' };
    const unit: StoredUnit = { id: newId(now.getTime()), ...NOTHING_SAID, ...given };
    await insertUnit(inner.db, unit, now);
    await record(inner, {
      deed: 'unit.created',
      subject: { kind: 'unit', id: unit.id, name },
      after: { name, parentId: unit.parentId, edrpou },
    });
    const made = inTreeOrder([...units, unit]).find((each) => each.id === unit.id);
    if (made === undefined) throw noSuchUnit();
    return made;
  });
}

const noParent = () =>
  faultyField('parentId', {
    uk: 'Оберіть, кому підпорядкований підрозділ.',
    en: 'Choose the unit that stands above this one.',
  });
