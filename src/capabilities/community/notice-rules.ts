import { givesHere, mayAnywhere, type Person, type Unit } from '../accounts/index.ts';
import type { Message } from './message.ts';

/**
 * Who is told of a message: those who may answer it in the nearest unit upward that has any; without such a unit, those who look after the
 * whole system. Somebody with named datasets hears of those only.
 */
export function staffOf(
  people: readonly Person[],
  units: readonly Unit[],
  { unitId, dataset }: Pick<Message, 'unitId' | 'dataset'>,
): Person[] {
  const active = people.filter((person) => person.active);
  const parents = new Map(units.map(({ id, parentId }) => [id, parentId]));
  const everywhere = active.filter(({ appointments }) => mayAnywhere(appointments, 'people.manage'));
  const answering = active.filter((person) => !everywhere.includes(person));
  for (let at: string | null = unitId; at !== null; at = parents.get(at) ?? null) {
    const place = { unitId: at, datasetId: dataset?.id ?? null };
    const here = answering.filter(({ appointments }) =>
      appointments.some((held) => givesHere(held, 'message.answer', place)),
    );
    if (here.length > 0) return here;
  }
  return everywhere;
}
