import { type Kysely, sql } from 'kysely';

const TRAINING = [
  `create table people_course (
    id uuid primary key,
    title text not null,
    provider text not null,
    address text not null,
    hours integer,
    functions text[] not null,
    valid_months integer,
    closed_on date,
    made_at timestamptz not null
  )`,
  `create table people_session (
    id uuid primary key,
    topic text not null,
    course_id uuid references people_course (id),
    audience text not null,
    trainer text not null,
    place text not null,
    on_day date not null,
    at_time text not null,
    seats integer,
    code text not null unique,
    state text not null check (state in ('planned', 'held', 'cancelled')),
    made_at timestamptz not null
  )`,
  'create index people_session_day on people_session (on_day)',
  `create table people_attendance (
    session_id uuid not null references people_session (id),
    person_id uuid not null,
    person_name text not null,
    state text not null check (state in ('signed', 'came')),
    how text not null check (how in ('list', 'code', 'self')),
    at timestamptz not null,
    primary key (session_id, person_id)
  )`,
  `create table people_training (
    id uuid primary key,
    person_id uuid not null,
    person_name text not null,
    course_id uuid not null references people_course (id),
    session_id uuid references people_session (id),
    on_day date not null,
    result text not null,
    certificate_key text,
    certificate_name text not null,
    made_by text not null,
    made_at timestamptz not null,
    unique (person_id, course_id, on_day)
  )`,
];

const GUIDANCE = [
  `create table people_consultation (
    id uuid primary key,
    on_day date not null,
    with_name text not null,
    person_id uuid,
    unit_id uuid,
    topic text not null,
    channel text not null,
    minutes integer not null,
    people integer not null,
    by_id uuid,
    by_name text not null,
    source_kind text,
    source_id text,
    made_at timestamptz not null,
    unique (source_kind, source_id)
  )`,
  'create index people_consultation_day on people_consultation (on_day desc, id desc)',
  `create table people_material (
    id uuid primary key,
    title text not null,
    source text not null,
    edition text not null,
    kind text not null,
    steps text[] not null,
    address text not null,
    body text not null,
    adapts_id uuid references people_material (id),
    adapted_edition text not null,
    language text not null,
    shown boolean not null,
    closed_on date,
    made_at timestamptz not null,
    changed_at timestamptz not null
  )`,
  `create table people_reading (
    material_id uuid not null references people_material (id),
    edition text not null,
    person_id uuid not null,
    at timestamptz not null,
    primary key (material_id, edition, person_id)
  )`,
];

const GROUP = [
  `create table people_group (
    id uuid primary key,
    name text not null,
    order_line text not null,
    closed_on date,
    made_at timestamptz not null
  )`,
  `create table people_member (
    id uuid primary key,
    group_id uuid not null references people_group (id),
    person_id uuid,
    name text not null,
    post text not null,
    part text not null check (part in ('head', 'secretary', 'member')),
    from_day date not null,
    to_day date
  )`,
  `create table people_sitting (
    id uuid primary key,
    group_id uuid not null references people_group (id),
    number integer not null,
    on_day date not null,
    at_time text not null,
    place text not null,
    agenda text not null,
    minutes text not null,
    held boolean not null,
    present uuid[] not null,
    changed_at timestamptz not null,
    unique (group_id, number)
  )`,
  `create table people_decision (
    id uuid primary key,
    sitting_id uuid not null references people_sitting (id),
    position integer not null,
    text text not null,
    responsible_id uuid,
    responsible_name text not null,
    due_on date,
    state text not null check (state in ('open', 'done', 'dropped')),
    dataset_id uuid,
    closed_at timestamptz,
    closed_note text not null,
    made_at timestamptz not null
  )`,
  `create index people_decision_open on people_decision (responsible_id) where state = 'open'`,
];

/** Courses, training and its schedule; the journal of consultations; guidance; the working group with its sessions and decisions (governance G3). */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  for (const step of [...TRAINING, ...GUIDANCE, ...GROUP]) await sql.raw(step).execute(db);
}
