import { sql } from 'kysely';
import type { Database } from '../../../platform/context.ts';
import { NO_PUBLICATION, OwnPublication } from './own-publication.ts';

/** @param lock nobody else moves it until the transaction ends */
export async function selectOwn(db: Database, lock?: 'lock'): Promise<OwnPublication> {
  const { rows } = await sql<{ state: unknown }>`
    select state from registry_publication ${lock ? sql`for update` : sql``}`.execute(db);
  return rows[0] ? OwnPublication.parse(rows[0].state) : NO_PUBLICATION;
}

/** How the registry's own dataset stands; there is one such state. */
export async function putOwn(db: Database, state: OwnPublication): Promise<void> {
  await sql`insert into registry_publication (state) values (${JSON.stringify(state)}::jsonb)
    on conflict (one) do update set state = excluded.state`.execute(db);
}
