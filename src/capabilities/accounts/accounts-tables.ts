import type { Kysely } from 'kysely';
import type { Database } from '../../platform/context.ts';
import type { Role } from './unit.ts';

type UnitTable = {
  id: string;
  parent_id: string | null;
  name: string;
  slug: string;
  edrpou: string | null;
  email: string;
  phone: string;
  site: string;
  created_at: Date;
};

type CommunityTable = {
  root_unit_id: string;
  name: string;
  katottg: string;
  colour: string;
  email: string;
  site: string;
  created_at: Date;
};

/** Our columns of better-auth's user; it makes the row, we give it role, unit and activity. */
type UserTable = { id: string; name: string; email: string; role: Role; unit_id: string | null; active: boolean };

type AccountsTables = {
  accounts_setting: { key: string; value: string };
  accounts_unit: UnitTable;
  accounts_community: CommunityTable;
  accounts_user: UserTable;
  accounts_verification: { id: string; value: string; expires_at: Date };
  accounts_attempt: { digest: string; tries: number; since: Date };
};

/** The database, seeing the tables of accounts. */
export function accountsTables(db: Database): Kysely<AccountsTables> {
  return db.withTables<AccountsTables>();
}
