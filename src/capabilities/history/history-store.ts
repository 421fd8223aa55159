import { type ExpressionBuilder, sql } from 'kysely';
import { TIME_ZONE } from '../../kernel/dates.ts';
import type { Database } from '../../platform/context.ts';
import type { HistoryEntry, HistoryFilter, SealedEntry } from './history-entry.ts';
import { entryOf, type HistoryTables, historyTables } from './history-tables.ts';

/** Adds one entry, and remembers that it waits for its seal; there is no function that changes one. */
export async function insertEntry(db: Database, entry: HistoryEntry): Promise<void> {
  await historyTables(db)
    .with('entry', (before) =>
      before.insertInto('history_entry').values({
        id: entry.id,
        at: entry.at,
        actor_kind: entry.actor.kind,
        actor_id: entry.actor.id,
        actor_name: entry.actor.name,
        deed: entry.deed,
        subject_kind: entry.subject.kind,
        subject_id: entry.subject.id,
        subject_name: entry.subject.name,
        unit_id: entry.unitId,
        via: entry.via,
        address: entry.address,
        before: entry.before === undefined ? null : JSON.stringify(entry.before),
        after: entry.after === undefined ? null : JSON.stringify(entry.after),
        note: entry.note,
      }),
    )
    .insertInto('history_pending')
    .values({ entry_id: entry.id })
    .execute();
}

/** Midnight in Ukraine at the beginning of `day`, moved by `days`. */
const dayStart = (day: string, days: number) =>
  sql<Date>`((${day}::date + ${days}::int)::timestamp at time zone ${TIME_ZONE})`;

/** A filter with its words looked up: each is a list of stems of which one must be there. */
export type HistoryQuestion = Omit<HistoryFilter, 'q'> & { readonly words: readonly (readonly string[])[] };

type Where = ExpressionBuilder<HistoryTables, 'history_entry'>;

function withinOf(eb: Where, { unitIds, datasetIds }: NonNullable<HistoryFilter['within']>) {
  return eb.or([
    ...(unitIds.length === 0 ? [] : [eb('unit_id', 'in', unitIds)]),
    ...(datasetIds.length === 0
      ? []
      : [eb.and([eb('subject_kind', '=', 'dataset'), eb('subject_id', 'in', datasetIds)])]),
  ]);
}

function ofPerson(eb: Where, id: string) {
  return eb.or([eb('actor_id', '=', id), eb.and([eb('subject_kind', '=', 'person'), eb('subject_id', '=', id)])]);
}

function matching(question: HistoryQuestion) {
  const { subjectId, subjectKind, actorId, personId, deed, fromDay, toDay, words, within } = question;
  return (eb: Where) =>
    eb.and([
      ...(subjectId === undefined ? [] : [eb('subject_id', '=', subjectId)]),
      ...(subjectKind === undefined ? [] : [eb('subject_kind', '=', subjectKind)]),
      ...(actorId === undefined ? [] : [eb('actor_id', '=', actorId)]),
      ...(personId === undefined ? [] : [ofPerson(eb, personId)]),
      ...(deed === undefined ? [] : [eb('deed', '=', deed)]),
      ...(fromDay === undefined ? [] : [eb('at', '>=', dayStart(fromDay, 0))]),
      ...(toDay === undefined ? [] : [eb('at', '<', dayStart(toDay, 1))]),
      ...(within === undefined ? [] : [withinOf(eb, within)]),
      ...(words.length === 0
        ? []
        : [
            sql<boolean>`history_entry.id in (
        select entry_id from history_link where ${sql.join(
          words.map((stems) => sql`stems && ${[...stems]}::text[]`),
          sql` and `,
        )})`,
          ]),
    ]);
}

/** Where a list goes on: the last entry of the page before. */
export interface HistoryCursor {
  readonly at: Date;
  readonly id: string;
}

/** Entries of one page, newest first. */
export async function selectEntries(
  db: Database,
  question: HistoryQuestion,
  { after, size }: { readonly after: HistoryCursor | null; readonly size: number },
): Promise<HistoryEntry[]> {
  let found = historyTables(db).selectFrom('history_entry').selectAll().where(matching(question));
  if (after) found = found.where(sql<boolean>`(at, id) < (${after.at}, ${after.id}::uuid)`);
  const rows = await found.orderBy('at', 'desc').orderBy('id', 'desc').limit(size).execute();
  return rows.map(entryOf);
}

/** How many match, at most `most`. */
export async function countEntries(db: Database, question: HistoryQuestion, most: number): Promise<number> {
  const few = historyTables(db).selectFrom('history_entry').select('id').where(matching(question)).limit(most);
  const { total } = await historyTables(db)
    .selectFrom(few.as('few'))
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('total'))
    .executeTakeFirstOrThrow();
  return total;
}

/** One entry, or null. */
export async function selectEntry(db: Database, id: string): Promise<HistoryEntry | null> {
  const row = await historyTables(db).selectFrom('history_entry').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? entryOf(row) : null;
}

/** Sealed entries in the order of the chain, from after a position. */
export async function selectSealed(
  db: Database,
  question: HistoryQuestion,
  { after, size }: { readonly after: number; readonly size: number },
): Promise<SealedEntry[]> {
  const rows = await historyTables(db)
    .selectFrom('history_entry')
    .innerJoin('history_link', 'history_link.entry_id', 'history_entry.id')
    .selectAll('history_entry')
    .select(['history_link.position', 'history_link.chain'])
    .where((eb) => matching(question)(eb as unknown as Where))
    .where('history_link.position', '>', after)
    .orderBy('history_link.position')
    .limit(size)
    .execute();
  return rows.map((row) => ({
    ...entryOf(row),
    position: Number(row.position),
    chain: row.chain.toString('hex'),
  }));
}

/** Empties what an entry holds; the database lets it pass only where an entry `history.erased` about it stands already. */
export async function eraseContent(db: Database, id: string): Promise<void> {
  await historyTables(db)
    .updateTable('history_entry')
    .set({ before: null, after: null, note: '', address: null, salt: null, erased: true })
    .where('id', '=', id)
    .execute();
}
