import { type Selectable, sql } from 'kysely';
import type { Day } from '../../../kernel/dates.ts';
import type { Database } from '../../../platform/context.ts';
import { accountsTables } from '../accounts-tables.ts';
import type { Token, TokenEnd, TokenScope } from './token.ts';

export type TokenTable = {
  id: string;
  digest: string;
  ending: string;
  name: string;
  person_id: string | null;
  unit_id: string | null;
  dataset_ids: string[] | null;
  scopes: TokenScope[];
  created_by: string;
  created_at: Date;
  expires_at: Date;
  ended_at: Date | null;
  end_reason: TokenEnd | null;
  /** Read as text: a day has no hour. */
  used_on: string | null;
  used_from: string | null;
  told_at: Date | null;
};

const COLUMNS = [
  'id',
  'ending',
  'name',
  'person_id',
  'unit_id',
  'dataset_ids',
  'scopes',
  'created_by',
  'created_at',
  'expires_at',
  'ended_at',
  'end_reason',
  'used_from',
] as const;

const tokens = (db: Database) =>
  accountsTables(db)
    .selectFrom('accounts_token')
    .select(COLUMNS)
    .select(sql<string | null>`used_on::text`.as('used_on'));

type Row = Omit<Selectable<TokenTable>, 'digest' | 'told_at'>;

function tokenOf(row: Row): Token {
  return {
    id: row.id,
    name: row.name,
    ending: row.ending,
    personId: row.person_id,
    unitId: row.unit_id,
    datasetIds: row.dataset_ids,
    scopes: row.scopes,
    createdBy: row.created_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    endedAt: row.ended_at,
    endReason: row.end_reason,
    usedOn: row.used_on,
    usedFrom: row.used_from,
  };
}

/** Ends every token of a person whose last appointment is over. */
export async function endTokensOf(db: Database, personId: string, now: Date): Promise<void> {
  await accountsTables(db)
    .updateTable('accounts_token')
    .set({ ended_at: now, end_reason: 'access-ended' })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .execute();
}

/**
 * Tokens of a unit that is no more go on at its successor: with the whole of it where it was made for this, else with the datasets they had
 * and no more.
 */
export async function moveTokens(
  db: Database,
  unitId: string,
  to: { readonly unitId: string; readonly fresh: boolean; readonly datasetIds: readonly string[] },
): Promise<void> {
  const moved = sql`${[...to.datasetIds]}::uuid[]`;
  const named = to.fresh
    ? sql`dataset_ids`
    : sql`case when dataset_ids is null then ${moved}
        else array(select unnest(dataset_ids) intersect select unnest(${moved})) end`;
  await sql`update accounts_token set unit_id = ${to.unitId}, dataset_ids = ${named}
    where unit_id = ${unitId} and ended_at is null`.execute(db);
}

/** Only the digest is kept: the token itself is shown once. */
export async function insertToken(db: Database, token: Token, digest: string): Promise<void> {
  await accountsTables(db)
    .insertInto('accounts_token')
    .values({
      id: token.id,
      digest,
      ending: token.ending,
      name: token.name,
      person_id: token.personId,
      unit_id: token.unitId,
      dataset_ids: token.datasetIds === null ? null : [...token.datasetIds],
      scopes: [...token.scopes],
      created_by: token.createdBy,
      created_at: token.createdAt,
      expires_at: token.expiresAt,
    })
    .execute();
}

/** @param lock nobody else changes it until the transaction ends */
export async function selectToken(db: Database, id: string, lock?: 'lock'): Promise<Token | null> {
  const query = tokens(db).where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row ? tokenOf(row) : null;
}

/** A token and its person, null where it is a unit's; `active`: the person's access is not switched off. */
export interface TokenWithOwner {
  readonly token: Token;
  readonly owner: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly active: boolean;
  } | null;
}

/** Whatever its state; its owner comes with it, or null where it is a unit's. */
export async function selectTokenByDigest(db: Database, digest: string): Promise<TokenWithOwner | null> {
  const row = await tokens(db)
    .select((eb) =>
      eb
        .selectFrom('accounts_user')
        .select(
          sql<TokenWithOwner['owner']>`json_build_object('id', id, 'name', name, 'email', email, 'active', active)`.as(
            'owner',
          ),
        )
        .whereRef('accounts_user.id', '=', 'accounts_token.person_id')
        .as('owner'),
    )
    .where('digest', '=', digest)
    .executeTakeFirst();
  return row ? { token: tokenOf(row), owner: row.owner } : null;
}

/** Tokens of a person, or of these units; those that work first, then the newest. */
export async function selectTokens(
  db: Database,
  whose: { personId: string } | { unitIds: readonly string[] | 'all' },
): Promise<Token[]> {
  const all = tokens(db).orderBy(sql`ended_at is not null`).orderBy('created_at', 'desc');
  if ('personId' in whose) return (await all.where('person_id', '=', whose.personId).execute()).map(tokenOf);
  const ofUnits = all.where('person_id', 'is', null);
  if (whose.unitIds === 'all') return (await ofUnits.execute()).map(tokenOf);
  if (whose.unitIds.length === 0) return [];
  return (await ofUnits.where('unit_id', 'in', [...whose.unitIds]).execute()).map(tokenOf);
}

/** `address`: of the network it was last used from. */
export async function updateTokenUse(db: Database, id: string, day: Day, address: string): Promise<void> {
  await accountsTables(db)
    .updateTable('accounts_token')
    .set({ used_on: day, used_from: address })
    .where('id', '=', id)
    .execute();
}

/** One that has ended keeps its first reason. */
export async function endToken(db: Database, id: string, at: Date, reason: TokenEnd): Promise<void> {
  await accountsTables(db)
    .updateTable('accounts_token')
    .set({ ended_at: at, end_reason: reason })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
}

/** Tokens at work that end before an instant and whose end was not told yet. */
export async function selectExpiringTokens(db: Database, now: Date, before: Date): Promise<Token[]> {
  const rows = await tokens(db)
    .where('ended_at', 'is', null)
    .where('told_at', 'is', null)
    .where('expires_at', '>', now)
    .where('expires_at', '<', before)
    .execute();
  return rows.map(tokenOf);
}

/** Its owner was told that it ends soon. */
export async function markTokenTold(db: Database, id: string, at: Date): Promise<void> {
  await accountsTables(db).updateTable('accounts_token').set({ told_at: at }).where('id', '=', id).execute();
}

/** Ends every token of a person that still works; gives their ids and names. */
export async function endTokensOfPerson(
  db: Database,
  personId: string,
  at: Date,
): Promise<{ id: string; name: string }[]> {
  return accountsTables(db)
    .updateTable('accounts_token')
    .set({ ended_at: at, end_reason: 'access-ended' })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .returning(['id', 'name'])
    .execute();
}
