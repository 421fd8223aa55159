import { dayOf, isDay } from '../../kernel/dates.ts';
import { type Context, transaction } from '../../platform/context.ts';
import {
  type AppointmentView,
  closeUnit,
  createUnit,
  findUnit,
  permit,
  type ReorganisationKind,
  type Successor,
} from '../accounts/index.ts';
import { listDatasets } from '../catalog/index.ts';
import { moveDatasetToUnit } from '../publishing/index.ts';
import { faulty } from './refusals.ts';

/** What happens to a unit that is no more. */
export interface ReorganisationWish {
  readonly unitId: string;
  /** Who takes it over: a unit there is, or a new one in its place (the same place in the tree). */
  readonly successor: { readonly unitId: string } | { readonly name: string; readonly edrpou: string | null };
  /** Datasets that go elsewhere than the rest: id of a dataset → id of a unit. */
  readonly elsewhere: Readonly<Record<string, string>>;
  /** The day of the document; today where left out. */
  readonly on: string;
  /** The document in words; may be empty. */
  readonly order: string;
}

export interface Reorganised {
  readonly kind: ReorganisationKind;
  readonly successorId: string;
  readonly datasets: number;
  /** Appointments that could not follow. */
  readonly left: readonly AppointmentView[];
}

const MOST = 2_000;

/**
 * Joins a unit to another, puts a new one in its place or splits it: every dataset passes on with its id, number, address and versions, people
 * go on with what they had, the old page leads to the successors. One transaction. Needs `units.manage`. Throws `forbidden`, `not-found`,
 * `invalid` (`successorId`, `name`, `edrpou`, `on`).
 */
export function reorganiseUnit(ctx: Context, wish: ReorganisationWish): Promise<Reorganised> {
  return transaction(ctx, async (tx) => {
    await permit(tx, 'units.manage', null);
    const unit = await findUnit(tx, wish.unitId);
    if (wish.on !== '' && !isDay(wish.on)) {
      throw faulty(
        'on',
        'Вкажіть день документа або лишіть порожнім.',
        'Give the day of the document or leave it empty.',
      );
    }
    const main = await mainSuccessor(tx, wish, unit?.parentId ?? null);
    const moves = await moveAll(tx, wish, main.unitId);
    const others = [...moves.keys()].filter((unitId) => unitId !== main.unitId);
    const successors: Successor[] = [
      { ...main, datasetIds: moves.get(main.unitId) ?? [] },
      ...others.map((unitId) => ({ unitId, fresh: false, datasetIds: moves.get(unitId) ?? [] })),
    ];
    const kind = others.length > 0 ? 'split' : main.fresh ? 'rename' : 'merge';
    const on = wish.on === '' ? dayOf(tx.clock.now()) : wish.on;
    const left = await closeUnit(tx, { unitId: wish.unitId, kind, successors, on, order: wish.order.trim() });
    const datasets = [...moves.values()].reduce((sum, ids) => sum + ids.length, 0);
    return { kind, successorId: main.unitId, datasets, left };
  });
}

async function mainSuccessor(ctx: Context, { unitId, successor }: ReorganisationWish, parentId: string | null) {
  if ('name' in successor) {
    const made = await createUnit(ctx, { name: successor.name, edrpou: successor.edrpou, parentId });
    return { unitId: made.id, fresh: true };
  }
  const found = await findUnit(ctx, successor.unitId);
  if (!found || found.closedOn !== null || found.id === unitId) {
    throw faulty('successorId', 'Оберіть, кому переходять набори.', 'Choose who takes the datasets over.');
  }
  return { unitId: found.id, fresh: false };
}

/** Passes every dataset of the unit on. @returns ids by the unit they went to */
async function moveAll(ctx: Context, wish: ReorganisationWish, mainId: string): Promise<Map<string, string[]>> {
  const { items } = await listDatasets(ctx, { unitIds: [wish.unitId] }, { page: 1, size: MOST });
  const moves = new Map<string, string[]>();
  for (const { id } of items) {
    const to = wish.elsewhere[id] || mainId;
    if (to === wish.unitId) throw faulty('successorId', 'Набір не може лишитися.', 'A dataset cannot stay behind.');
    await moveDatasetToUnit(ctx, id, to);
    moves.set(to, [...(moves.get(to) ?? []), id]);
  }
  return moves;
}
