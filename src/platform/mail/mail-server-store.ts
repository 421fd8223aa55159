import type { Database } from '../context.ts';
import type { MailSecurity } from './mail-server.ts';

type Tables = {
  platform_mail_server: {
    host: string;
    port: number;
    security: MailSecurity;
    user_name: string;
    password_sealed: string | null;
    sender_name: string;
    sender_address: string;
    keep_days: number;
  };
};

/** The mail server as the settings keep it; the password closed. */
export interface KeptMailServer {
  readonly host: string;
  readonly port: number;
  readonly security: MailSecurity;
  readonly userName: string;
  /** Closed by `ctx.secrets`; null: none is needed. */
  readonly passwordSealed: string | null;
  readonly senderName: string;
  readonly senderAddress: string;
  /** Days after which the texts of letters are forgotten. */
  readonly keepDays: number;
}

/** The server of the settings, or null where none is set. */
export async function selectMailServer(db: Database): Promise<KeptMailServer | null> {
  const row = await db.withTables<Tables>().selectFrom('platform_mail_server').selectAll().executeTakeFirst();
  if (!row) return null;
  return {
    host: row.host,
    port: row.port,
    security: row.security,
    userName: row.user_name,
    passwordSealed: row.password_sealed,
    senderName: row.sender_name,
    senderAddress: row.sender_address,
    keepDays: row.keep_days,
  };
}

/** Sets it. */
export async function writeMailServer(db: Database, server: KeptMailServer): Promise<void> {
  await deleteMailServer(db);
  await db
    .withTables<Tables>()
    .insertInto('platform_mail_server')
    .values({
      host: server.host,
      port: server.port,
      security: server.security,
      user_name: server.userName,
      password_sealed: server.passwordSealed,
      sender_name: server.senderName,
      sender_address: server.senderAddress,
      keep_days: server.keepDays,
    })
    .execute();
}

/** Letters stay in the outbox from now on. */
export async function deleteMailServer(db: Database): Promise<void> {
  await db.withTables<Tables>().deleteFrom('platform_mail_server').execute();
}
