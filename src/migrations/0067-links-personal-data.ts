import { type Kysely, sql } from 'kysely';

/** A link may ask a lawyer or the person for access to public information about a decision on personal data. */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`alter table links_link drop constraint links_link_purpose_check`.execute(db);
  await sql`alter table links_link add constraint links_link_purpose_check check
    (purpose in ('approve', 'confirm-unchanged', 'acknowledge', 'confirm-registry', 'decide-personal-data'))`.execute(
    db,
  );
}
