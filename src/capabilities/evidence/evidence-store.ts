import { type Kysely, sql } from 'kysely';
import type { Database } from '../../platform/context.ts';
import type { DeedReach } from '../accounts/index.ts';
import type { Evidence, EvidenceFilter } from './evidence.ts';
import type { FactKindCode } from './fact-kinds.ts';
import type { ProofCode } from './proofs.ts';

type FactTable = {
  id: string;
  kind: FactKindCode;
  fact_id: string;
  title: string;
  day: string;
  subject_kind: string;
  subject_id: string;
  unit_id: string | null;
  done_by: string;
  snapshot: Readonly<Record<string, unknown>>;
  address: string | null;
  public: boolean;
  proves: readonly ProofCode[];
  taken_back_at: Date | null;
  taken_back_by: string | null;
  gathered_at: Date;
};
type MarkTable = { one: boolean; position: string | number; kinds: string };
type EvidenceTables = { evidence_fact: FactTable; evidence_mark: MarkTable };

const tables = (db: Database): Kysely<EvidenceTables> => db.withTables<EvidenceTables>();

/** How far the history has been read, and by which table of kinds. */
export interface Mark {
  readonly position: number;
  readonly kinds: string;
}

/** `lock`: nobody else gathers until the transaction ends. */
export async function selectMark(db: Database, lock = false): Promise<Mark> {
  const query = tables(db).selectFrom('evidence_mark').selectAll();
  const row = await (lock ? query.forUpdate() : query).executeTakeFirstOrThrow();
  return { position: Number(row.position), kinds: row.kinds };
}

/** How far the history was gathered, and which kinds were known then: a kind that is new reads the past from its beginning. */
export async function putMark(db: Database, { position, kinds }: Mark): Promise<void> {
  await tables(db).updateTable('evidence_mark').set({ position, kinds }).execute();
}

/** Adds facts; one that is there already stays as it was. */
export async function insertFacts(db: Database, facts: readonly Evidence[], at: Date): Promise<void> {
  if (facts.length === 0) return;
  await tables(db)
    .insertInto('evidence_fact')
    .values(
      facts.map((fact) => ({
        id: fact.id,
        kind: fact.kind,
        fact_id: fact.factId,
        title: fact.title,
        day: fact.day,
        subject_kind: fact.subject.kind,
        subject_id: fact.subject.id,
        unit_id: fact.unitId,
        done_by: fact.doneBy,
        snapshot: sql<FactTable['snapshot']>`${JSON.stringify(fact.snapshot)}::jsonb`,
        address: fact.address,
        public: fact.public,
        proves: sql<readonly ProofCode[]>`${[...fact.proves]}::text[]`,
        taken_back_at: null,
        taken_back_by: null,
        gathered_at: at,
      })),
    )
    .onConflict((clash) => clash.doNothing())
    .execute();
}

/** The deed that undoes a fact. */
export interface Undoing {
  readonly kind: FactKindCode;
  readonly subjectId: string;
  /** What the fact's snapshot says, to tell it from others of the subject. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Of the history: one entry undoes one fact, however often it is read. */
  readonly entryId: string;
  readonly at: Date;
}

/** Marks the last fact of the subject that stood then as undone. */
export async function takeBack(db: Database, { kind, subjectId, values, entryId, at }: Undoing): Promise<void> {
  const last = tables(db)
    .selectFrom('evidence_fact')
    .select('id')
    .where('kind', '=', kind)
    .where('subject_id', '=', subjectId)
    .where('taken_back_at', 'is', null)
    .where(sql<boolean>`snapshot @> ${JSON.stringify(values)}::jsonb`)
    .where('fact_id', '<=', factsUntil(at))
    .where(sql<boolean>`not exists (select 1 from evidence_fact done where done.taken_back_by = ${entryId}::uuid)`)
    .orderBy('id', 'desc')
    .limit(1);
  await tables(db)
    .updateTable('evidence_fact')
    .set({ taken_back_at: at, taken_back_by: entryId })
    .where('id', 'in', last)
    .execute();
}

/** The greatest id of an entry made by then: ids begin with their moment (UUID 7). */
function factsUntil(at: Date): string {
  const begins = at.getTime().toString(16).padStart(12, '0');
  return `${begins.slice(0, 8)}-${begins.slice(8)}-ffff-ffff-ffffffffffff`;
}

const COLUMNS = [
  'id',
  'kind',
  'fact_id',
  'title',
  'subject_kind',
  'subject_id',
  'unit_id',
  'done_by',
  'snapshot',
  'address',
  'public',
  'proves',
  'taken_back_at',
] as const;

const evidenceOf = (row: Pick<FactTable, (typeof COLUMNS)[number]> & { day_text: string }): Evidence => ({
  id: row.id,
  kind: row.kind,
  factId: row.fact_id,
  title: row.title,
  day: row.day_text,
  subject: { kind: row.subject_kind, id: row.subject_id },
  unitId: row.unit_id,
  doneBy: row.done_by,
  snapshot: row.snapshot,
  address: row.address,
  public: row.public,
  proves: row.proves,
  takenBackAt: row.taken_back_at,
});

function narrowed(db: Database, filter: EvidenceFilter, reach: DeedReach) {
  let query = tables(db).selectFrom('evidence_fact');
  if (filter.kind !== undefined) query = query.where('kind', '=', filter.kind as FactKindCode);
  if (filter.proves !== undefined) query = query.where(sql<boolean>`proves @> ${[filter.proves]}::text[]`);
  if (filter.from !== undefined) query = query.where('day', '>=', filter.from);
  if (filter.to !== undefined) query = query.where('day', '<=', filter.to);
  if (reach !== 'all')
    query = query.where((has) =>
      reach.unitIds.length === 0 ? has.lit(false) : has('unit_id', 'in', [...reach.unitIds]),
    );
  return query;
}

/** The newest first. */
export async function selectEvidence(
  db: Database,
  filter: EvidenceFilter,
  reach: DeedReach,
  { skip, take }: { readonly skip: number; readonly take: number },
): Promise<Evidence[]> {
  const rows = await narrowed(db, filter, reach)
    .select([...COLUMNS, sql<string>`day::text`.as('day_text')])
    .orderBy('day', 'desc')
    .orderBy('id', 'desc')
    .offset(skip)
    .limit(take)
    .execute();
  return rows.map(evidenceOf);
}

/** How many standing facts prove each thing, by kind. */
export async function countEvidence(
  db: Database,
  filter: EvidenceFilter,
  reach: DeedReach,
): Promise<{ readonly kind: FactKindCode; readonly count: number }[]> {
  const rows = await narrowed(db, filter, reach)
    .where('taken_back_at', 'is', null)
    .select(['kind', sql<string>`count(*)`.as('count')])
    .groupBy('kind')
    .execute();
  return rows.map(({ kind, count }) => ({ kind, count: Number(count) }));
}
