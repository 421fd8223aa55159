import { sql } from 'kysely';
import type { Day } from '../../../kernel/dates.ts';
import type { Database } from '../../../platform/context.ts';
import type { Member, Part, WorkingGroup } from './group.ts';

/** The group that works; null: there is none yet. */
export async function selectGroup(db: Database): Promise<WorkingGroup | null> {
  const { rows } = await sql<{ id: string; name: string; order_line: string }>`
    select id, name, order_line from people_group where closed_on is null order by made_at desc limit 1`.execute(db);
  return rows[0] ? { id: rows[0].id, name: rows[0].name, order: rows[0].order_line } : null;
}

/** Writes its name and order anew, or for the first time; members are kept apart. */
export async function putGroup(db: Database, { id, name, order }: WorkingGroup, now: Date): Promise<void> {
  await sql`insert into people_group (id, name, order_line, made_at) values (${id}, ${name}, ${order}, ${now})
    on conflict (id) do update set name = excluded.name, order_line = excluded.order_line`.execute(db);
}

interface MemberRow {
  readonly id: string;
  readonly person_id: string | null;
  readonly name: string;
  readonly post: string;
  readonly part: Part;
  readonly from_day: Day;
  readonly to_day: Day | null;
}

/** Members, past ones too: the head first, those who left last. */
export async function selectMembers(db: Database, groupId: string): Promise<Member[]> {
  const { rows } = await sql<MemberRow>`select id, person_id, name, post, part, from_day, to_day from people_member
    where group_id = ${groupId}
    order by to_day is not null, part = 'head' desc, part = 'secretary' desc, name collate "uk-x-icu", id`.execute(db);
  return rows.map(({ person_id, from_day, to_day, ...row }) => ({
    ...row,
    personId: person_id,
    from: from_day,
    to: to_day,
  }));
}

export async function insertMember(db: Database, groupId: string, member: Member): Promise<void> {
  await sql`insert into people_member (id, group_id, person_id, name, post, part, from_day, to_day)
    values (${member.id}, ${groupId}, ${member.personId}, ${member.name}, ${member.post}, ${member.part}, ${member.from},
      ${member.to})`.execute(db);
}

/** Ends a membership; gives the name of the one who left, null where there is none at work. */
export async function endMember(db: Database, id: string, lastDay: Day): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`update people_member set to_day = ${lastDay}
    where id = ${id} and to_day is null returning name`.execute(db);
  return rows[0]?.name ?? null;
}
