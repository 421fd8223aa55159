import type { Person, Unit } from '../accounts/index.ts';

/**
 * Who is told of a message: those who may answer in the nearest unit upward that has any; without such a unit, the administrators.
 * @param unitId null: nobody's message
 */
export function staffOf(people: readonly Person[], units: readonly Unit[], unitId: string | null): Person[] {
  const active = people.filter((person) => person.active);
  const parents = new Map(units.map(({ id, parentId }) => [id, parentId]));
  for (let at: string | null = unitId; at !== null; at = parents.get(at) ?? null) {
    const here = active.filter((person) => person.unitId === at && person.role === 'publisher');
    if (here.length > 0) return here;
  }
  return active.filter(({ role }) => role === 'administrator');
}
