import type { Letter } from './mail.ts';
import type { MailServer } from './mail-server.ts';

/** A server that does not answer holds a letter for so long, ms. */
const PATIENCE = 15_000;

/** Mail programs show «Відписатися» beside the sender and ask by one POST (RFC 8058). */
function unsubscribeHeaders(address: string | null | undefined): Record<string, string> {
  if (!address) return {};
  return { 'List-Unsubscribe': `<${address}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}

/** Hands a letter to a mail server; gives what the server answered. Throws what nodemailer throws: `mailFailure` tells it in words. */
export async function handOver(server: MailServer, letter: Letter): Promise<string> {
  const { createTransport } = await import('nodemailer');
  const { host, port, security, user, password, from, url } = server;
  const patience = { connectionTimeout: PATIENCE, greetingTimeout: PATIENCE, socketTimeout: PATIENCE };
  const own = {
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    auth: user === null ? undefined : { user, pass: password },
  };
  const transport = createTransport({ ...patience, ...(url === undefined ? own : { url }) });
  try {
    const sent = await transport.sendMail({
      from,
      to: letter.to,
      subject: letter.subject,
      text: letter.body,
      headers: unsubscribeHeaders(letter.unsubscribe),
    });
    return String(sent.response);
  } finally {
    transport.close();
  }
}
