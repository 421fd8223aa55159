import { type Kysely, sql } from 'kysely';

/** Letters to groups of people, notices of appointment among them, and who has read each. */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`create table people_letter (
    id uuid primary key,
    kind text not null check (kind in ('letter', 'appointment')),
    subject text not null,
    body text not null,
    asks boolean not null,
    audience text not null,
    by_name text not null,
    sent_at timestamptz not null
  )`.execute(db);
  await sql`create table people_recipient (
    id uuid primary key,
    letter_id uuid not null references people_letter (id),
    person_id uuid,
    appointment_id uuid,
    name text not null,
    post text not null,
    detail text not null,
    by_mail boolean not null,
    read_at timestamptz,
    read_how text check (read_how in ('link', 'cabinet'))
  )`.execute(db);
  await sql`create index people_recipient_letter on people_recipient (letter_id)`.execute(db);
  await sql`create index people_recipient_appointment on people_recipient (appointment_id)
    where appointment_id is not null`.execute(db);
}
