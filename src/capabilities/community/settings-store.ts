import type { Database } from '../../platform/context.ts';
import type { CommunitySettings } from './community-settings.ts';
import { communityTables } from './community-tables.ts';

/** The settings; their one row is made by the migration. */
export async function selectSettings(db: Database): Promise<CommunitySettings> {
  const row = await communityTables(db).selectFrom('community_settings').selectAll().executeTakeFirstOrThrow();
  return {
    channel: {
      address: row.request_address,
      email: row.request_email,
      phone: row.request_phone,
      form: row.request_form,
    },
    answerDays: row.answer_days,
    proposalDays: row.proposal_days,
    keepDays: row.keep_days,
  };
}

export async function updateSettings(db: Database, settings: CommunitySettings): Promise<void> {
  const { channel } = settings;
  await communityTables(db)
    .updateTable('community_settings')
    .set({
      request_address: channel.address,
      request_email: channel.email,
      request_phone: channel.phone,
      request_form: channel.form,
      answer_days: settings.answerDays,
      proposal_days: settings.proposalDays,
      keep_days: settings.keepDays,
    })
    .execute();
}

/** The next number of a message. It only grows; two at once wait for each other. */
export async function takeMessageNumber(db: Database): Promise<number> {
  const { last_number } = await communityTables(db)
    .updateTable('community_settings')
    .set((eb) => ({ last_number: eb('last_number', '+', 1) }))
    .returning('last_number')
    .executeTakeFirstOrThrow();
  return last_number;
}

/** What signs the stamps of forms; made by the migration, never leaves the server. */
export async function selectSecret(db: Database): Promise<string> {
  const { secret } = await communityTables(db)
    .selectFrom('community_settings')
    .select('secret')
    .executeTakeFirstOrThrow();
  return secret;
}
