import type { Context } from '../context.ts';
import type { MailEnvironment } from './mail.ts';
import { type KeptMailServer, selectMailServer } from './mail-server-store.ts';

/** How the connection is kept from strangers: from its first byte, from a command on (STARTTLS), not at all (a relay on one's own wire). */
export type MailSecurity = 'tls' | 'starttls' | 'none';

/** The place a sealed password opens at. */
export const MAIL_SECRET = 'platform:mail-server';

/** A server letters can be handed to. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  readonly security: MailSecurity;
  /** Null: it asks for no name. */
  readonly user: string | null;
  readonly password: string;
  /** «Назва <адреса>» or an address. */
  readonly from: string;
  /** Of the environment, with all it may say to nodemailer beside these. */
  readonly url?: string;
}

/** A header field holds no line break and no quotes of its own. */
const quoted = (name: string) => `"${name.replace(/[\r\n"\\]/g, ' ')}"`;

/** The server of the environment in our words. */
export function serverOfEnvironment({ url, from }: MailEnvironment): MailServer | null {
  if (url === null) return null;
  const { protocol, hostname, port, username, password } = new URL(url);
  const tls = protocol === 'smtps:';
  return {
    host: decodeURIComponent(hostname),
    port: Number(port) || (tls ? 465 : 587),
    security: tls ? 'tls' : 'none',
    user: username === '' ? null : decodeURIComponent(username),
    password: decodeURIComponent(password),
    from,
    url,
  };
}

function serverOfSettings(ctx: Context, kept: KeptMailServer): MailServer {
  const { host, port, security, userName, passwordSealed, senderName, senderAddress } = kept;
  return {
    host,
    port,
    security,
    user: userName === '' ? null : userName,
    password: passwordSealed === null ? '' : (ctx.secrets.open(passwordSealed, MAIL_SECRET) ?? ''),
    from: senderName === '' ? senderAddress : `${quoted(senderName)} <${senderAddress}>`,
  };
}

/** The server in force: that of the environment, else that of the settings; null: letters stay in the outbox. */
export async function mailServerInForce(ctx: Context): Promise<MailServer | null> {
  const fixed = serverOfEnvironment(ctx.mail.environment);
  if (fixed) return fixed;
  const kept = await selectMailServer(ctx.db);
  return kept && serverOfSettings(ctx, kept);
}
