import { createHash } from 'node:crypto';
import type { Passport } from './passport.ts';

/** The value as text that is the same whatever the order of its keys; '' for nothing said. */
function told(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.length === 0 ? '' : `[${value.map(told).join()}]`;
  if (typeof value !== 'object') return value === '' ? '' : JSON.stringify(value);
  const parts = Object.entries(value).filter(([, inner]) => told(inner) !== '');
  return parts.length === 0 ? '' : `{${parts.sort().map(([name, inner]) => `${name}:${told(inner)}`)}}`;
}

/** One field of a passport as text to compare: nothing said is ''. */
export function partOf(passport: unknown, field: keyof Passport): string {
  const record = passport !== null && typeof passport === 'object' ? (passport as Record<string, unknown>) : {};
  return told(record[field]);
}

/** A short mark of a field's value: a form carries it to tell later whether somebody changed the field. */
export function fieldMark(passport: Passport, field: keyof Passport): string {
  return createHash('sha256').update(partOf(passport, field)).digest('base64url').slice(0, 16);
}

export interface MergedFields {
  readonly passport: Passport;
  readonly written: readonly (keyof Passport)[];
  readonly conflicts: readonly (keyof Passport)[];
  readonly taken: readonly (keyof Passport)[];
}

/** A three-way merge by fields: what stands now, what was typed, and marks of what the person had before them. */
export function mergeFields(
  now: Passport,
  typed: Partial<Passport>,
  seen: Readonly<Partial<Record<keyof Passport, string>>>,
): MergedFields {
  const passport: Passport = { ...now };
  const written: (keyof Passport)[] = [];
  const conflicts: (keyof Passport)[] = [];
  const taken: (keyof Passport)[] = [];
  for (const field of Object.keys(typed) as (keyof Passport)[]) {
    const mine = { ...now, [field]: typed[field] };
    if (partOf(mine, field) === partOf(now, field)) continue;
    const base = seen[field];
    if (base === undefined || base === fieldMark(now, field)) {
      Object.assign(passport, { [field]: typed[field] });
      written.push(field);
    } else if (base === fieldMark(mine, field)) taken.push(field);
    else conflicts.push(field);
  }
  return { passport, written, conflicts, taken };
}
