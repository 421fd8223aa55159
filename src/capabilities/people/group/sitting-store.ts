import { sql } from 'kysely';
import type { Day } from '../../../kernel/dates.ts';
import type { Database } from '../../../platform/context.ts';
import { askAlone, type Question } from '../../../platform/database/ask-together.ts';
import type { Decision, ListedDecision, Sitting } from './group.ts';

interface SittingRow {
  readonly id: string;
  readonly group_id: string;
  readonly number: number;
  readonly on_day: Day;
  readonly at_time: string;
  readonly place: string;
  readonly agenda: string;
  readonly minutes: string;
  readonly held: boolean;
  readonly present: string[];
}

const sittingOf = ({ group_id, on_day, at_time, ...row }: SittingRow): Sitting => ({
  ...row,
  groupId: group_id,
  on: on_day,
  at: at_time,
});

const SITTING = sql`id, group_id, number, on_day, at_time, place, agenda, minutes, held, present`;

/** Sessions of a group, the newest first. */
export async function selectSittings(db: Database, groupId: string): Promise<Sitting[]> {
  const { rows } = await sql<SittingRow>`select ${SITTING} from people_sitting where group_id = ${groupId}
    order by number desc`.execute(db);
  return rows.map(sittingOf);
}

/** By its id; `lock`: nobody else changes it until the transaction ends. */
export async function selectSitting(db: Database, id: string, lock = false): Promise<Sitting | null> {
  const { rows } = await sql<SittingRow>`select ${SITTING} from people_sitting where id = ${id}
    ${lock ? sql`for update` : sql``}`.execute(db);
  return rows[0] ? sittingOf(rows[0]) : null;
}

/** The number the next session of a group gets. */
export async function nextNumber(db: Database, groupId: string): Promise<number> {
  await sql`select 1 from people_group where id = ${groupId} for update`.execute(db);
  const { rows } = await sql<{ last: number | null }>`select max(number) as last from people_sitting
    where group_id = ${groupId}`.execute(db);
  return (rows[0]?.last ?? 0) + 1;
}

/** Writes it anew, or for the first time; its number in the group stays. */
export async function putSitting(db: Database, one: Sitting, now: Date): Promise<void> {
  await sql`insert into people_sitting (id, group_id, number, on_day, at_time, place, agenda, minutes, held, present, changed_at)
    values (${one.id}, ${one.groupId}, ${one.number}, ${one.on}, ${one.at}, ${one.place}, ${one.agenda}, ${one.minutes},
      ${one.held}, ${[...one.present]}::uuid[], ${now})
    on conflict (id) do update set on_day = excluded.on_day, at_time = excluded.at_time, place = excluded.place,
      agenda = excluded.agenda, minutes = excluded.minutes, held = excluded.held, present = excluded.present,
      changed_at = excluded.changed_at`.execute(db);
}

interface DecisionRow {
  readonly id: string;
  readonly sitting_id: string;
  readonly position: number;
  readonly text: string;
  readonly responsible_id: string | null;
  readonly responsible_name: string;
  readonly due_on: Day | null;
  readonly state: Decision['state'];
  readonly dataset_id: string | null;
  readonly closed_at: Date | null;
  readonly closed_note: string;
  readonly sitting_number: number;
  readonly sitting_on: Day;
}

function decisionOf(row: DecisionRow): ListedDecision {
  return {
    id: row.id,
    sittingId: row.sitting_id,
    position: row.position,
    text: row.text,
    responsibleId: row.responsible_id,
    responsibleName: row.responsible_name,
    dueOn: row.due_on,
    state: row.state,
    datasetId: row.dataset_id,
    closedAt: row.closed_at && new Date(row.closed_at),
    closedNote: row.closed_note,
    sitting: { number: row.sitting_number, on: row.sitting_on },
  };
}

/** Which decisions to read; what is left out does not narrow. */
export interface DecisionQuestion {
  readonly id?: string;
  readonly sittingId?: string;
  readonly groupId?: string;
  readonly responsibleId?: string;
  readonly open?: boolean;
}

/** Decisions by term, those without one last, then as they were taken. */
export function selectDecisions(db: Database, question: DecisionQuestion): Promise<ListedDecision[]> {
  return askAlone({ db }, decisionsQuestion(question));
}

/** The same, to be asked with other questions. */
export function decisionsQuestion(question: DecisionQuestion): Question<ListedDecision[]> {
  const { id = null, sittingId = null, groupId = null, responsibleId = null, open = false } = question;
  const query = sql`select one.*, sitting.number as sitting_number, sitting.on_day as sitting_on
    from people_decision one join people_sitting sitting on sitting.id = one.sitting_id
    where (${id}::uuid is null or one.id = ${id}::uuid)
      and (${sittingId}::uuid is null or one.sitting_id = ${sittingId}::uuid)
      and (${groupId}::uuid is null or sitting.group_id = ${groupId}::uuid)
      and (${responsibleId}::uuid is null or one.responsible_id = ${responsibleId}::uuid)
      and (${!open} or one.state = 'open')
    order by one.due_on nulls last, sitting.number, one.position`;
  return { query, read: (rows: readonly DecisionRow[]) => rows.map(decisionOf) };
}

/** Of one that is there only the outcome is changed: words, person and term stay as they were decided. */
export async function putDecision(db: Database, one: Decision, now: Date): Promise<void> {
  await sql`insert into people_decision (id, sitting_id, position, text, responsible_id, responsible_name, due_on, state,
      dataset_id, closed_at, closed_note, made_at)
    values (${one.id}, ${one.sittingId}, ${one.position}, ${one.text}, ${one.responsibleId}, ${one.responsibleName},
      ${one.dueOn}, ${one.state}, ${one.datasetId}, ${one.closedAt}, ${one.closedNote}, ${now})
    on conflict (id) do update set state = excluded.state, dataset_id = excluded.dataset_id,
      closed_at = excluded.closed_at, closed_note = excluded.closed_note`.execute(db);
}
