import { sql } from 'kysely';
import type { Database } from '../../platform/context.ts';

/** Titles and slugs of cards, in the given order. */
export async function selectTitles(
  db: Database,
  datasetIds: readonly string[],
): Promise<{ readonly title: string; readonly slug: string }[]> {
  const { rows } = await sql<{ title: string; slug: string }>`
    select card.card -> 'passport' ->> 'title' as title, slug
    from unnest(${[...datasetIds]}::uuid[]) with ordinality as given (dataset_id, place)
    join catalog_card card using (dataset_id) where state = 'published' order by place`.execute(db);
  return rows;
}

interface Places {
  readonly units: readonly { readonly name: string; readonly slug: string; readonly count: number }[];
  readonly themes: readonly { readonly code: string; readonly count: number }[];
}

/** Units and themes that have published datasets, with how many, most first. */
export async function selectUnitsAndThemes(db: Database): Promise<Places> {
  const { rows } = await sql<{ units: Places['units'] | null; themes: Places['themes'] | null }>`
    with counted as (select combination_id as id, count(*) as count from catalog_entry group by combination_id),
      known as materialized (select unit_name, unit_slug, themes, count from counted join catalog_combination using (id)),
      units as (select unit_name as name, unit_slug as slug, sum(count) as count from known group by 1, 2 order by 3 desc),
      themes as (select code, sum(count) as count from known, unnest(themes) code group by 1 order by 2 desc)
    select (select jsonb_agg(units) from units) as units, (select jsonb_agg(themes) from themes) as themes`.execute(db);
  return { units: rows[0]?.units ?? [], themes: rows[0]?.themes ?? [] };
}
