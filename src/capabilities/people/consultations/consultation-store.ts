import { sql } from 'kysely';
import type { Day } from '../../../kernel/dates.ts';
import type { Database } from '../../../platform/context.ts';
import type { Channel, Consultation, ConsultationTotal } from './consultation.ts';

interface Row {
  readonly id: string;
  readonly on_day: Day;
  readonly with_name: string;
  readonly person_id: string | null;
  readonly unit_id: string | null;
  readonly topic: string;
  readonly channel: Channel;
  readonly minutes: number;
  readonly people: number;
  readonly by_id: string | null;
  readonly by_name: string;
  readonly source_kind: 'message' | 'comment' | null;
  readonly source_id: string | null;
}

function consultationOf(row: Row): Consultation {
  const { source_kind: kind, source_id: id } = row;
  return {
    id: row.id,
    on: row.on_day,
    with: row.with_name,
    personId: row.person_id,
    unitId: row.unit_id,
    topic: row.topic,
    channel: row.channel,
    minutes: row.minutes,
    people: row.people,
    byId: row.by_id,
    byName: row.by_name,
    source: kind && id ? { kind, id } : null,
  };
}

const JOURNAL_LOCK = 835_005;
/** A button pressed twice comes within this time, a second talk of the same length on the same matter does not. Milliseconds. */
const SAME_PRESS = 5_000;

/** Writes a line; false where one was made of that source already, or the same was written this moment by a button pressed twice. */
export async function insertConsultation(db: Database, one: Consultation, now: Date): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(${JOURNAL_LOCK})`.execute(db);
  const { numAffectedRows } =
    await sql`insert into people_consultation (id, on_day, with_name, person_id, unit_id, topic,
      channel, minutes, people, by_id, by_name, source_kind, source_id, made_at)
    select ${one.id}::uuid, ${one.on}::date, ${one.with}::text, ${one.personId}::uuid, ${one.unitId}::uuid, ${one.topic}::text,
      ${one.channel}::text, ${one.minutes}::int, ${one.people}::int, ${one.byId}::uuid, ${one.byName}::text,
      ${one.source?.kind ?? null}::text, ${one.source?.id ?? null}::text, ${now}::timestamptz
    where not exists (select from people_consultation where on_day = ${one.on} and with_name = ${one.with} and topic = ${one.topic}
      and channel = ${one.channel} and minutes = ${one.minutes} and people = ${one.people} and by_id = ${one.byId}
      and made_at > ${new Date(now.getTime() - SAME_PRESS)} and ${one.source === null}::boolean)
    on conflict (source_kind, source_id) do nothing`.execute(db);
  return (numAffectedRows ?? 0n) > 0n;
}

/** Lines between two days, the newest first. */
export async function selectConsultations(db: Database, from: Day, to: Day): Promise<Consultation[]> {
  const { rows } = await sql<Row>`select * from people_consultation where on_day between ${from} and ${to}
    order by on_day desc, id desc`.execute(db);
  return rows.map(consultationOf);
}

export async function selectConsultation(db: Database, id: string): Promise<Consultation | null> {
  const { rows } = await sql<Row>`select * from people_consultation where id = ${id}`.execute(db);
  return rows[0] ? consultationOf(rows[0]) : null;
}

/** What each member did between two days; one who changed their name is one member. */
export async function selectTotals(db: Database, from: Day, to: Day): Promise<ConsultationTotal[]> {
  const { rows } = await sql<{ by_name: string; count: number; minutes: number; groups: number; people: number }>`
    select (array_agg(by_name order by made_at desc))[1] as by_name, count(*) as count, sum(minutes) as minutes,
      count(*) filter (where people > 1) as groups, sum(people) as people
    from people_consultation where on_day between ${from} and ${to}
    group by coalesce(by_id::text, by_name) order by count(*) desc, 1`.execute(db);
  return rows.map(({ by_name: byName, ...sums }) => ({ byName, ...sums }));
}

/** Topics lately advised upon, for the next line to be typed quicker. */
export async function selectTopics(db: Database, most: number): Promise<string[]> {
  const { rows } = await sql<{ topic: string }>`select topic from people_consultation
    group by topic order by max(made_at) desc limit ${most}`.execute(db);
  return rows.map(({ topic }) => topic);
}

/** Ids of sources of a kind that have a line, among these. */
export async function selectNoted(db: Database, kind: string, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ source_id: string }>`select source_id from people_consultation
    where source_kind = ${kind} and source_id = any(${[...ids]})`.execute(db);
  return new Set(rows.map(({ source_id }) => source_id));
}

export async function deleteConsultation(db: Database, id: string): Promise<void> {
  await sql`delete from people_consultation where id = ${id}`.execute(db);
}
