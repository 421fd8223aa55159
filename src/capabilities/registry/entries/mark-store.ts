import { sql } from 'kysely';
import type { Database } from '../../../platform/context.ts';

/** Up to where entries were drawn. */
interface FollowMark {
  /** Position in the chain of the history. */
  readonly position: number;
  /** Changes after it that were drawn already, while they waited for their seal. */
  readonly seen: readonly string[];
  /** When the registry began; null: nothing was drawn yet. */
  readonly begunAt: Date | null;
}

/** @param lock nobody else draws until the transaction ends */
export async function selectMark(db: Database, lock?: 'lock'): Promise<FollowMark> {
  const { rows } = await sql<{ position: string; seen: string[]; begun_at: Date | null }>`
    select position, seen, begun_at from registry_mark ${lock ? sql`for update` : sql``}`.execute(db);
  const row = rows[0];
  return { position: Number(row?.position ?? 0), seen: row?.seen ?? [], begunAt: row?.begun_at ?? null };
}

/** How far the history was followed. */
export async function putMark(db: Database, mark: FollowMark): Promise<void> {
  await sql`update registry_mark set position = ${mark.position}, seen = ${[...mark.seen]}::uuid[], begun_at = ${mark.begunAt}`.execute(
    db,
  );
}
