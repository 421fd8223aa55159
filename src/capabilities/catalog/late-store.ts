import { sql } from 'kysely';
import type { Database } from '../../platform/context.ts';
import type { Card } from './card.ts';
import type { Frequency } from './passport.ts';

/** What tells whether a published card keeps its promise, without the card. */
export interface PromiseRow {
  readonly dataset_id: string;
  readonly frequency: Frequency | null;
  readonly data_as_of: string;
  /** False where everything is at the address of an API elsewhere. */
  readonly here: boolean;
}

/** Promises of a unit's published cards, or of all. */
export async function selectPromises(db: Database, unitId: string | null): Promise<PromiseRow[]> {
  const whose = unitId === null ? sql`true` : sql`unit_id = ${unitId}`;
  const { rows } = await sql<PromiseRow>`
    select dataset_id, card -> 'passport' ->> 'frequency' as frequency, card ->> 'dataAsOf' as data_as_of,
      card @? '$.resources[*] ? (@.kind != "link")' as here
    from catalog_card where state = 'published' and coalesce(card -> 'archive', 'null') = 'null' and ${whose}`.execute(
    db,
  );
  return rows;
}

/** These cards, in no order. */
export async function selectCards(db: Database, ids: readonly string[]): Promise<Card[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ card: Card }>`
    select card from catalog_card where dataset_id = any(${[...ids]}::uuid[])`.execute(db);
  return rows.map((row) => row.card);
}
