import { sql } from 'kysely';
import type { Day } from '../../../kernel/dates.ts';
import type { Database } from '../../../platform/context.ts';
import type { DeedReach } from '../../accounts/index.ts';
import type { Audience, RegistryEntry } from './entry.ts';
import { ENTRY_COLUMNS, reached, standing } from './entry-store.ts';

/** Everything an entry ever was, the newest first, at most `most`; a removed one too. */
export async function selectPeriods(
  db: Database,
  audience: Audience,
  number: string,
  { reach, most }: { readonly reach: DeedReach; readonly most: number },
): Promise<RegistryEntry[]> {
  const { rows } = await sql<{ items: RegistryEntry[] | null }>`
    select json_agg(line order by line."fromAt" desc) as items from (
      select ${ENTRY_COLUMNS} from registry_entry entry
      where entry.audience = ${audience} and entry.number = ${number} and ${reached(reach)}
      order by entry.from_at desc limit ${most}) line`.execute(db);
  return rows[0]?.items ?? [];
}

/** An entry as it was before a time and as it was after; null: it was not there. */
export interface EntryDifference {
  readonly before: RegistryEntry | null;
  readonly after: RegistryEntry | null;
}

/** Entries that differ between the ends of two days, by number, at most `most`. One statement. */
export async function selectDifferences(
  db: Database,
  audience: Audience,
  days: { readonly from: Day; readonly to: Day },
  { reach, most }: { readonly reach: DeedReach; readonly most: number },
): Promise<{ readonly items: EntryDifference[]; readonly total: number }> {
  // only what tells the rows apart is compared; the rows themselves are read of those shown
  const at = (
    day: Day,
  ) => sql`select entry.audience, entry.dataset_id, entry.from_at, entry.number, entry.mark from registry_entry entry
    where entry.audience = ${audience} and ${standing(day)} and ${reached(reach)}`;
  const line = (
    side: 'old_from' | 'new_from',
  ) => sql`(select row_to_json(line) from (select ${ENTRY_COLUMNS} from registry_entry entry
    where entry.audience = ${audience} and entry.dataset_id = shown.dataset_id and entry.from_at = shown.${sql.ref(side)}) line)`;
  const { rows } = await sql<{ items: EntryDifference[] | null; total: number }>`
    with old as materialized (${at(days.from)}), new as materialized (${at(days.to)}),
    differing as (
      select coalesce(new.number, old.number) as number, coalesce(new.dataset_id, old.dataset_id) as dataset_id,
        old.from_at as old_from, new.from_at as new_from
      from old full join new on new.dataset_id = old.dataset_id
      where old.mark is distinct from new.mark),
    shown as (select * from differing order by number limit ${most})
    select (select count(*)::int from differing) as total,
      json_agg(json_build_object('before', ${line('old_from')}, 'after', ${line('new_from')}) order by shown.number) as items
    from shown`.execute(db);
  return { items: rows[0]?.items ?? [], total: rows[0]?.total ?? 0 };
}
