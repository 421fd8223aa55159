import { unitWithDescendants } from '../../../capabilities/accounts/index.ts';
import { ITEM_AUDIENCES, type RequiredSection } from '../../../capabilities/catalog/index.ts';
import {
  ITEM_STATES,
  type ItemStanding,
  type ItemState,
  ofUnits,
  type RequiredView,
  searchItems,
} from '../../../capabilities/mandates/index.ts';
import type { Context } from '../../../platform/context.ts';

/** The conditions of an address; what makes no sense does not narrow. */
export interface RequiredQuery {
  /** Address part of a unit; those below it come along. */
  readonly unit: string;
  readonly state: ItemState | null;
  readonly section: RequiredSection | null;
  readonly q: string;
}

/** What a page of required datasets shows. */
export interface ShownRequired {
  readonly query: RequiredQuery;
  /** Of the whole community, or of the unit asked for. */
  readonly view: RequiredView;
  /** Those of the view that meet the other conditions. */
  readonly items: readonly ItemStanding[];
  /** Name of the unit asked for. */
  readonly unitName: string | null;
}

/** Reads the address of the list; what is not understood is left out. */
export function readRequiredQuery(query: URLSearchParams): RequiredQuery {
  const one = (name: string) => query.get(name)?.trim() ?? '';
  return {
    unit: one('unit').slice(0, 200),
    state: ITEM_STATES.find((state) => state === one('state')) ?? null,
    section: ITEM_AUDIENCES.find((audience) => audience === one('section')) ?? null,
    q: one('q').slice(0, 200),
  };
}

/** The query string of the same conditions, with `?`; empty where there are none. */
export function requiredParameters(query: Partial<RequiredQuery>): string {
  const said = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return said.length > 0 ? `?${new URLSearchParams(said)}` : '';
}

/** Narrows the view to a unit and picks the items that meet the rest. */
export async function narrowRequired(ctx: Context, all: RequiredView, asked: RequiredQuery): Promise<ShownRequired> {
  const unit = all.units.find(({ slug }) => slug === asked.unit);
  const query = { ...asked, unit: unit?.slug ?? '' };
  const view = unit ? ofUnits(all, await unitWithDescendants(ctx, unit.id)) : all;
  const words =
    query.q === ''
      ? null
      : new Set(
          searchItems(
            view.items.map(({ item }) => item),
            query.q,
            1000,
          ).map(({ line }) => line),
        );
  const items = view.items.filter(
    ({ item, state }) =>
      (query.state === null || state === query.state) &&
      (query.section === null || item.audience === query.section) &&
      (words === null || words.has(item.line)),
  );
  return { query, view, items, unitName: unit?.name ?? null };
}
