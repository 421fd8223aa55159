import { type Kysely, sql } from 'kysely';

/**
 * Where each deed came from, whose unit it concerned, and the chain that shows every change and gap. An entry may lose its content by one
 * door: an entry `history.erased` about it, written before; what it was, who did it and when stay for ever.
 */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`alter table history_entry
    add column unit_id text,
    add column via text not null default '' check (via in ('', 'page', 'api', 'token', 'command', 'job')),
    add column address text,
    add column salt uuid default gen_random_uuid(),
    add column erased boolean not null default false,
    drop constraint history_entry_actor_kind_check,
    add constraint history_entry_actor_kind_check check (actor_kind in ('person', 'system', 'visitor', 'guest', 'token'))`.execute(
    db,
  );
  await sql`create index history_entry_unit on history_entry (unit_id, at desc, id desc)`.execute(db);
  await sql`create index history_entry_deed on history_entry (deed, at desc, id desc)`.execute(db);
  await sql`create index history_entry_kind on history_entry (subject_kind, at desc, id desc)`.execute(db);
  await createChain(db);
  await closeDoors(db);
}

async function createChain(db: Kysely<Record<never, never>>): Promise<void> {
  // what waits to be sealed; everything from before the chain does
  await sql`create table history_pending (entry_id uuid primary key)`.execute(db);
  await sql`insert into history_pending (entry_id) select id from history_entry`.execute(db);
  await sql`create table history_link (
    position bigint primary key check (position > 0),
    entry_id uuid not null unique,
    content bytea not null,
    digest bytea not null,
    chain bytea not null,
    stems text[] not null
  )`.execute(db);
  await sql`create index history_link_stems on history_link using gin (stems)`.execute(db);
  await sql`create table history_head (
    one boolean primary key default true check (one),
    position bigint not null,
    chain bytea not null
  )`.execute(db);
  await sql`insert into history_head (position, chain) values (0, decode(repeat('00', 32), 'hex'))`.execute(db);
}

async function closeDoors(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`drop trigger history_entry_append_only on history_entry`.execute(db);
  for (const table of ['history_entry', 'history_link', 'history_head']) {
    const deeds = sql.raw(table === 'history_link' ? 'update or delete or truncate' : 'delete or truncate');
    await sql`create trigger ${sql.ref(`${table}_stays`)} before ${deeds} on ${sql.table(table)}
      for each statement execute function history_entry_refuse()`.execute(db);
  }
  await sql`create function history_entry_erase() returns trigger language plpgsql as $$
    begin
      if new.erased and not old.erased and old.deed <> 'history.erased'
        and new.before is null and new.after is null and new.note = '' and new.address is null and new.salt is null
        and (new.id, new.at, new.actor_kind, new.actor_id, new.actor_name, new.deed, new.subject_kind, new.subject_id, new.subject_name, new.unit_id, new.via)
          is not distinct from
          (old.id, old.at, old.actor_kind, old.actor_id, old.actor_name, old.deed, old.subject_kind, old.subject_id, old.subject_name, old.unit_id, old.via)
        and exists (select from history_entry why where why.deed = 'history.erased' and why.subject_id = old.id::text)
      then return new; end if;
      raise exception 'the history is append-only';
    end $$`.execute(db);
  await sql`create trigger history_entry_only_erased before update on history_entry
    for each row execute function history_entry_erase()`.execute(db);
  await sql`create function history_head_grow() returns trigger language plpgsql as $$
    begin
      if new.position > old.position then return new; end if;
      raise exception 'the history is append-only';
    end $$`.execute(db);
  await sql`create trigger history_head_only_grows before update on history_head
    for each row execute function history_head_grow()`.execute(db);
}
