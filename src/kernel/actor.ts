/** Who does a deed: a signed-in person, the command line, or the system itself (jobs). */
export type Actor =
  | { readonly kind: 'person'; readonly id: string; readonly name: string; readonly email: string }
  | { readonly kind: 'system'; readonly name: string }
  | { readonly kind: 'visitor' };

export const VISITOR: Actor = { kind: 'visitor' };

/** The system acting by itself, e.g. `system('worker')`. */
export function system(name: string): Actor {
  return { kind: 'system', name };
}

/** The person's id, or null for the system and visitors. */
export function personId(actor: Actor): string | null {
  return actor.kind === 'person' ? actor.id : null;
}
