import { sql } from 'kysely';
import type { Day } from '../../../kernel/dates.ts';
import type { Database } from '../../../platform/context.ts';
import type { Attendance, Session } from './course.ts';

interface SessionRow {
  readonly id: string;
  readonly topic: string;
  readonly course_id: string | null;
  readonly audience: string;
  readonly trainer: string;
  readonly place: string;
  readonly on_day: Day;
  readonly at_time: string;
  readonly seats: number | null;
  readonly code: string;
  readonly state: Session['state'];
}

function sessionOf(row: SessionRow): Session {
  return {
    id: row.id,
    topic: row.topic,
    courseId: row.course_id,
    audience: row.audience,
    trainer: row.trainer,
    place: row.place,
    on: row.on_day,
    at: row.at_time,
    seats: row.seats,
    code: row.code,
    state: row.state,
  };
}

/** Trainings of a year or, by two days, of any time; the soonest first. */
export async function selectSessions(db: Database, from: Day, to: Day): Promise<Session[]> {
  const { rows } = await sql<SessionRow>`select * from people_session where on_day between ${from} and ${to}
    order by on_day, at_time, id`.execute(db);
  return rows.map(sessionOf);
}

/** The same with how many are on each list, how many came, and how one person stands on it. One statement. */
export async function selectSchedule(
  db: Database,
  from: Day,
  to: Day,
  me: string | null,
): Promise<(Session & { signed: number; came: number; mine: Attendance['state'] | null })[]> {
  const { rows } = await sql<SessionRow & { signed: number; came: number; mine: Attendance['state'] | null }>`
    select one.*, count(list.person_id) as signed, count(list.person_id) filter (where list.state = 'came') as came,
      max(list.state) filter (where list.person_id = ${me}::uuid) as mine
    from people_session one left join people_attendance list on list.session_id = one.id
    where one.on_day between ${from} and ${to} group by one.id order by one.on_day, one.at_time, one.id`.execute(db);
  return rows.map(({ signed, came, mine, ...row }) => ({ ...sessionOf(row), signed, came, mine }));
}

/** By its id; `lock`: nobody else changes it until the transaction ends. */
export async function selectSession(db: Database, id: string, lock = false): Promise<Session | null> {
  const { rows } = await sql<SessionRow>`select * from people_session where id = ${id}
    ${lock ? sql`for update` : sql``}`.execute(db);
  return rows[0] ? sessionOf(rows[0]) : null;
}

/** By the code people type who are there. */
export async function selectSessionByCode(db: Database, code: string): Promise<Session | null> {
  const { rows } = await sql<SessionRow>`select * from people_session where code = ${code}`.execute(db);
  return rows[0] ? sessionOf(rows[0]) : null;
}

export async function putSession(db: Database, one: Session, now: Date): Promise<void> {
  await sql`insert into people_session (id, topic, course_id, audience, trainer, place, on_day, at_time, seats, code, state, made_at)
    values (${one.id}, ${one.topic}, ${one.courseId}, ${one.audience}, ${one.trainer}, ${one.place}, ${one.on}, ${one.at},
      ${one.seats}, ${one.code}, ${one.state}, ${now})
    on conflict (id) do update set topic = excluded.topic, course_id = excluded.course_id, audience = excluded.audience,
      trainer = excluded.trainer, place = excluded.place, on_day = excluded.on_day, at_time = excluded.at_time,
      seats = excluded.seats, state = excluded.state`.execute(db);
}

interface AttendanceRow {
  readonly session_id: string;
  readonly person_id: string;
  readonly person_name: string;
  readonly state: Attendance['state'];
  readonly how: Attendance['how'];
}

/** Who is on the lists of these trainings, by name. */
export async function selectAttendance(db: Database, sessionIds: readonly string[]): Promise<Attendance[]> {
  if (sessionIds.length === 0) return [];
  const { rows } = await sql<AttendanceRow>`select session_id, person_id, person_name, state, how from people_attendance
    where session_id = any(${[...sessionIds]}::uuid[]) order by person_name collate "uk-x-icu", person_id`.execute(db);
  return rows.map((row) => ({
    sessionId: row.session_id,
    personId: row.person_id,
    personName: row.person_name,
    state: row.state,
    how: row.how,
  }));
}

/** Puts people on a list, or says that those on it came; who marked themself stays marked so. */
export async function putAttendance(db: Database, marks: readonly Attendance[], at: Date): Promise<void> {
  for (const one of marks) {
    await sql`insert into people_attendance (session_id, person_id, person_name, state, how, at)
      values (${one.sessionId}, ${one.personId}, ${one.personName}, ${one.state}, ${one.how}, ${at})
      on conflict (session_id, person_id) do update set state = excluded.state, how = excluded.how, at = excluded.at
      where people_attendance.state <> excluded.state`.execute(db);
  }
}

/** Takes somebody off a list. */
export async function deleteAttendance(db: Database, sessionId: string, personId: string): Promise<void> {
  await sql`delete from people_attendance where session_id = ${sessionId} and person_id = ${personId}`.execute(db);
}

/** Those not among `came` did not come after all. */
export async function takeBackComing(db: Database, sessionId: string, came: readonly string[]): Promise<void> {
  await sql`delete from people_attendance where session_id = ${sessionId} and state = 'came'
    and not (person_id = any(${[...came]}::uuid[]))`.execute(db);
}
