import { type Context, transaction } from '../../../platform/context.ts';
import { createUnit, listUnits } from '../../accounts/index.ts';
import { record } from '../../history/index.ts';
import { matchUnit } from '../passports/holder-rules.ts';
import { nothingChosen, unitWanted, wrongState } from '../refusals.ts';
import { askerOf, openImportForChange, subjectOf } from './begin-import.ts';
import { retryFiles } from './file-store.ts';
import { changeImport } from './import-store.ts';
import { askItems, selectLines } from './item-store.ts';

/** Which unit the datasets of one holder go to: one of ours, or a new one below the council by the holder's name. */
export interface HolderWish {
  readonly holder: string;
  /** `new`: make one. */
  readonly unitId: string;
}

/** What a person says before the carrying over begins. */
export interface StartWish {
  /** Ids of items; null: all that were found. */
  readonly itemIds: readonly string[] | null;
  readonly holders: readonly HolderWish[];
  /** Do at once the repairs that need no person. */
  readonly mend: boolean;
}

/** A holder of the list, how many datasets it has, and the unit it most likely is. */
export interface HolderLine {
  readonly holder: string;
  readonly datasets: number;
  /** Null: none of ours is near. */
  readonly unitId: string | null;
}

/** Whose the found datasets are, and which of our units they most likely mean, by words. */
export async function matchHolders(ctx: Context, holders: readonly string[]): Promise<HolderLine[]> {
  if (holders.length === 0) return [];
  const units = await listUnits(ctx);
  const community = units.find(({ parentId }) => parentId === null)?.name ?? '';
  const counts = new Map<string, number>();
  for (const holder of holders) counts.set(holder, (counts.get(holder) ?? 0) + 1);
  return [...counts]
    .map(([holder, datasets]) => ({ holder, datasets, unitId: matchUnit(holder, units, community)?.id ?? null }))
    .sort((a, b) => b.datasets - a.datasets);
}

/**
 * Begins to carry over what was chosen; it goes on in the background by the rights of who began it. Missing units are made on the way, all or
 * nothing. Needs `city.manage`, and `units.manage` where a unit is made. Throws `invalid` (fields `items`, `units`), `conflict`.
 */
export function startImport(ctx: Context, id: string, wish: StartWish): Promise<void> {
  return transaction(ctx, async (tx) => {
    const found = await openImportForChange(tx, id);
    if (!['found', 'done', 'paused'].includes(found.state)) throw wrongState();
    const chosen = wish.itemIds === null ? null : new Set(wish.itemIds);
    const lines = (await selectLines(tx.db, id)).filter(
      (line) => line.state === 'found' && line.look === found.look && (chosen === null || chosen.has(line.id)),
    );
    if (lines.length === 0) throw nothingChosen();
    const units = await settleUnits(tx, new Set(lines.map(({ holder }) => holder)), wish.holders);
    const asked = lines.map((line) => ({ id: line.id, unitId: units.get(line.holder) ?? '' }));
    const count = await askItems(tx.db, id, asked, tx.clock.now());
    const change = { state: 'working', mend: wish.mend, trouble: null, askedBy: askerOf(tx) } as const;
    await changeImport(tx.db, id, change, tx.clock.now());
    await record(tx, { deed: 'exchange.started', subject: subjectOf(found), after: { datasets: count } });
    await tx.emit(tx.db, { name: 'carrying-asked', importId: id });
  });
}

/** Holder → unit, those that are wanted made anew; two holders of one name make one unit. */
async function settleUnits(
  tx: Context,
  holders: ReadonlySet<string>,
  wishes: readonly HolderWish[],
): Promise<ReadonlyMap<string, string>> {
  const units = await listUnits(tx);
  const top = units.find(({ parentId }) => parentId === null)?.id ?? '';
  const settled = new Map<string, string>();
  for (const holder of holders) {
    const wish = wishes.find((one) => one.holder === holder)?.unitId ?? '';
    const known = units.some((unit) => unit.id === wish);
    if (!known && (wish !== 'new' || holder === '')) throw unitWanted(holder);
    settled.set(holder, known ? wish : (await createUnit(tx, { name: holder.slice(0, 200), parentId: top })).id);
  }
  return settled;
}

/** Stops after the dataset in hand; what was carried over stays. Throws `conflict`, `not-found`. */
export function pauseImport(ctx: Context, id: string): Promise<void> {
  return transaction(ctx, async (tx) => {
    const found = await openImportForChange(tx, id);
    if (found.state !== 'working') throw wrongState();
    await changeImport(tx.db, id, { state: 'paused' }, tx.clock.now());
    await record(tx, { deed: 'exchange.paused', subject: subjectOf(found) });
  });
}

/** Goes on where it stopped, and tries again what failed, in the name of who asks now. Throws `conflict`, `not-found`. */
export function goOnWithImport(ctx: Context, id: string): Promise<void> {
  return transaction(ctx, async (tx) => {
    const found = await openImportForChange(tx, id);
    if (found.state !== 'paused' && found.state !== 'done') throw wrongState();
    const now = tx.clock.now();
    await retryFiles(tx.db, id, now);
    await changeImport(tx.db, id, { state: 'working', trouble: null, askedBy: askerOf(tx) }, now);
    await record(tx, { deed: 'exchange.started', subject: subjectOf(found) });
    await tx.emit(tx.db, { name: 'carrying-asked', importId: id });
  });
}
