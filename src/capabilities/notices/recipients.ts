import { system } from '../../kernel/actor.ts';
import { actingAs, type Context } from '../../platform/context.ts';
import {
  findPerson,
  givesHere,
  listPeople,
  listUnits,
  mayAnywhere,
  type Person,
  type Unit,
} from '../accounts/index.ts';
import type { NoticeRecipients } from './notice.ts';

type ByDeed = Extract<NoticeRecipients, { deed: unknown }>;

/**
 * Who is told of what a deed is asked for: those who may do it in the nearest unit upward that has any; without such a unit, those who look
 * after the whole system. Somebody with named datasets hears of those only.
 */
export function nearestWho(people: readonly Person[], units: readonly Unit[], { deed, place }: ByDeed): Person[] {
  const active = people.filter((person) => person.active);
  const able = active.filter(({ appointments }) => mayAnywhere(appointments, deed));
  const everywhere = able.filter(({ appointments }) => mayAnywhere(appointments, 'people.manage'));
  const parents = new Map(units.map(({ id, parentId }) => [id, parentId]));
  const datasetId = typeof place === 'object' && place !== null ? place.id : null;
  const unitId = typeof place === 'object' && place !== null ? place.unitId : place;
  for (let at = unitId; at !== null; at = parents.get(at) ?? null) {
    const here = able.filter(
      (person) =>
        !everywhere.includes(person) &&
        person.appointments.some((held) => givesHere(held, deed, { unitId: at, datasetId })),
    );
    if (here.length > 0) return here;
  }
  return everywhere;
}

/** The active people a notice goes to. */
export async function peopleToTell(ctx: Context, to: NoticeRecipients): Promise<Person[]> {
  if ('people' in to) {
    const people = await Promise.all([...new Set(to.people)].map((id) => findPerson(ctx, id)));
    return people.filter((person): person is Person => person?.active === true);
  }
  const own = actingAs(ctx, system('notices'));
  return nearestWho(await listPeople(own), await listUnits(own), to);
}
