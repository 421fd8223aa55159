import { type Selectable, sql } from 'kysely';
import type { Question } from '../../platform/database/ask-together.ts';
import type { DraftNote } from './note-store.ts';
import { publicationOfRow } from './pointer-store.ts';
import type { Publication } from './publication.ts';
import type { PublicationRequest } from './publication-request.ts';
import type { PublishingTables } from './publishing-tables.ts';
import { requestOf } from './request-store.ts';
import {
  CHECKSUMS,
  type StoredResource,
  type StoredVersion,
  storedOf,
  type VersionRow,
  versionOf,
} from './version-store.ts';

/** All this capability knows of a dataset beside its draft: what the public has, what was asked for, what is said of the draft. */
export interface Standing {
  readonly publication: Publication | null;
  /** The version the public has. */
  readonly last: StoredVersion | null;
  /** Tables and files of that version. */
  readonly stored: readonly StoredResource[];
  /** The newest publication asked for, however it ended. */
  readonly request: PublicationRequest | null;
  readonly note: DraftNote;
}

type Pointer = Selectable<PublishingTables['publishing_pointer']>;
type Request = Selectable<PublishingTables['publishing_request']>;

/** A row that came as JSON: its instants are texts. */
type AsJson<Row, Instants extends keyof Row> = Omit<Row, Instants> & Readonly<Record<Instants, string>>;

interface Answer {
  readonly pointer: AsJson<Pointer, 'data_as_of' | 'first_published_at' | 'changed_at'> | null;
  readonly version: AsJson<VersionRow, 'published_at'> | null;
  readonly stored: readonly PublishingTables['publishing_resource'][];
  readonly request: AsJson<Request, 'asked_at'> | null;
  readonly note: DraftNote | null;
}

/** All of it as one question. */
export function standingQuestion(datasetId: string): Question<Standing> {
  const query = sql<Answer>`
    select to_jsonb(pointer) as pointer, to_jsonb(request) as request,
      (select to_jsonb(found) from (select publishing_version.*, ${CHECKSUMS} as checksums from publishing_version
        where publishing_version.id = pointer.version_id) found) as version,
      coalesce((select json_agg(resource) from publishing_resource resource where resource.version_id = pointer.version_id), '[]') as stored,
      case when note.dataset_id is null then null else jsonb_build_object('note', note.note, 'repeats', note.repeats) end as note
    from (select ${datasetId}::uuid as id) dataset
      left join publishing_pointer pointer on pointer.dataset_id = dataset.id and pointer.version_id is not null
      left join publishing_request request on request.dataset_id = dataset.id
      left join publishing_note note on note.dataset_id = dataset.id`;
  return { query, read: ([row]: readonly Answer[]) => standingOf(row) };
}

function standingOf(answer: Answer | undefined): Standing {
  const { pointer = null, version = null, stored = [], request = null, note = null } = answer ?? {};
  const last = version && versionOf({ ...version, published_at: new Date(version.published_at) });
  return {
    publication: pointer && last && publicationOfRow(withInstants(pointer), last.number),
    last,
    stored: stored.map(storedOf),
    request: request && requestOf({ ...request, asked_at: new Date(request.asked_at) }),
    note: note ?? { note: '', repeats: null },
  };
}

function withInstants(pointer: NonNullable<Answer['pointer']>): Pointer {
  const { data_as_of, first_published_at, changed_at } = pointer;
  return {
    ...pointer,
    data_as_of: new Date(data_as_of),
    first_published_at: new Date(first_published_at),
    changed_at: new Date(changed_at),
  };
}
