import { sql } from 'kysely';
import type { Database } from '../../../platform/context.ts';
import { accountsTables } from '../accounts-tables.ts';

/** A setting of accounts, or null where nobody has set it. */
export async function selectSetting(db: Database, key: string): Promise<string | null> {
  const row = await accountsTables(db)
    .selectFrom('accounts_setting')
    .select('value')
    .where('key', '=', key)
    .executeTakeFirst();
  return row?.value ?? null;
}

/** The same as a statement, to be asked with others. */
export const settingQuery = (key: string) =>
  sql<{ value: string }>`select value from accounts_setting where key = ${key}`;

/** Keeps a setting in place of the one before it. */
export async function writeSetting(db: Database, key: string, value: string): Promise<void> {
  await accountsTables(db)
    .insertInto('accounts_setting')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
}
