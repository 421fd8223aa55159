import { sql } from 'kysely';
import type { Database } from '../../../platform/context.ts';
import { tables } from '../exchange-tables.ts';

/** How other servers are asked. */
export interface ExchangeSettings {
  /** Least time between two questions to one server, ms. */
  readonly waitMs: number;
  /** How long an answer or a silent file is waited for, seconds. */
  readonly patienceSeconds: number;
}

/** Milliseconds between two requests to one portal, and seconds an answer is waited for. */
export async function selectSettings(db: Database): Promise<ExchangeSettings> {
  const row = await tables(db)
    .selectFrom('exchange_setting')
    .select(['wait_ms', 'patience_seconds'])
    .executeTakeFirstOrThrow();
  return { waitMs: row.wait_ms, patienceSeconds: row.patience_seconds };
}

export async function updateSettings(db: Database, settings: ExchangeSettings): Promise<void> {
  await tables(db)
    .updateTable('exchange_setting')
    .set({ wait_ms: settings.waitMs, patience_seconds: settings.patienceSeconds })
    .execute();
}

/** Takes the next turn at a server, whoever else waits for one; gives how long to wait for it, ms. The clock is the database's: one for all. */
export async function takeTurn(db: Database, host: string, waitMs: number): Promise<number> {
  const { rows } = await sql<{ ms: number }>`
    insert into exchange_pace as pace (host, free_at) values (${host}, clock_timestamp() + ${waitMs} * interval '1 millisecond')
    on conflict (host) do update
      set free_at = greatest(pace.free_at, clock_timestamp()) + ${waitMs} * interval '1 millisecond'
    returning greatest(0, extract(epoch from free_at - clock_timestamp()) * 1000 - ${waitMs})::float8 as ms`.execute(
    db,
  );
  return rows[0]?.ms ?? 0;
}
