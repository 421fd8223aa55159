import { type Kysely, sql } from 'kysely';
import type { Day } from '../../../kernel/dates.ts';
import type { Database } from '../../../platform/context.ts';
import { json } from '../orders-tables.ts';
import type { Policy, PolicyClause, PolicyComment, PolicyVersion, PolicyVersionState } from './policy.ts';

type PolicyTables = {
  orders_policy: { id: string; title: string; review_on: Day | null; created_at: Date };
  orders_policy_version: {
    id: string;
    policy_id: string;
    number: number;
    state: PolicyVersionState;
    clauses: readonly PolicyClause[];
    made_at: Date;
    approved_on: Day | null;
    ended_on: Day | null;
  };
  orders_policy_comment: {
    id: string;
    version_id: string;
    clause_id: string;
    by_name: string;
    text: string;
    at: Date;
    resolved_at: Date | null;
  };
  orders_setting: { key: string; value: string };
};

const tables = (db: Database): Kysely<PolicyTables> => db.withTables<PolicyTables>();

function versionOf(row: PolicyTables['orders_policy_version']): PolicyVersion {
  const { id, number, state, clauses } = row;
  const { policy_id: policyId, made_at: madeAt, approved_on: approvedOn, ended_on: endedOn } = row;
  return { id, policyId, number, state, clauses, madeAt, approvedOn, endedOn };
}

export async function insertPolicy(db: Database, { id, title, reviewOn }: Policy, at: Date): Promise<void> {
  await tables(db).insertInto('orders_policy').values({ id, title, review_on: reviewOn, created_at: at }).execute();
}

export async function updatePolicy(db: Database, { id, title, reviewOn }: Policy): Promise<void> {
  await tables(db).updateTable('orders_policy').set({ title, review_on: reviewOn }).where('id', '=', id).execute();
}

/** All policies, the oldest first, each with its versions, the newest first. Two statements. */
export async function selectPolicies(db: Database): Promise<{ policy: Policy; versions: PolicyVersion[] }[]> {
  const policies = await tables(db).selectFrom('orders_policy').selectAll().orderBy('created_at').execute();
  const versions = await tables(db).selectFrom('orders_policy_version').selectAll().orderBy('number', 'desc').execute();
  return policies.map(({ id, title, review_on: reviewOn }) => ({
    policy: { id, title, reviewOn },
    versions: versions.filter((version) => version.policy_id === id).map(versionOf),
  }));
}

/** A version, by its id; `lock`: nobody else changes it until the transaction ends. */
export async function selectVersion(db: Database, id: string, lock = false): Promise<PolicyVersion | null> {
  const query = tables(db).selectFrom('orders_policy_version').selectAll().where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row ? versionOf(row) : null;
}

export async function insertVersion(db: Database, version: PolicyVersion): Promise<void> {
  await tables(db)
    .insertInto('orders_policy_version')
    .values({ id: version.id, ...rowOf(version) })
    .execute();
}

export async function updateVersion(db: Database, version: PolicyVersion): Promise<void> {
  await tables(db).updateTable('orders_policy_version').set(rowOf(version)).where('id', '=', version.id).execute();
}

export async function deleteVersion(db: Database, id: string): Promise<void> {
  await tables(db).deleteFrom('orders_policy_version').where('id', '=', id).execute();
}

function rowOf(version: PolicyVersion) {
  return {
    policy_id: version.policyId,
    number: version.number,
    state: version.state,
    clauses: json(version.clauses),
    made_at: version.madeAt,
    approved_on: version.approvedOn,
    ended_on: version.endedOn,
  };
}

export async function insertComment(db: Database, comment: PolicyComment): Promise<void> {
  const { id, text, at } = comment;
  await tables(db)
    .insertInto('orders_policy_comment')
    .values({
      id,
      text,
      at,
      version_id: comment.versionId,
      clause_id: comment.clauseId,
      by_name: comment.byName,
      resolved_at: comment.resolvedAt,
    })
    .execute();
}

/** Comments on a version, the oldest first. */
export async function selectComments(db: Database, versionId: string): Promise<PolicyComment[]> {
  const rows = await tables(db)
    .selectFrom('orders_policy_comment')
    .selectAll()
    .where('version_id', '=', versionId)
    .orderBy('at')
    .execute();
  return rows.map(({ id, text, at, ...row }) => ({
    id,
    text,
    at,
    versionId: row.version_id,
    clauseId: row.clause_id,
    byName: row.by_name,
    resolvedAt: row.resolved_at,
  }));
}

/** @returns false where there is none of that version */
export async function setCommentResolved(
  db: Database,
  versionId: string,
  id: string,
  at: Date | null,
): Promise<boolean> {
  const { numUpdatedRows } = await tables(db)
    .updateTable('orders_policy_comment')
    .set({ resolved_at: at })
    .where('id', '=', id)
    .where('version_id', '=', versionId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** A setting of this capability, or null where nobody has set it. */
export async function selectSetting(db: Database, key: string): Promise<string | null> {
  const row = await tables(db).selectFrom('orders_setting').select('value').where('key', '=', key).executeTakeFirst();
  return row?.value ?? null;
}

export async function writeSetting(db: Database, key: string, value: string): Promise<void> {
  await sql`insert into orders_setting (key, value) values (${key}, ${value})
    on conflict (key) do update set value = excluded.value`.execute(db);
}
