import { canBeSupported, type PublicMessage } from '../../../capabilities/community/index.ts';
import { dayInWords } from '../../../language/dates.ts';
import { messagesTexts } from '../../../locales/messages.ts';
import { Badge, Breadcrumbs, href, Notice, Page, type Visit } from '../../components/index.ts';
import { firstSentence, Paragraphs } from '../words.tsx';
import { Answers, Outcome, placeInWords, StateBadge, VoteButton } from './message-item.tsx';

interface MessageView {
  readonly message: PublicMessage;
  /** This browser has supported it. */
  readonly supported: boolean;
  /** A vote has just been counted. */
  readonly counted: boolean;
}

/** One public message at its own address: what was asked, what was answered. */
export function MessagePage({ visit, view }: { visit: Visit; view: MessageView }) {
  const texts = messagesTexts[visit.language];
  const { message } = view;
  const proposal = message.kind === 'proposal';
  const title = proposal ? message.subject : texts.titles[message.kind](message.number);
  const place = placeInWords(visit, message.place);
  return (
    <Page
      visit={visit}
      title={title}
      description={firstSentence(proposal ? message.subject : message.text)}
      head={<link rel="canonical" href={`${visit.origin}/messages/${message.number}`} />}
    >
      <article class="message-page stack-l">
        <Breadcrumbs
          language={visit.language}
          items={[
            { label: texts.list.title, href: href(visit, `/messages${proposal ? '?kind=proposal' : ''}`) },
            { label: texts.titles[message.kind](message.number) },
          ]}
        />
        <header class="stack">
          <h1 lang={proposal ? message.language : undefined}>{title}</h1>
          <div class="message-head">
            <StateBadge visit={visit} state={message.state} />
            <span class="soft">{texts.page.asked(dayInWords(message.createdAt, visit.language))}</span>
            {message.errorConfirmed && <Badge kind="attention">{texts.part.confirmed}</Badge>}
          </div>
          {message.dataset && (
            <p>
              <a href={href(visit, `/datasets/${message.dataset.slug}`)}>{message.dataset.title}</a>
              {place && <span class="soft">, {place}</span>}
            </p>
          )}
        </header>
        <Outcome visit={visit} message={message} />
        {message.text && (
          <div class="message-words stack" lang={message.language}>
            <Paragraphs text={message.text} />
          </div>
        )}
        {message.answers.some(({ text }) => text !== '') ? (
          <div class="stack">
            <Answers visit={visit} answers={message.answers} />
          </div>
        ) : (
          !proposal && <p class="soft">{texts.part.noAnswer}</p>
        )}
        {proposal && <Support visit={visit} view={view} />}
        <p class="no-print">
          {texts.page.more}{' '}
          <a href={href(visit, `/messages/new${message.dataset ? `?dataset=${message.dataset.slug}` : ''}`)}>
            {texts.list.ask}
          </a>
        </p>
      </article>
    </Page>
  );
}

/** How many need it too, and the button, unless this browser has said so already or all is decided. */
function Support({ visit, view }: { visit: Visit; view: MessageView }) {
  const { message, supported, counted } = view;
  const texts = messagesTexts[visit.language].vote;
  return (
    <div class="stack" id="support">
      {counted && <Notice kind="good" title={texts.done} language={visit.language} live />}
      <p>
        <strong class="figures">{texts.count(message.votes)}</strong>
      </p>
      {!canBeSupported(message) ? (
        <p class="soft">{texts.closed}</p>
      ) : supported ? (
        !counted && <p class="soft">{texts.already}</p>
      ) : (
        <VoteButton visit={visit} message={message} />
      )}
    </div>
  );
}
