/** A person as others are told of them. */
export interface TokenOwner {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** Who does a deed: a signed-in person, a program by a token, the command line, or the system itself (jobs). */
export type Actor =
  | { readonly kind: 'person'; readonly id: string; readonly name: string; readonly email: string }
  /** A token: of a person, who acts by it with fewer rights, or of a unit (`owner` null). `name`: what people called it. */
  | { readonly kind: 'token'; readonly id: string; readonly name: string; readonly owner: TokenOwner | null }
  /** Somebody without an account, by a one-time link (its id): these deeds on this one thing, nothing else. */
  | {
      readonly kind: 'guest';
      readonly id: string;
      readonly name: string;
      readonly deeds: readonly string[];
      readonly subjectId: string;
    }
  | { readonly kind: 'system'; readonly name: string }
  | { readonly kind: 'visitor' };

export const VISITOR: Actor = { kind: 'visitor' };

/** The system acting by itself, e.g. `system('worker')`. */
export function system(name: string): Actor {
  return { kind: 'system', name };
}

/** The person's id, also where they act by a token; null for the system, visitors and tokens of units. */
export function personId(actor: Actor): string | null {
  if (actor.kind === 'token') return actor.owner?.id ?? null;
  return actor.kind === 'person' ? actor.id : null;
}

/** Who did it, as it is shown: of a person's token, the person with the token in brackets; the system by itself has no name. */
export function nameOfActor(actor: Actor): string {
  if (actor.kind === 'token' && actor.owner) return `${actor.owner.name} («${actor.name}»)`;
  return actor.kind === 'system' || actor.kind === 'visitor' ? '' : actor.name;
}
