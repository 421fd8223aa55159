import { type Context, transaction } from '../../platform/context.ts';
import { listHistory, record } from '../history/index.ts';
import type { Dataset } from './dataset.ts';
import { stemsOf } from './dataset-rules.ts';
import { updateDataset } from './dataset-store.ts';
import { openForChange, subjectOf } from './open-dataset.ts';
import { Passport } from './passport.ts';
import { mergeFields, partOf } from './passport-merge-rules.ts';
import { tidyPassport } from './passport-more-rules.ts';
import { readDataset } from './read-datasets.ts';
import { invalidValues } from './refusals.ts';
import { slugOfPassport } from './slug-of-passport.ts';

/** A field that two people changed: what the other one wrote stays until a choice is made. */
export interface PassportConflict {
  readonly field: keyof Passport;
  /** Who wrote what stands there now, and when; null where the history no longer tells. */
  readonly by: { readonly name: string; readonly at: Date } | null;
}

export interface MergedPassport {
  /** As it is now. */
  readonly dataset: Dataset;
  readonly conflicts: readonly PassportConflict[];
  /** Fields somebody else changed meanwhile that this person had left as they were. */
  readonly taken: readonly (keyof Passport)[];
}

/**
 * Writes what a person typed, field by field: a field nobody else touched since it was seen is written; one that only others changed stays
 * theirs; one that both changed is a conflict, and theirs stays. Nothing is written where nothing differs.
 * @param seen marks (`fieldMark`) of the fields as the person had them; a field without one is written as it is
 * Throws `invalid` (fields), `conflict` (withdrawn), `forbidden`, `not-found`.
 */
export function mergePassport(
  ctx: Context,
  id: string,
  typed: Partial<Passport>,
  seen: Readonly<Partial<Record<keyof Passport, string>>>,
): Promise<MergedPassport> {
  return transaction(ctx, async (inner) => {
    const before = await openForChange(inner, id);
    const merged = mergeFields(before.passport, typed, seen);
    const parsed = Passport.safeParse(merged.passport);
    if (!parsed.success) throw invalidValues(parsed.error);
    const after = tidyPassport(parsed.data);
    const written = merged.written.filter((field) => partOf(before.passport, field) !== partOf(after, field));
    if (written.length > 0) await write(inner, before, after, written);
    const conflicts = await withAuthors(inner, id, merged.conflicts);
    return { dataset: await readDataset(inner, id), conflicts, taken: merged.taken };
  });
}

/** The history keeps what was changed, not the whole passport: drafts save by themselves often. */
async function write(ctx: Context, before: Dataset, after: Passport, fields: readonly (keyof Passport)[]) {
  const slug = await slugOfPassport(ctx.db, before, after);
  await updateDataset(ctx.db, before.id, { passport: after, stems: stemsOf(after), slug }, ctx.clock.now());
  const only = (passport: Passport) => Object.fromEntries(fields.map((field) => [field, passport[field] ?? null]));
  await record(ctx, {
    deed: 'passport.changed',
    subject: subjectOf({ ...before, passport: after }),
    before: only(before.passport),
    after: only(after),
  });
}

const LOOKED_AT = 50;

async function withAuthors(ctx: Context, id: string, fields: readonly (keyof Passport)[]): Promise<PassportConflict[]> {
  if (fields.length === 0) return [];
  const entries = await listHistory(ctx, { subjectKind: 'dataset', subjectId: id }, { page: 1, size: LOOKED_AT });
  return fields.map((field) => {
    const entry = entries.items.find(
      (one) => one.deed === 'passport.changed' && partOf(one.before, field) !== partOf(one.after, field),
    );
    return { field, by: entry ? { name: entry.actor.name, at: entry.at } : null };
  });
}
