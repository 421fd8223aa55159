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

/** Without a version yet: the first comes with its own deed. */
export async function insertPolicy(db: Database, { id, title, reviewOn }: Policy, at: Date): Promise<void> {
  await tables(db).insertInto('orders_policy').values({ id, title, review_on: reviewOn, created_at: at }).execute();
}

export async function updatePolicy(db: Database, { id, title, reviewOn }: Policy): Promise<void> {
  await tables(db).updateTable('orders_policy').set({ title, review_on: reviewOn }).where('id', '=', id).execute();
}

/** All policies, the oldest first, each with its versions, the newest first. One statement. */
export async function selectPolicies(db: Database): Promise<{ policy: Policy; versions: PolicyVersion[] }[]> {
  const rows = await tables(db)
    .selectFrom('orders_policy_version as version')
    .innerJoin('orders_policy as policy', 'policy.id', 'version.policy_id')
    .selectAll('version')
    .select(['policy.title', 'policy.review_on'])
    .orderBy('policy.created_at')
    .orderBy('version.number', 'desc')
    .execute();
  const found = new Map<string, { policy: Policy; versions: PolicyVersion[] }>();
  for (const { title, review_on: reviewOn, ...row } of rows) {
    const one = found.get(row.policy_id) ?? { policy: { id: row.policy_id, title, reviewOn }, versions: [] };
    one.versions.push(versionOf(row));
    found.set(row.policy_id, one);
  }
  return [...found.values()];
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

/** A version with its policy and the remarks on it, the oldest first. One statement. */
export async function selectWholeVersion(
  db: Database,
  id: string,
): Promise<{ policy: Policy; version: PolicyVersion; comments: PolicyComment[] } | null> {
  type Whole = PolicyTables['orders_policy_version'] & {
    title: string;
    review_on: Day | null;
    comments: readonly PolicyTables['orders_policy_comment'][];
  };
  const { rows } = await sql<Whole>`select version.*, policy.title, policy.review_on,
      (select coalesce(json_agg(remark order by remark.at), '[]') from orders_policy_comment remark
        where remark.version_id = version.id) as comments
    from orders_policy_version version join orders_policy policy on policy.id = version.policy_id
    where version.id = ${id}`.execute(db);
  const row = rows[0];
  if (!row) return null;
  const policy = { id: row.policy_id, title: row.title, reviewOn: row.review_on };
  return { policy, version: versionOf(row), comments: row.comments.map(commentOf) };
}

/** Moments inside JSON are text. */
function commentOf({ id, text, ...row }: PolicyTables['orders_policy_comment']): PolicyComment {
  return {
    id,
    text,
    at: new Date(row.at),
    versionId: row.version_id,
    clauseId: row.clause_id,
    byName: row.by_name,
    resolvedAt: row.resolved_at === null ? null : new Date(row.resolved_at),
  };
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

/** Keeps a setting in place of the one before it. */
export async function writeSetting(db: Database, key: string, value: string): Promise<void> {
  await sql`insert into orders_setting (key, value) values (${key}, ${value})
    on conflict (key) do update set value = excluded.value`.execute(db);
}
