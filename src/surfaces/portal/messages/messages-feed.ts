import type { Context as HonoContext } from 'hono';
import { listPublicMessages, type PublicMessage } from '../../../capabilities/community/index.ts';
import { xmlText } from '../../../kernel/xml.ts';
import { messagesTexts } from '../../../locales/messages.ts';
import type { SurfaceEnv, Visit } from '../../components/index.ts';
import { firstSentence } from '../words.tsx';

const ENTRIES = 30;

function entryOf(visit: Visit, message: PublicMessage): string {
  const address = `${visit.origin}/messages/${message.number}`;
  const answer = message.answers.findLast(({ text }) => text !== '');
  const title = message.subject || firstSentence(message.text, 120);
  return `<entry><id>${address}</id>
<title>${xmlText(title)}</title>
<link href="${address}"/>
<updated>${message.changedAt.toISOString()}</updated><published>${message.createdAt.toISOString()}</published>
<author><name>${xmlText(answer?.unitName ?? visit.profile?.name ?? '')}</name></author>
<summary>${xmlText(answer ? answer.text : message.text)}</summary></entry>`;
}

/** Public questions with their answers, and proposals, as an Atom feed (RFC 4287). */
export async function messagesFeed(c: HonoContext<SurfaceEnv>): Promise<Response> {
  const visit = c.get('visit');
  const { items } = await listPublicMessages(visit.ctx, {}, { page: 1, size: ENTRIES });
  const updated = items.reduce((last, { changedAt }) => Math.max(last, changedAt.getTime()), 0);
  const feed = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="uk"><id>${visit.origin}/messages/feed.atom</id>
<title>${xmlText(`${visit.profile?.name ?? ''}: ${messagesTexts.uk.list.title}`)}</title>
<link rel="self" href="${visit.origin}/messages/feed.atom"/><link href="${visit.origin}/messages"/>
<updated>${new Date(updated).toISOString()}</updated>
${items.map((message) => entryOf(visit, message)).join('\n')}
</feed>
`;
  return c.body(feed, 200, { 'content-type': 'application/atom+xml; charset=utf-8' });
}
