import type { Generated, Kysely } from 'kysely';
import type { Day } from '../../kernel/dates.ts';
import type { Database } from '../../platform/context.ts';
import type { Publication } from './publication.ts';
import type { PublicationRequest } from './publication-request.ts';

/** The tables of this capability. */
export type PublishingTables = {
  publishing_version: {
    id: string;
    dataset_id: string;
    number: number;
    /** JSON text when written, values when read; so are the others without a type. */
    passport: unknown;
    resources: unknown;
    changes: unknown;
    source: string;
    note: string;
    repeats: number | null;
    closure: unknown;
    unit_name: string;
    published_at: Date;
    published_by: string;
    rows_day: Generated<Day | null>;
    rows_closed: Generated<boolean>;
  };
  publishing_row_step: { table_id: string; version_id: string; resource_id: string; at: Date; dropped: boolean };
  publishing_row_rule: { dataset_id: string; unreviewed: boolean; set_by: string; set_at: Date };
  publishing_resource: {
    version_id: string;
    resource_id: string;
    title: string;
    table_id: string | null;
    reading_id: string | null;
    table_source: string | null;
    file_name: string | null;
    object_key: string | null;
    size: string | number | null;
    sha256: string | null;
    open: boolean;
    /** Whether the file holds data of people; null where nobody looked. */
    personal?: boolean | null;
    /** Of the table's CSV as it was first made: it never changes. */
    csv_sha256?: string | null;
  };
  publishing_pointer: {
    dataset_id: string;
    unit_id: string;
    version_id: string | null;
    state: Publication['state'];
    closure: unknown;
    archive: unknown;
    data_as_of: Date | null;
    first_published_at: Date | null;
    changed_at: Date | null;
  };
  publishing_note: {
    dataset_id: string;
    note: string;
    /** The version the working copy was brought back to. */
    repeats: number | null;
    changed_at: Date;
  };
  publishing_request: {
    dataset_id: string;
    id: string;
    state: PublicationRequest['state'];
    stage: PublicationRequest['stage'];
    done: number;
    total: number;
    asked_by: unknown;
    asked_at: Date;
    stamp: string;
    refusal: unknown;
    version_number: number | null;
  };
};

export const tables = (db: Database): Kysely<PublishingTables> => db.withTables<PublishingTables>();
