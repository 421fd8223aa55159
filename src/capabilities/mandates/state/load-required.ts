import { type Day, dayOf } from '../../../kernel/dates.ts';
import { type Context, once } from '../../../platform/context.ts';
import { isWithinReach, listUnits, permit, reachOf, type Unit } from '../../accounts/index.ts';
import { type ListedDataset, listedDatasets } from '../../catalog/index.ts';
import type { Duties, Said } from '../duties/mandate-store.ts';
import type { ListItem, Lists } from '../lists/edition.ts';
import { lineFinder } from '../lists/ground-rules.ts';
import { loadLists, readRows } from '../lists/read-lists.ts';
import type { AnsweringDataset, ItemStanding, RequiredView } from './item-state.ts';
import { answering, cellOf, countStates, standingOf } from './state-rules.ts';
import { mainMatcher } from './structure-rules.ts';

const OPEN: ReadonlySet<string> = new Set(['published', 'suspended', 'archived']);

/** What everybody may know of: published, closed for a time, promised, or published on the national portal. */
function isOpen({ state, promisedOn, nationalAddress }: ListedDataset): boolean {
  return OPEN.has(state) || promisedOn !== null || nationalAddress !== null;
}

/** Datasets of each item, by `line`. */
function byLine(
  lists: Lists,
  datasets: readonly ListedDataset[],
  answers: readonly Said[],
): { of: Map<string, { dataset: ListedDataset; by: AnsweringDataset['by'] }[]>; strangers: ListedDataset[] } {
  const lineOf = lineFinder([...lists.items, ...lists.otherItems]);
  const of = new Map<string, { dataset: ListedDataset; by: AnsweringDataset['by'] }[]>();
  const strangers: ListedDataset[] = [];
  const known = new Map(datasets.map((dataset) => [dataset.id, dataset]));
  const add = (line: string, dataset: ListedDataset, by: AnsweringDataset['by']) => {
    const there = of.get(line);
    if (!there) of.set(line, [{ dataset, by }]);
    else if (!there.some((one) => one.dataset.id === dataset.id)) there.push({ dataset, by });
  };
  for (const dataset of datasets) {
    const line = lineOf(dataset.ground);
    if (line !== null) add(line, dataset, 'ground');
    else if (dataset.ground.kind !== 'own-initiative') strangers.push(dataset);
  }
  for (const { line, datasetId, answers: yes } of answers) {
    const dataset = known.get(datasetId);
    if (yes && dataset) add(line, dataset, 'answer');
  }
  return { of, strangers };
}

/** The nearest unit upwards that must publish it; the dataset's own where none must. */
function holderOf(unitId: string, assigned: ReadonlyMap<string, unknown>, parents: ReadonlyMap<string, string | null>) {
  for (let id: string | null = unitId; id !== null; id = parents.get(id) ?? null) if (assigned.has(id)) return id;
  return unitId;
}

function standing(
  item: ListItem,
  mandates: readonly Duties[],
  datasets: readonly AnsweringDataset[],
  facts: { readonly parents: ReadonlyMap<string, string | null>; readonly today: Day },
): ItemStanding {
  const { parents, today } = facts;
  const assigned = new Map(mandates.map((mandate) => [mandate.unitId, mandate]));
  const groups = new Map<string, AnsweringDataset[]>([...assigned.keys()].map((unitId) => [unitId, []]));
  for (const dataset of datasets) {
    const unitId = holderOf(dataset.unitId, assigned, parents);
    const group = groups.get(unitId);
    if (group) group.push(dataset);
    else groups.set(unitId, [dataset]);
  }
  const cells = [...groups].map(([unitId, group]) => cellOf(unitId, assigned.get(unitId) ?? null, group, today));
  return { item, cells, state: standingOf(cells), unassigned: assigned.size === 0 };
}

/** Items a community must answer for: those of state administrations are not its own. */
export function concernsCommunity({ audience }: ListItem): boolean {
  return audience !== 'state-administrations';
}

interface Records {
  readonly lists: Lists;
  readonly mandates: readonly Duties[];
  readonly answers: readonly Said[];
  readonly datasets: readonly ListedDataset[];
}

/** Two statements, whatever the number of units, datasets and items. */
export async function readRecords(ctx: Context): Promise<Records> {
  return once(ctx, 'mandates.records', async () => {
    const lists = await loadLists(ctx);
    const { mandates, answers } = (await readRows(ctx)).duties;
    const said = answers.filter(({ answers: yes }) => yes);
    const items = [...lists.items, ...lists.otherItems].filter(({ tables, fields }) => tables.length > 0 || fields);
    const compared = new Set(items.map(({ line }) => line));
    const datasets = await listedDatasets(ctx, {
      ids: said.map(({ datasetId }) => datasetId),
      tablesOf: {
        ids: said.filter(({ line }) => compared.has(line)).map(({ datasetId }) => datasetId),
        grounds: items.map(({ list, section, number }) => `${list === 'local-list' ? '' : section}|${number}`),
      },
    });
    return { lists, mandates, answers, datasets };
  });
}

function viewOf(
  records: Records,
  units: readonly Unit[],
  datasets: readonly ListedDataset[],
  today: Day,
): RequiredView {
  const { lists, mandates, answers } = records;
  const working = new Set(units.map(({ id }) => id));
  const { of, strangers } = byLine(lists, datasets, answers);
  const ofLine = Map.groupBy(
    mandates.filter(({ unitId }) => working.has(unitId)),
    ({ line }) => line,
  );
  const facts = { parents: new Map(units.map(({ id, parentId }) => [id, parentId])), today };
  const items = lists.items.filter(concernsCommunity).map((item) => {
    const found = (of.get(item.line) ?? []).filter(({ dataset }) => dataset.state !== 'withdrawn');
    const matcher = found.length > 0 ? mainMatcher(item) : null;
    const answers = found.map(({ dataset, by }) => answering(matcher, dataset, by, today));
    return standing(item, ofLine.get(item.line) ?? [], answers, facts);
  });
  return { lists, items, counts: countStates(items), units, strangers };
}

/** What everybody may see of how the community stands to the required lists. */
export async function loadRequired(ctx: Context): Promise<RequiredView> {
  const [records, units] = await Promise.all([readRecords(ctx), listUnits(ctx)]);
  return viewOf(records, units, records.datasets.filter(isOpen), dayOf(ctx.clock.now()));
}

/** The same for the staff: drafts of datasets the actor may see are in it. Needs `dataset.view-internal`. Throws `signed-out`, `forbidden`. */
export async function loadRequiredForStaff(ctx: Context): Promise<RequiredView> {
  await permit(ctx, 'dataset.view-internal');
  const [records, units, reach] = await Promise.all([
    readRecords(ctx),
    listUnits(ctx),
    reachOf(ctx, 'dataset.view-drafts'),
  ]);
  const seen = records.datasets.filter((dataset) => isOpen(dataset) || isWithinReach(reach, dataset));
  return viewOf(records, units, seen, dayOf(ctx.clock.now()));
}

/** The same items as far as these units must answer for them; an item none of them must is left out. */
export function ofUnits(view: RequiredView, unitIds: readonly string[]): RequiredView {
  const wanted = new Set(unitIds);
  const items = view.items.flatMap((one) => {
    const cells = one.cells.filter(({ unitId }) => wanted.has(unitId));
    return cells.length === 0 ? [] : [{ ...one, cells, state: standingOf(cells) }];
  });
  return { ...view, items, counts: countStates(items) };
}

/** Items that a unit, or one above it, must publish and nobody has; for who begins a dataset there. */
export async function absentOf(ctx: Context, unitId: string): Promise<readonly ListItem[]> {
  const view = await loadRequiredForStaff(ctx);
  const parents = new Map(view.units.map((unit) => [unit.id, unit.parentId]));
  const line: string[] = [];
  for (let id: string | null = unitId; id !== null; id = parents.get(id) ?? null) line.push(id);
  const near = ({ cells }: ItemStanding) =>
    Math.min(
      ...cells
        .filter(({ state }) => state === 'absent')
        .map((cell) => (cell.assigned ? line.indexOf(cell.unitId) : -1))
        .filter((at) => at >= 0),
    );
  return view.items
    .filter((one) => Number.isFinite(near(one)))
    .sort((one, other) => near(one) - near(other))
    .map(({ item }) => item);
}
