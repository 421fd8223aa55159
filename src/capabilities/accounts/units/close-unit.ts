import { dayOf } from '../../../kernel/dates.ts';
import { faultyField } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { record } from '../../history/index.ts';
import type { AppointmentView } from '../appointments/appointment.ts';
import { mayNameDatasets } from '../appointments/appointment-rules.ts';
import { insertAppointment } from '../appointments/appointment-store.ts';
import { selectAppointments } from '../appointments/appointment-view-store.ts';
import { endNow, yesterday } from '../appointments/change-appointment.ts';
import { noSuchUnit } from '../refusals.ts';
import { keepingAdministrator } from '../rights/access.ts';
import { permit } from '../rights/permit.ts';
import { moveTokens } from '../tokens/token-store.ts';
import { insertMove, insertSuccessor } from './successor-store.ts';
import type { ReorganisationKind } from './unit.ts';
import { lockTree, selectUnits, updateUnit } from './unit-store.ts';

/** Where the work of a unit goes. */
export interface Successor {
  readonly unitId: string;
  /** True: made for this, so whoever had the whole old unit has the whole new one; false: only what they had before. */
  readonly fresh: boolean;
  /** Datasets that went there. */
  readonly datasetIds: readonly string[];
}

/**
 * Closes a unit that was reorganised: its page leads to the successors, units below it stand below the first of them, its people go on with the
 * datasets they had and no more. The datasets have been moved before by those whose they are. Throws `forbidden`, `not-found`, `invalid`.
 * @returns appointments that could not follow (heads and readers of a unit that was joined to another)
 */
export function closeUnit(
  ctx: Context,
  facts: {
    readonly unitId: string;
    readonly kind: ReorganisationKind;
    readonly successors: readonly Successor[];
    readonly on: string;
    readonly order: string;
  },
): Promise<readonly AppointmentView[]> {
  return transaction(ctx, (inner) =>
    keepingAdministrator(inner, [], async () => {
      await permit(inner, 'units.manage', null);
      await lockTree(inner.db);
      const units = await selectUnits(inner.db);
      const unit = units.find(({ id }) => id === facts.unitId);
      if (!unit || unit.closedOn !== null) throw noSuchUnit();
      const [first] = facts.successors;
      if (unit.parentId === null || !first) throw councilStays();
      for (const child of units.filter(({ parentId }) => parentId === unit.id)) {
        await updateUnit(inner.db, { ...child, parentId: child.id === first.unitId ? unit.parentId : first.unitId });
      }
      const left = await moveAppointments(inner, unit.id, facts.successors);
      await moveTokens(inner.db, unit.id, first);
      await updateUnit(inner.db, { ...unit, closedOn: facts.on });
      for (const { unitId } of facts.successors) {
        await insertSuccessor(inner.db, { ...facts, predecessorId: unit.id, successorId: unitId });
        await inner.emit(inner.db, { name: 'unit-changed', unitId });
      }
      await inner.emit(inner.db, { name: 'unit-closed', unitId: unit.id, successorId: first.unitId });
      const names = facts.successors.map(({ unitId }) => units.find(({ id }) => id === unitId)?.name ?? unitId);
      await record(inner, {
        deed: 'unit.reorganised',
        subject: { kind: 'unit', id: unit.id, name: unit.name },
        after: { reorganisation: facts.kind, successors: names, on: facts.on, order: facts.order },
      });
      return left;
    }),
  );
}

const councilStays = () =>
  faultyField('successorId', {
    uk: 'Оберіть, кому переходять набори. Саму раду реорганізувати не можна.',
    en: 'Choose who takes the datasets over. The council itself cannot be reorganised.',
  });

async function moveAppointments(ctx: Context, unitId: string, successors: readonly Successor[]) {
  const now = ctx.clock.now();
  const open = await selectAppointments(ctx.db, { unitIds: [unitId] }, dayOf(now));
  const left: AppointmentView[] = [];
  for (const old of open) {
    const made = successors.flatMap((successor) => {
      const datasetIds = datasetsAt(old, successor);
      return datasetIds === 'none' ? [] : [{ ...old, unitId: successor.unitId, datasetIds }];
    });
    if (made.length === 0) left.push(old);
    for (const appointment of made) {
      await insertAppointment(ctx.db, { ...appointment, id: newId(now.getTime()) }, old.id);
    }
  }
  await endNow(ctx, open, yesterday(ctx));
  return left;
}

/** The datasets somebody goes on with at a successor: all of it (null), those they had, or nothing. */
function datasetsAt(old: AppointmentView, { fresh, datasetIds }: Successor): readonly string[] | null | 'none' {
  if (fresh && old.datasetIds === null) return null;
  if (!mayNameDatasets(old.role)) return 'none';
  const had = old.datasetIds === null ? datasetIds : datasetIds.filter((id) => old.datasetIds?.includes(id));
  return had.length === 0 ? 'none' : had;
}

/** Remembers whose a dataset was; the caller moves it in the same transaction and has asked the right. */
export async function recordMove(
  ctx: Context,
  move: { readonly datasetId: string; readonly fromUnitId: string; readonly toUnitId: string },
): Promise<void> {
  await insertMove(ctx.db, move, ctx.clock.now());
}
