import { type Kysely, sql } from 'kysely';

/** Orders with what they make lawful, their files, and the community's own norms (governance G0.1, G0.2). */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`create table orders_norm (
    id uuid primary key,
    kind text not null,
    issuer text not null,
    title text not null,
    day date,
    number text not null,
    address text not null,
    edition text not null,
    articles jsonb not null,
    public boolean not null,
    replaced_by text,
    created_at timestamptz not null
  )`.execute(db);
  await sql`create table orders_order (
    id uuid primary key,
    kind text not null,
    issuer text not null,
    issuer_key text not null,
    title text not null,
    day date,
    number text not null,
    state text not null check (state in ('draft', 'signing', 'signed', 'published', 'amended', 'ended')),
    signatory jsonb not null,
    controller jsonb not null,
    executor jsonb not null,
    agreed_by jsonb not null,
    grounds jsonb not null,
    clauses jsonb not null,
    from_day date,
    to_day date,
    public boolean not null,
    links jsonb not null,
    created_at timestamptz not null,
    signed_at timestamptz,
    ended_on date,
    note text not null default ''
  )`.execute(db);
  // the office numbers; one number of a day is one document
  await sql`create unique index orders_order_number on orders_order (kind, issuer_key, number, day) where day is not null and number <> ''`.execute(
    db,
  );
  await sql`create index orders_order_newest on orders_order (coalesce(day, '9999-12-31'::date) desc, created_at desc)`.execute(
    db,
  );
  await sql`create table orders_tie (
    order_id uuid not null references orders_order on delete cascade,
    other_id uuid not null references orders_order on delete cascade,
    kind text not null check (kind in ('supersedes', 'amends')),
    primary key (order_id, other_id)
  )`.execute(db);
  await sql`create table orders_effect (
    id uuid primary key,
    order_id uuid not null references orders_order on delete cascade,
    kind text not null,
    subject_ids text[] not null,
    terms jsonb not null,
    prepared_on date not null,
    lawful_from date,
    ended_on date,
    kept jsonb
  )`.execute(db);
  await sql`create index orders_effect_order on orders_effect (order_id)`.execute(db);
  await sql`create index orders_effect_subject on orders_effect using gin (subject_ids)`.execute(db);
  await sql`create table orders_file (
    id uuid primary key,
    order_id uuid not null references orders_order on delete cascade,
    role text not null check (role in ('draft', 'signed', 'scan', 'signature')),
    name text not null,
    media_type text not null,
    object_key text not null,
    size bigint not null,
    public boolean not null,
    added_at timestamptz not null
  )`.execute(db);
  await sql`create index orders_file_order on orders_file (order_id)`.execute(db);
}
