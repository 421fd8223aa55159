import type { Database } from '../../../platform/context.ts';
import { accountsTables } from '../accounts-tables.ts';

export async function selectSetting(db: Database, key: string): Promise<string | null> {
  const query = accountsTables(db).selectFrom('accounts_setting').select('value').where('key', '=', key);
  return (await query.executeTakeFirst())?.value ?? null;
}

export async function upsertSetting(db: Database, key: string, value: string): Promise<void> {
  await accountsTables(db)
    .insertInto('accounts_setting')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
}
