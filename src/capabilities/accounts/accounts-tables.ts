import type { Generated, Kysely } from 'kysely';
import type { Day } from '../../kernel/dates.ts';
import type { Database } from '../../platform/context.ts';
import type { AbsenceKind, AppointmentFunction, Role } from './appointments/appointment.ts';
import type { ProviderKind } from './providers/provider.ts';
import type { TokenTable } from './tokens/token-store.ts';
import type { ReorganisationKind, UnitKind } from './units/unit.ts';

type UnitTable = {
  id: string;
  parent_id: string | null;
  name: string;
  slug: string;
  edrpou: string | null;
  email: string;
  phone: string;
  site: string;
  kind: Generated<UnitKind>;
  katottg: Generated<string>;
  head_name: Generated<string>;
  head_post: Generated<string>;
  closed_on: Generated<Day | null>;
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

/** Our columns of better-auth's user; it makes the row, we give it activity. */
type UserTable = { id: string; name: string; email: string; active: boolean; two_factor_enabled: boolean };

type AppointmentTable = {
  id: string;
  person_id: string | null;
  unit_id: string | null;
  role: Role;
  functions: AppointmentFunction[];
  all_datasets: boolean;
  post: string;
  office_email: string;
  office_phone: string;
  from_day: Day;
  to_day: Day | null;
  substitute_id: string | null;
  order_number: string | null;
  order_date: Day | null;
  order_issuer: string;
  created_at: Date;
  closed_at: Generated<Date | null>;
  follows_id: Generated<string | null>;
};

type AbsenceTable = {
  id: string;
  person_id: string;
  kind: AbsenceKind;
  from_day: Day;
  to_day: Day | null;
  substitute_id: string | null;
  created_at: Date;
};

/** What a token asked by a key of its own choosing, and what it was answered; no status: still being done. */
type RequestKeyTable = {
  token_id: string;
  key: string;
  request: string;
  status: number | null;
  /** JSON text when written, the value when read. */
  answer: unknown;
  at: Date;
};

export type ProviderTable = {
  id: string;
  kind: ProviderKind;
  name: string;
  issuer: string;
  client_id: string;
  client_secret: string;
  active: boolean;
  created_at: Date;
};

export type AccountsTables = {
  accounts_setting: { key: string; value: string };
  accounts_unit: UnitTable;
  accounts_community: CommunityTable;
  accounts_user: UserTable;
  accounts_appointment: AppointmentTable;
  accounts_appointment_dataset: { appointment_id: string; dataset_id: string };
  accounts_absence: AbsenceTable;
  accounts_unit_successor: {
    predecessor_id: string;
    successor_id: string;
    kind: ReorganisationKind;
    on_day: Day;
    order_text: string;
  };
  accounts_moved_dataset: { dataset_id: string; from_unit_id: string; to_unit_id: string; moved_at: Date };
  accounts_verification: { id: string; value: string; expires_at: Date };
  accounts_token: TokenTable;
  accounts_request_key: RequestKeyTable;
  accounts_attempt: { digest: string; tries: number; since: Date };
  accounts_two_factor: { user_id: string; verified: boolean };
  accounts_passkey: { id: string; user_id: string; name: string | null; created_at: Date | null; backed_up: boolean };
  accounts_spent_code: { person_id: string; digest: string; spent_at: Date };
  accounts_account: { id: string; provider_id: string; account_id: string; user_id: string };
  accounts_provider: ProviderTable;
  accounts_device: { digest: string; person_id: string; seen_at: Date };
};

/** The database, seeing the tables of accounts. */
export function accountsTables(db: Database): Kysely<AccountsTables> {
  return db.withTables<AccountsTables>();
}
