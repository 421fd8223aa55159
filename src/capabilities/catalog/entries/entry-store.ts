import { sql } from 'kysely';
import type { Database } from '../../../platform/context.ts';
import type { EntryFacts } from './entry-facts.ts';

/** Just these datasets; or all, so many at a time in the order of their ids. */
export type EntryQuestion =
  | { readonly ids: readonly string[] }
  | { readonly after: string | null; readonly most: number };

type Row = Omit<EntryFacts, 'promise'> & {
  readonly promisedTitle: string | null;
  readonly promisedDescription: string | null;
  readonly promisedSlug: string | null;
  readonly promisedOn: string | null;
};

/** Datasets by id, or the next `most` after an id, in the order of ids, for going over all of them. */
export async function selectEntryFacts(db: Database, question: EntryQuestion): Promise<EntryFacts[]> {
  const which =
    'ids' in question
      ? sql`dataset.id = any(${[...question.ids]}::uuid[])`
      : sql`(${question.after}::uuid is null or dataset.id > ${question.after}::uuid)`;
  const most = 'ids' in question ? sql`` : sql`limit ${question.most}`;
  const { rows } = await sql<Row>`
    select dataset.id as "datasetId", dataset.number, dataset.slug, dataset.unit_id as "unitId", dataset.state,
      dataset.created_at as "createdAt", dataset.passport,
      coalesce((select jsonb_agg(jsonb_build_object('kind', resource.kind, 'url', resource.url) order by resource.position)
        from catalog_resource resource where resource.dataset_id = dataset.id), '[]') as resources,
      coalesce((select array_agg(distinct field.code_list::text) from catalog_resource resource
        join catalog_field field on field.resource_id = resource.id
        where resource.dataset_id = dataset.id and field.code_list is not null), '{}') as "codeLists",
      card.card, entry.due_on::text as "dueOn",
      promise.title as "promisedTitle", promise.description as "promisedDescription", promise.slug as "promisedSlug",
      promise.due_on::text as "promisedOn"
    from catalog_dataset dataset
      left join catalog_card card on card.dataset_id = dataset.id
      left join catalog_entry entry on entry.dataset_id = dataset.id
      left join catalog_promise promise on promise.dataset_id = dataset.id and promise.kept_at is null and promise.dropped_at is null
    where ${which} order by dataset.id ${most}`.execute(db);
  return rows.map(({ promisedTitle, promisedDescription, promisedSlug, promisedOn, ...row }) => ({
    ...row,
    promise:
      promisedOn === null
        ? null
        : {
            title: promisedTitle ?? '',
            description: promisedDescription ?? '',
            slug: promisedSlug ?? '',
            dueOn: promisedOn,
          },
  }));
}
