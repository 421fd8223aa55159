import type { Actor } from '../../kernel/actor.ts';
import type { HistoryEntry } from './history-entry.ts';

/** Names of fields whose value must never stand in the history, whoever passes it by mistake. */
const SECRET_NAME = /password|token|secret|cookie/i;

/** The same value without anything that opens a door: such fields say «…» instead. Keeps arrays and nested objects. */
export function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, SECRET_NAME.test(name) ? '…' : withoutSecrets(inner)]),
  );
}

/** How an actor is written down: the person's name as it was then. */
export function actorOfEntry(actor: Actor): HistoryEntry['actor'] {
  if (actor.kind === 'person') return { kind: 'person', id: actor.id, name: actor.name };
  if (actor.kind === 'token') return actorOfToken(actor);
  if (actor.kind === 'guest') return { kind: 'guest', id: actor.id, name: actor.name };
  if (actor.kind === 'system') return { kind: 'system', id: null, name: actor.name };
  return { kind: 'visitor', id: null, name: '' };
}

/** What a person did by a token stays theirs, and says by which; a unit's token stands for itself. */
function actorOfToken({ id, name, owner }: Extract<Actor, { kind: 'token' }>): HistoryEntry['actor'] {
  return owner === null
    ? { kind: 'token', id, name }
    : { kind: 'person', id: owner.id, name: `${owner.name} («${name}»)` };
}

/** One top-level field that a deed changed. */
export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** Which top-level fields differ, in the order of `after`; what is not an object counts as one nameless field. */
export function changedFields(before: unknown, after: unknown): FieldChange[] {
  if (!isRecord(before) && !isRecord(after)) {
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ field: '', before, after }];
  }
  const old = isRecord(before) ? before : {};
  const fresh = isRecord(after) ? after : {};
  const names = [...new Set([...Object.keys(fresh), ...Object.keys(old)])];
  return names
    .filter((name) => JSON.stringify(old[name]) !== JSON.stringify(fresh[name]))
    .map((name) => ({ field: name, before: old[name] ?? null, after: fresh[name] ?? null }));
}
