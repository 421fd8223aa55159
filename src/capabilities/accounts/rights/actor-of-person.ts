import type { Actor } from '../../../kernel/actor.ts';
import type { Person } from '../units/unit.ts';

/** The signed-in person as the one who does a deed. */
export function actorOfPerson(person: Person): Actor {
  return { kind: 'person', id: person.id, name: person.name, email: person.email };
}
