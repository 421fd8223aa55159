import { RequestError } from '../../../kernel/errors.ts';
import type { Text } from '../../../kernel/text.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { record } from '../../history/index.ts';
import { countAppointmentsOf } from '../appointments/appointment-store.ts';
import { noSuchUnit } from '../refusals.ts';
import { permit } from '../rights/permit.ts';
import { deleteUnitRow, lockTree, selectUnits } from './unit-store.ts';

/** Says whether anything outside of accounts still belongs to the unit, datasets above all; filled by the app. */
export type UnitInUse = (ctx: Context, unitId: string) => Promise<boolean>;

const notEmpty = (text: Text): RequestError => new RequestError('conflict', 'unit-not-empty', text);

/** Removes an empty unit: nobody below it, no people, nothing that `unitInUse` knows of. Throws the conflict otherwise. */
export function deleteUnit(ctx: Context, id: string, unitInUse?: UnitInUse): Promise<void> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'units.manage', id);
    await lockTree(inner.db);
    const units = await selectUnits(inner.db);
    const unit = units.find((each) => each.id === id);
    if (unit === undefined) throw noSuchUnit();
    if (unit.parentId === null) {
      throw notEmpty({
        uk: 'Раду не можна вилучити: на ній тримається весь портал.',
        en: 'The council cannot be removed.',
      });
    }
    if (units.some((each) => each.parentId === id)) {
      throw notEmpty({
        uk: `У «${unit.name}» є підпорядковані підрозділи. Спершу перенесіть або вилучіть їх.`,
        en: `“${unit.name}” has units below it. Move or remove them first.`,
      });
    }
    if ((await countAppointmentsOf(inner.db, id)) > 0) {
      throw notEmpty({
        uk: `До «${unit.name}» призначено людей. Спершу переведіть їх до іншого підрозділу.`,
        en: `People are appointed to “${unit.name}”. Move them to another unit first.`,
      });
    }
    if (unitInUse !== undefined && (await unitInUse(inner, id))) {
      throw notEmpty({
        uk: `«${unit.name}» має набори даних, тож його не можна вилучити. Якщо підрозділ змінив назву або підпорядкування, змініть їх тут.`,
        en: `“${unit.name}” holds datasets, so it cannot be removed. If it was renamed or moved, change its name or place here.`,
      });
    }
    await deleteUnitRow(inner.db, id);
    await record(inner, { deed: 'unit.removed', subject: { kind: 'unit', id, name: unit.name }, before: unit });
  });
}
