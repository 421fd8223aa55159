import { sql } from 'kysely';
import type { Text } from '../../../kernel/text.ts';
import type { Database } from '../../../platform/context.ts';

/** A code list that is a dataset too: its own road through the one gate. */
export interface PublishedList {
  readonly listId: string;
  readonly datasetId: string;
  readonly resourceId: string;
  /** In whose name it is published. */
  readonly personId: string;
  readonly readingId: string | null;
  /** `reading`: its file is read; `asked`: publication was asked for; `idle`: nothing is under way. */
  readonly step: 'reading' | 'asked' | 'idle';
  /** Why it stopped, for the page of the list. */
  readonly trouble: Text | null;
  /** Version of the list the dataset was last made of. */
  readonly version: number;
}

interface Row {
  readonly list_id: string;
  readonly dataset_id: string;
  readonly resource_id: string;
  readonly person_id: string;
  readonly reading_id: string | null;
  readonly step: PublishedList['step'];
  readonly trouble: Text | null;
  readonly version: number;
}

const listOf = (row: Row): PublishedList => ({
  listId: row.list_id,
  datasetId: row.dataset_id,
  resourceId: row.resource_id,
  personId: row.person_id,
  readingId: row.reading_id,
  step: row.step,
  trouble: row.trouble,
  version: row.version,
});

const COLUMNS = sql`list_id, dataset_id, resource_id, person_id, reading_id, step, trouble, version`;

/** The dataset a list is published as; null where it is none. */
export async function selectPublishedList(
  db: Database,
  by: { readonly listId: string } | { readonly readingId: string } | { readonly datasetId: string },
): Promise<PublishedList | null> {
  const where =
    'listId' in by
      ? sql`list_id = ${by.listId}`
      : 'readingId' in by
        ? sql`reading_id = ${by.readingId}`
        : sql`dataset_id = ${by.datasetId}`;
  const { rows } = await sql<Row>`select ${COLUMNS} from dictionary_published_list where ${where}`.execute(db);
  return rows[0] ? listOf(rows[0]) : null;
}

/** Ties a list to its dataset; false where it has one already. Waits for whoever is doing the same. */
export async function addPublishedList(db: Database, { listId, ...one }: PublishedList): Promise<boolean> {
  const { rows } =
    await sql`insert into dictionary_published_list (list_id, dataset_id, resource_id, person_id, step, version)
      values (${listId}, ${one.datasetId}, ${one.resourceId}, ${one.personId}, ${one.step}, ${one.version})
      on conflict (list_id) do nothing returning list_id`.execute(db);
  return rows.length > 0;
}

/** Where the publication of a list stands now. */
export async function putPublishedList(db: Database, one: PublishedList): Promise<void> {
  const trouble = one.trouble === null ? null : JSON.stringify(one.trouble);
  await sql`insert into dictionary_published_list (${COLUMNS})
    values (${one.listId}, ${one.datasetId}, ${one.resourceId}, ${one.personId}, ${one.readingId}, ${one.step}, ${trouble}::jsonb, ${one.version})
    on conflict (list_id) do update set dataset_id = excluded.dataset_id, resource_id = excluded.resource_id,
      person_id = excluded.person_id, reading_id = excluded.reading_id, step = excluded.step, trouble = excluded.trouble,
      version = excluded.version`.execute(db);
}
