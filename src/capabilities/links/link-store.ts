import type { Kysely } from 'kysely';
import type { Database } from '../../platform/context.ts';
import type { Link, LinkPurpose } from './link.ts';

type LinkTable = {
  id: string;
  digest: string;
  purpose: LinkPurpose;
  subject_kind: string;
  subject_id: string;
  subject_name: string;
  dataset_id: string;
  unit_id: string;
  person_name: string;
  person_post: string;
  person_email: string;
  made_by: string;
  made_at: Date;
  expires_at: Date;
  used_at: Date | null;
  outcome: string | null;
  revoked_at: Date | null;
};

type LinksTables = { links_link: LinkTable; links_setting: { one: boolean; days: number } };

const tables = (db: Database): Kysely<LinksTables> => db.withTables<LinksTables>();

/** Days a link lives where nothing else is said. */
export async function selectDays(db: Database): Promise<number> {
  return (await tables(db).selectFrom('links_setting').select('days').executeTakeFirstOrThrow()).days;
}

/** How long links live that are made from now on; those already made keep their term. */
export async function updateDays(db: Database, days: number): Promise<void> {
  await tables(db).updateTable('links_setting').set({ days }).execute();
}

function linkOf(row: LinkTable): Link {
  return {
    id: row.id,
    purpose: row.purpose,
    subject: { kind: row.subject_kind, id: row.subject_id, name: row.subject_name },
    datasetId: row.dataset_id,
    unitId: row.unit_id,
    person: { name: row.person_name, post: row.person_post, email: row.person_email },
    madeBy: row.made_by,
    madeAt: row.made_at,
    expiresAt: row.expires_at,
    usedAt: row.used_at,
    outcome: row.outcome,
    revokedAt: row.revoked_at,
  };
}

/** Only the digest is kept: the link itself is shown once. */
export async function insertLink(db: Database, link: Link, digest: string): Promise<void> {
  await tables(db)
    .insertInto('links_link')
    .values({
      id: link.id,
      digest,
      purpose: link.purpose,
      subject_kind: link.subject.kind,
      subject_id: link.subject.id,
      subject_name: link.subject.name,
      dataset_id: link.datasetId,
      unit_id: link.unitId,
      person_name: link.person.name,
      person_post: link.person.post,
      person_email: link.person.email,
      made_by: link.madeBy,
      made_at: link.madeAt,
      expires_at: link.expiresAt,
      used_at: null,
      outcome: null,
      revoked_at: null,
    })
    .execute();
}

/** By the digest of the code; `lock`: nobody else uses it until the transaction ends. */
export async function selectLink(db: Database, digest: string, lock = false): Promise<Link | null> {
  const query = tables(db).selectFrom('links_link').selectAll().where('digest', '=', digest);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row ? linkOf(row) : null;
}

export async function selectLinkById(db: Database, id: string): Promise<Link | null> {
  const row = await tables(db).selectFrom('links_link').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? linkOf(row) : null;
}

/** Links about a dataset, the newest first. */
export async function selectLinksOf(db: Database, datasetId: string): Promise<Link[]> {
  const rows = await tables(db)
    .selectFrom('links_link')
    .selectAll()
    .where('dataset_id', '=', datasetId)
    .orderBy('made_at', 'desc')
    .limit(100)
    .execute();
  return rows.map(linkOf);
}

/** `outcome`: what its holder decided. */
export async function markUsed(db: Database, id: string, at: Date, outcome: string): Promise<void> {
  await tables(db).updateTable('links_link').set({ used_at: at, outcome }).where('id', '=', id).execute();
}

/** False where it was used or revoked before. */
export async function markRevoked(db: Database, id: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tables(db)
    .updateTable('links_link')
    .set({ revoked_at: at })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
