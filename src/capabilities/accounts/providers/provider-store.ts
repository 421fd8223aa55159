import type { Database } from '../../../platform/context.ts';
import { accountsTables } from '../accounts-tables.ts';
import type { Provider, ProviderKind } from './provider.ts';

const providers = (db: Database) =>
  accountsTables(db)
    .selectFrom('accounts_provider')
    .select(['id', 'kind', 'name', 'issuer', 'client_id as clientId', 'active']);

/** All of them, the oldest first. */
export async function selectProviders(db: Database): Promise<Provider[]> {
  return await providers(db).orderBy('created_at').orderBy('id').execute();
}

/** Also one that is off; its secret is closed with the key of the installation. */
export async function selectProvider(db: Database, id: string): Promise<(Provider & { sealedSecret: string }) | null> {
  const query = providers(db).select('client_secret as sealedSecret').where('id', '=', id);
  return (await query.executeTakeFirst()) ?? null;
}

interface ProviderFacts {
  readonly id: string;
  readonly kind: ProviderKind;
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly sealedSecret: string;
  readonly active: boolean;
}

/** `sealedSecret`: closed with the key of the installation. */
export async function upsertProvider(db: Database, facts: ProviderFacts, now: Date): Promise<void> {
  const { id, kind, name, issuer, clientId, sealedSecret, active } = facts;
  const row = { kind, name, issuer, client_id: clientId, client_secret: sealedSecret, active };
  await accountsTables(db)
    .insertInto('accounts_provider')
    .values({ id, ...row, created_at: now })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

/** Removes a service with everybody's links to it. */
export async function deleteProvider(db: Database, id: string): Promise<void> {
  await accountsTables(db).deleteFrom('accounts_account').where('provider_id', '=', id).execute();
  await accountsTables(db).deleteFrom('accounts_provider').where('id', '=', id).execute();
}

/** Whose account of a service this is. */
export async function selectLinked(db: Database, providerId: string, digest: string): Promise<string | null> {
  const row = await accountsTables(db)
    .selectFrom('accounts_account')
    .select('user_id')
    .where('provider_id', '=', providerId)
    .where('account_id', '=', digest)
    .executeTakeFirst();
  return row?.user_id ?? null;
}

/** Ids of the services a person is linked to. */
export async function selectLinksOf(db: Database, personId: string): Promise<string[]> {
  const rows = await accountsTables(db)
    .selectFrom('accounts_account')
    .select('provider_id')
    .where('user_id', '=', personId)
    .where('provider_id', '!=', 'credential')
    .execute();
  return rows.map(({ provider_id: id }) => id);
}

/** @returns false where there was none */
export async function deleteLinkOf(db: Database, personId: string, providerId: string): Promise<boolean> {
  const row = await accountsTables(db)
    .deleteFrom('accounts_account')
    .where('user_id', '=', personId)
    .where('provider_id', '=', providerId)
    .executeTakeFirst();
  return row.numDeletedRows > 0n;
}
