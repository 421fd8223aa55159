import type { MessageThread, Reply } from '../../../capabilities/community/index.ts';
import { MESSAGE_LIMITS } from '../../../capabilities/community/index.ts';
import type { FieldFault } from '../../../kernel/errors.ts';
import { dateTimeInWords, dayInWords } from '../../../language/dates.ts';
import { messagesTexts } from '../../../locales/messages.ts';
import {
  Button,
  ErrorSummary,
  Field,
  faultOf,
  href,
  Icon,
  type KeyValue,
  KeyValues,
  LinkButton,
  Notice,
  Page,
  Snippet,
  type Visit,
} from '../../components/index.ts';
import { Paragraphs } from '../words.tsx';
import { placeInWords, StateBadge } from './message-item.tsx';

export interface FollowView {
  readonly thread: MessageThread;
  readonly key: string;
  /** The unit that has it, by name; null: nobody yet. */
  readonly unitName: string | null;
  readonly done: 'sent' | 'added' | null;
  /** An addition refused: what was typed and why. */
  readonly typed: string;
  readonly faults: readonly FieldFault[];
}

/** The author's private page: the state, the answer, and a place to add something. */
export function FollowPage({ visit, view }: { visit: Visit; view: FollowView }) {
  const texts = messagesTexts[visit.language];
  const { message } = view.thread;
  const title = texts.titles[message.kind](message.number);
  return (
    <Page visit={visit} title={title} head={<meta name="robots" content="noindex" />} search={false}>
      <div class="message-page stack-l">
        <ErrorSummary faults={view.faults} language={visit.language} />
        <header class="stack">
          <h1>{title}</h1>
          <p>
            <StateBadge visit={visit} state={message.state} />
          </p>
        </header>
        {view.done === 'sent' && <Sent visit={visit} view={view} />}
        {view.done === 'added' && <Notice kind="good" title={texts.follow.addedDone} language={visit.language} live />}
        <Thread visit={visit} view={view} />
        <Addition visit={visit} view={view} />
        <KeyValues items={facts(visit, view)} />
        {view.done !== 'sent' && (
          <p class="row">
            <LinkButton kind="quiet" href={href(visit, '/messages/new')}>
              {texts.follow.new}
            </LinkButton>
          </p>
        )}
      </div>
    </Page>
  );
}

function Sent({ visit, view }: { visit: Visit; view: FollowView }) {
  const texts = messagesTexts[visit.language].follow;
  const { message } = view.thread;
  const address = `${visit.origin}${href(visit, `/messages/${message.number}`)}?key=${view.key}`;
  return (
    <>
      <Notice kind="good" title={texts.sentTitle} language={visit.language} live>
        {texts.sentText(message.number)} {message.dueOn && texts.due(dayInWords(message.dueOn, visit.language))}
      </Notice>
      <section class="stack" aria-labelledby="keep">
        <h2 id="keep">{texts.keep}</h2>
        <p>{texts.keepText}</p>
        <Snippet code={address} label={texts.private} language={visit.language} />
        {message.email && visit.ctx.mail.leaves && <p>{texts.mailed(message.email)}</p>}
      </section>
    </>
  );
}

/** What was written and answered, the oldest first. */
function Thread({ visit, view }: { visit: Visit; view: FollowView }) {
  const texts = messagesTexts[visit.language].follow;
  const { message, replies } = view.thread;
  return (
    <section class="thread" aria-label={texts.thread}>
      <div class="thread-mine stack">
        <p class="small">
          <strong>{texts.yours}</strong> <span class="soft">{dateTimeInWords(message.createdAt, visit.language)}</span>
        </p>
        {message.subject && (
          <p>
            <strong>{message.subject}</strong>
          </p>
        )}
        <Paragraphs text={message.text} />
      </div>
      {replies.map((reply) => (
        <ThreadReply key={reply.id} visit={visit} reply={reply} />
      ))}
    </section>
  );
}

function ThreadReply({ visit, reply }: { visit: Visit; reply: Reply }) {
  const texts = messagesTexts[visit.language];
  const mine = reply.kind === 'addition';
  return (
    <div class={mine ? 'thread-mine stack' : 'message-answer stack'}>
      <p class="small">
        <strong>{mine ? texts.follow.added : texts.part.answer}</strong>{' '}
        <span class="soft">
          {reply.unitName && `${reply.unitName}, `}
          {dateTimeInWords(reply.at, visit.language)}
        </span>{' '}
        {reply.state && reply.state !== 'answered' && <StateBadge visit={visit} state={reply.state} />}
      </p>
      {reply.text && <Paragraphs text={reply.text} />}
    </div>
  );
}

function Addition({ visit, view }: { visit: Visit; view: FollowView }) {
  const texts = messagesTexts[visit.language].follow;
  const { message } = view.thread;
  if (message.state === 'closed') return <p class="soft">{texts.closedText}</p>;
  return (
    <details class="no-print" open={view.faults.length > 0}>
      <summary>
        <Icon name="next" turn />
        {texts.add}
      </summary>
      <form class="form" method="post" action={href(visit, `/messages/${message.number}/words`)} novalidate>
        <input type="hidden" name="key" value={view.key} />
        <Field
          label={texts.add}
          hint={texts.addHint}
          name="text"
          value={view.typed}
          error={faultOf(view.faults, 'text', visit.language)}
          multiline
          maxLength={MESSAGE_LIMITS.text}
          required
        />
        <Button kind="secondary">{texts.addButton}</Button>
      </form>
    </details>
  );
}

function facts(visit: Visit, { thread, unitName }: FollowView): KeyValue[] {
  const texts = messagesTexts[visit.language].follow;
  const { message } = thread;
  const { language } = visit;
  const place = placeInWords(visit, message.place);
  const items: KeyValue[] = [[texts.sent, dateTimeInWords(message.createdAt, language)]];
  if (message.dueOn) items.push([texts.term, dayInWords(message.dueOn, language)]);
  if (message.state === 'planned' && message.plannedOn)
    items.push([texts.planned, dayInWords(message.plannedOn, language)]);
  if (message.result) {
    const { slug, title } = message.result;
    items.push([texts.became, <a href={href(visit, `/datasets/${slug}`)}>{title}</a>]);
  }
  if (message.dataset) {
    const { slug, title } = message.dataset;
    items.push([texts.dataset, <a href={href(visit, `/datasets/${slug}`)}>{title}</a>]);
  }
  if (place) items.push([texts.place, place]);
  items.push([texts.unit, unitName ?? texts.nobody]);
  items.push([
    texts.public,
    message.publicAt ? <a href={href(visit, `/messages/${message.number}`)}>{texts.isPublic}</a> : texts.notPublic,
  ]);
  return items;
}
