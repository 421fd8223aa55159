import type { Kysely } from 'kysely';
import type { Database } from '../../platform/context.ts';
import type { LoadState, Source, SourceAuth, SourceKind } from './source.ts';

/** The tables of this capability. */
export type SourcesTables = {
  sources_source: {
    resource_id: string;
    dataset_id: string;
    kind: SourceKind;
    address: string;
    auth: SourceAuth;
    auth_name: string;
    secret: string | null;
    host_key: string | null;
    /** JSON text when written, a value when read; so are the others without a type. */
    schedule: unknown;
    move_date: boolean;
    state: Source['state'];
    trouble: unknown;
    failures: number;
    next_at: Date | null;
    checked_at: Date | null;
    sha256: string | null;
    etag: string | null;
    last_modified: string | null;
    set_by: string;
    set_by_name: string;
    created_at: Date;
    changed_at: Date;
  };
  sources_load: {
    id: string;
    resource_id: string;
    dataset_id: string;
    cause: 'schedule' | 'hand';
    state: LoadState;
    claim: string | null;
    bytes: string | number | null;
    row_count: string | number | null;
    reading_id: string | null;
    version_number: number | null;
    reason: unknown;
    started_at: Date;
    changed_at: Date;
    ended_at: Date | null;
  };
  sources_setting: { one: boolean; trusted_hosts: string[] };
};

export const tables = (db: Database): Kysely<SourcesTables> => db.withTables<SourcesTables>();
