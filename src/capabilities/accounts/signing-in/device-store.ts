import { sql } from 'kysely';
import type { Database } from '../../../platform/context.ts';
import { accountsTables } from '../accounts-tables.ts';

/** True when somebody with this e-mail has signed in from the device. */
export async function hasSignedInFrom(db: Database, digest: string, email: string): Promise<boolean> {
  const row = await accountsTables(db)
    .selectFrom('accounts_device as device')
    .innerJoin('accounts_user as person', 'person.id', 'device.person_id')
    .select('device.person_id')
    .where('device.digest', '=', digest)
    .where('person.email', '=', email)
    .executeTakeFirst();
  return row !== undefined;
}

/** Remembers that the person signed in from the device; forgets devices not seen since `before`. */
export async function upsertDevice(
  db: Database,
  facts: { digest: string; personId: string; now: Date; before: Date },
): Promise<void> {
  const { digest, personId, now, before } = facts;
  await accountsTables(db).deleteFrom('accounts_device').where('seen_at', '<', before).execute();
  await accountsTables(db)
    .insertInto('accounts_device')
    .values({ digest, person_id: personId, seen_at: now })
    .onConflict((conflict) => conflict.columns(['digest', 'person_id']).doUpdateSet({ seen_at: sql`excluded.seen_at` }))
    .execute();
}
