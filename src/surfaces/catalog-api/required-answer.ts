import { z } from '@hono/zod-openapi';
import { FREQUENCIES, ITEM_AUDIENCES } from '../../capabilities/catalog/index.ts';
import { ITEM_STATES, type ItemCell, type RequiredView } from '../../capabilities/mandates/index.ts';

const State = z.enum(ITEM_STATES).describe('Computed from facts at the moment of the answer');

const RequiredDataset = z
  .object({
    id: z.string(),
    slug: z.string(),
    title: z.string(),
    state: State,
    page: z.string(),
    nationalPage: z.string().nullable().describe('Its page on data.gov.ua'),
    structure: z
      .object({
        fields: z.number().int(),
        found: z.number().int(),
        percent: z.number().int().nullable().describe('Null of a table known only in part'),
        missing: z.array(z.string()),
      })
      .nullable()
      .describe('Against the recommended table: its fields, how many are there, required ones that are not'),
  })
  .openapi('RequiredDataset');

const RequiredUnit = z
  .object({
    id: z.string(),
    name: z.string(),
    slug: z.string(),
    assigned: z.boolean().describe('False: nobody said that the unit must, but its datasets answer'),
    state: State,
    on: z.string().nullable().describe('Planned: until when; late: when the update was due; excused: the next review'),
    reason: z.string().nullable().describe('Why there is nothing to publish'),
    datasets: z.array(RequiredDataset),
  })
  .openapi('RequiredUnit');

/** Required datasets as the API tells them. */
export const RequiredAnswer = z
  .object({
    applicable: z.number().int(),
    present: z.number().int().describe('Published here or on data.gov.ua'),
    unassigned: z.number().int().describe('Items nobody must publish yet'),
    states: z.record(z.string(), z.number().int()),
    edition: z.string().describe('Edition of the list of resolution 835'),
    items: z.array(
      z.object({
        line: z.string().describe('What the item is about; the same in all editions'),
        list: z.enum(['resolution-835', 'local-list']),
        section: z.string(),
        number: z.number().int(),
        audience: z.enum(ITEM_AUDIENCES),
        title: z.string(),
        name: z.string().describe('Word for word'),
        frequency: z.enum(FREQUENCIES).describe('Recommended or suggested: the list itself names none'),
        state: State,
        page: z.string(),
        units: z.array(RequiredUnit),
      }),
    ),
  })
  .openapi('Required');

function unitAnswer(cell: ItemCell, view: RequiredView, origin: string): z.infer<typeof RequiredUnit> {
  const unit = view.units.find(({ id }) => id === cell.unitId);
  return {
    ...{ id: cell.unitId, name: unit?.name ?? '', slug: unit?.slug ?? '', assigned: cell.assigned },
    ...{ state: cell.state, on: cell.on },
    reason: cell.decision && !cell.lapsed ? cell.decision.reason : null,
    datasets: cell.datasets.map(({ id, slug, title, stands, match, nationalAddress }) => ({
      ...{ id, slug, title, state: stands, page: `${origin}/datasets/${slug}`, nationalPage: nationalAddress },
      structure: match && {
        fields: match.fields,
        found: match.found,
        percent: match.percent,
        missing: match.missing.map(({ name }) => name),
      },
    })),
  };
}

/** The whole view, or what of it a unit answers for. */
export function requiredAnswer(view: RequiredView, origin: string): z.infer<typeof RequiredAnswer> {
  const { applicable, present, unassigned, states } = view.counts;
  const current = view.lists.editions.find(({ list, state }) => list === 'resolution-835' && state === 'current');
  return {
    ...{ applicable, present, unassigned, states: { ...states }, edition: current?.code ?? '' },
    items: view.items.map(({ item, state, cells }) => {
      const { line, list, section, number, audience, title, name, frequency } = item;
      return {
        ...{ line, list, section, number, audience, title, name, frequency, state },
        page: `${origin}/open-data/required/${line}`,
        units: cells.map((cell) => unitAnswer(cell, view, origin)),
      };
    }),
  };
}
