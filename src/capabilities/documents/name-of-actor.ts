import type { Actor } from '../../kernel/actor.ts';

/** Who did it, as it is shown; the system by itself has no name. */
export function nameOfActor(actor: Actor): string {
  return actor.kind === 'system' || actor.kind === 'visitor' ? '' : actor.name;
}
