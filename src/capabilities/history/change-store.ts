import { sql } from 'kysely';
import type { Database } from '../../platform/context.ts';
import type { ChangesSince } from './changes-since.ts';

interface Row {
  readonly entry_id: string;
  readonly at: string;
  readonly deed: string;
  readonly actor_name: string;
  readonly subject_kind: string;
  readonly subject_id: string;
}

/** One statement sees one state of the database: the end of the chain and what waits belong together. */
export async function selectChangesSince(
  db: Database,
  position: number,
  kinds: readonly string[],
): Promise<ChangesSince> {
  const { rows } = await sql<{ position: string; changes: Row[] | null }>`
    with fresh as (
      select entry_id from history_link where position > ${position}
      union all select entry_id from history_pending)
    select (select position from history_head) as position,
      (select json_agg(json_build_object('entry_id', entry.id, 'at', entry.at, 'deed', entry.deed, 'actor_name', entry.actor_name,
          'subject_kind', entry.subject_kind, 'subject_id', entry.subject_id) order by entry.at, entry.id)
        from fresh join history_entry entry on entry.id = fresh.entry_id
        where entry.subject_kind = any(${[...kinds]}::text[])) as changes`.execute(db);
  return {
    position: Number(rows[0]?.position ?? 0),
    changes: (rows[0]?.changes ?? []).map((row) => ({
      entryId: row.entry_id,
      at: new Date(row.at),
      deed: row.deed,
      actorName: row.actor_name,
      subject: { kind: row.subject_kind, id: row.subject_id },
    })),
  };
}
