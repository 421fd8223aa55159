import { sql } from 'kysely';
import { slugify } from '../../language/transliterate.ts';
import type { Database } from '../../platform/context.ts';
import { catalogTables } from './catalog-tables.ts';

/**
 * The next identification number under a holder's code, e.g. `04054228-000123`. The counter only grows, so the number of a deleted draft is
 * never given again; two creations at once wait for each other.
 */
export async function takeNumber(db: Database, holder: string): Promise<string> {
  const { last_number } = await catalogTables(db)
    .insertInto('catalog_number')
    .values({ holder, last_number: 1 })
    .onConflict((conflict) =>
      conflict.column('holder').doUpdateSet({ last_number: sql<number>`catalog_number.last_number + 1` }),
    )
    .returning('last_number')
    .executeTakeFirstOrThrow();
  return `${holder}-${String(last_number).padStart(6, '0')}`;
}

/** Any number, always the same. */
const SLUG_LOCK = 835_04;

/**
 * A slug by КМУ 55 that no dataset has or has ever been public under: `zupynky`, `zupynky-2` …
 * Holds a lock until the transaction ends, so that two datasets of one title cannot take the same.
 * @param own the dataset whose own slug may be kept
 */
export async function takeSlug(db: Database, title: string, own: string | null): Promise<string> {
  await sql`select pg_advisory_xact_lock(${SLUG_LOCK})`.execute(db);
  const base = slugify(title);
  const { rows } = await sql<{ slug: string }>`
    select slug from catalog_dataset where id is distinct from ${own} and (slug = ${base} or starts_with(slug, ${`${base}-`}))
    union select slug from catalog_slug where dataset_id is distinct from ${own}
      and (slug = ${base} or starts_with(slug, ${`${base}-`}))
    union select slug from catalog_promise where dataset_id is distinct from ${own}
      and (slug = ${base} or starts_with(slug, ${`${base}-`}))`.execute(db);
  const taken = new Set(rows.map((row) => row.slug));
  let slug = base;
  for (let copy = 2; taken.has(slug); copy += 1) slug = `${base}-${copy}`;
  return slug;
}
