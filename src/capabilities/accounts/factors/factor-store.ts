import { sql } from 'kysely';
import type { Database } from '../../../platform/context.ts';
import { accountsTables } from '../accounts-tables.ts';

/** What a person's second step is made of. */
export interface FactorsView {
  /** Codes of a phone are on. */
  readonly totp: boolean;
  readonly passkeys: number;
}

/** One statement. */
export async function selectFactors(db: Database, personId: string): Promise<FactorsView> {
  const { rows } = await sql<FactorsView>`
    select exists (select from accounts_two_factor where user_id = ${personId} and verified) as totp,
      (select count(*)::int from accounts_passkey where user_id = ${personId}) as passkeys`.execute(db);
  return rows[0] ?? { totp: false, passkeys: 0 };
}

/** Says whether signing in asks the second step. */
export async function updateFactorFlag(db: Database, personId: string, enabled: boolean): Promise<void> {
  await accountsTables(db)
    .updateTable('accounts_user')
    .set({ two_factor_enabled: enabled })
    .where('id', '=', personId)
    .execute();
}

/** Takes the phone's codes, recovery codes and passkeys off a person. @returns how many there were of the first and the last */
export async function deleteFactors(db: Database, personId: string): Promise<FactorsView> {
  const before = await selectFactors(db, personId);
  await accountsTables(db).deleteFrom('accounts_two_factor').where('user_id', '=', personId).execute();
  await accountsTables(db).deleteFrom('accounts_passkey').where('user_id', '=', personId).execute();
  await updateFactorFlag(db, personId, false);
  return before;
}

/** Takes the phone's codes and recovery codes off a person. */
export async function deleteTwoFactor(db: Database, personId: string): Promise<void> {
  await accountsTables(db).deleteFrom('accounts_two_factor').where('user_id', '=', personId).execute();
}

/** Marks a code as used; false when it was. Of two transactions at once, the second waits and gets false. */
export async function spendCode(db: Database, personId: string, digest: string, now: Date): Promise<boolean> {
  const longAgo = new Date(now.getTime() - 60 * 60_000);
  await accountsTables(db)
    .deleteFrom('accounts_spent_code')
    .where('person_id', '=', personId)
    .where('spent_at', '<', longAgo)
    .execute();
  const made = await accountsTables(db)
    .insertInto('accounts_spent_code')
    .values({ person_id: personId, digest, spent_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('digest')
    .executeTakeFirst();
  return made !== undefined;
}

/** A passkey as its owner sees it. */
export interface PasskeyView {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date | null;
  /** True where the maker's account carries it to the owner's other devices. */
  readonly backedUp: boolean;
}

/** What a person may see of their passkeys; no key is among it. */
export async function selectPasskeys(db: Database, personId: string): Promise<PasskeyView[]> {
  const rows = await accountsTables(db)
    .selectFrom('accounts_passkey')
    .select(['id', 'name', 'created_at', 'backed_up'])
    .where('user_id', '=', personId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(({ id, name, created_at: createdAt, backed_up: backedUp }) => ({
    id,
    name: name ?? '',
    createdAt,
    backedUp,
  }));
}
