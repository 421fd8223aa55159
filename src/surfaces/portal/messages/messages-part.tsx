import type { PublicMessage } from '../../../capabilities/community/index.ts';
import type { Paged } from '../../../kernel/paging.ts';
import { messagesTexts } from '../../../locales/messages.ts';
import { href, LinkButton, type Visit } from '../../components/index.ts';
import { MessageItem } from './message-item.tsx';

/** How many questions a dataset's own page shows. */
export const QUESTIONS_ON_PAGE = 5;

/** «Питання і відгуки» of a dataset: the newest answered questions, and the way to ask. */
export function MessagesPart(props: { visit: Visit; slug: string; messages: Paged<PublicMessage> }) {
  const { visit, slug, messages } = props;
  const texts = messagesTexts[visit.language].part;
  const dataset = encodeURIComponent(slug);
  return (
    <div class="stack">
      {messages.total === 0 ? (
        <p>{texts.empty}</p>
      ) : (
        <>
          <p class="soft">{texts.count(messages.total)}</p>
          <ul class="plain messages">
            {messages.items.map((message) => (
              <MessageItem key={message.number} visit={visit} message={message} own />
            ))}
          </ul>
        </>
      )}
      <p class="row no-print">
        <LinkButton href={href(visit, `/messages/new?dataset=${dataset}`)}>{texts.ask}</LinkButton>
        {messages.total > messages.items.length && (
          <a href={href(visit, `/messages?dataset=${dataset}`)}>{texts.all}</a>
        )}
      </p>
    </div>
  );
}
