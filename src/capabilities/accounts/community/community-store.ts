import { sql } from 'kysely';
import type { Database } from '../../../platform/context.ts';
import { accountsTables } from '../accounts-tables.ts';
import type { CommunityProfile } from '../units/unit.ts';

/** The community, its ЄДРПОУ read from the root unit, where it stands once; and which unit that is. */
export async function selectCommunity(db: Database): Promise<{ profile: CommunityProfile; rootUnitId: string } | null> {
  const row = await accountsTables(db)
    .selectFrom('accounts_community as community')
    .innerJoin('accounts_unit as root', 'root.id', 'community.root_unit_id')
    .select(['community.name', 'community.katottg', 'community.colour', 'community.email', 'community.site'])
    .select(['root.edrpou', 'root.id as rootUnitId'])
    .executeTakeFirst();
  if (row === undefined) return null;
  const { rootUnitId, edrpou, ...facts } = row;
  return { profile: { ...facts, edrpou: edrpou ?? '' }, rootUnitId };
}

/** Lets one set-up happen at a time: the second one then sees the first. */
export async function lockCommunity(db: Database): Promise<void> {
  await sql`lock table accounts_community in share row exclusive mode`.execute(db);
}

type CommunityFacts = Omit<CommunityProfile, 'edrpou'>;

/** The community of this installation; there is one. `rootUnitId`: the council, which all other units stand below. */
export async function insertCommunity(
  db: Database,
  facts: CommunityFacts,
  rootUnitId: string,
  now: Date,
): Promise<void> {
  await accountsTables(db)
    .insertInto('accounts_community')
    .values({ ...facts, root_unit_id: rootUnitId, created_at: now })
    .execute();
}

export async function updateCommunity(db: Database, facts: CommunityFacts): Promise<void> {
  await accountsTables(db).updateTable('accounts_community').set(facts).execute();
}

/** What signs the session cookies; made by the migration. */
export async function selectSecret(db: Database): Promise<string> {
  const row = await accountsTables(db)
    .selectFrom('accounts_setting')
    .select('value')
    .where('key', '=', 'secret')
    .executeTakeFirstOrThrow();
  return row.value;
}
