import { z } from 'zod';
import { defineJob, type JobDefinition } from '../jobs/job.ts';
import { findLetter, markLetter } from './outbox.ts';

export const SEND_LETTER = 'platform.send-letter';

export interface MailServer {
  /** `smtp://user:password@host:port` or `smtps://…`; null: letters stay in the outbox. */
  readonly url: string | null;
  /** Whose name letters come in. */
  readonly from: string;
}

const Data = z.object({ letterId: z.string() });

/** Mail programs show «Відписатися» beside the sender and ask by one POST (RFC 8058). */
function unsubscribeHeaders(address: string | null | undefined): Record<string, string> {
  if (!address) return {};
  return { 'List-Unsubscribe': `<${address}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}

/** The job that sends one letter of the outbox. A letter already sent is left alone, so a repeated try sends nothing twice. */
export function sendLetterJob(server: MailServer): JobDefinition<z.infer<typeof Data>> {
  return defineJob({
    name: SEND_LETTER,
    data: Data,
    async handle(ctx, { letterId }) {
      const letter = await findLetter(ctx.db, letterId);
      if (!letter || letter.sentAt) return;
      if (!server.url) {
        ctx.log.info(
          { letterId, subject: letter.subject },
          'no mail server is configured: the letter stays in the outbox',
        );
        return;
      }
      const { createTransport } = await import('nodemailer');
      const transport = createTransport(server.url);
      try {
        await transport.sendMail({
          from: server.from,
          to: letter.to,
          subject: letter.subject,
          text: letter.body,
          headers: unsubscribeHeaders(letter.unsubscribe),
        });
      } finally {
        transport.close();
      }
      await markLetter(ctx.db, letterId, { sentAt: ctx.clock.now() });
    },
    async park(ctx, { letterId }, reason) {
      await markLetter(ctx.db, letterId, { failure: reason });
    },
  });
}
