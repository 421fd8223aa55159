import {
  canBeSupported,
  type MessageState,
  type PublicAnswer,
  type PublicMessage,
} from '../../../capabilities/community/index.ts';
import { dayInWords } from '../../../language/dates.ts';
import { messagesTexts } from '../../../locales/messages.ts';
import { Badge, Button, href, type StateKind, type Visit } from '../../components/index.ts';
import { Paragraphs } from '../words.tsx';

/** The tone of each state; its word is beside it. */
const STATE_TONES: Record<MessageState, StateKind> = {
  waiting: 'attention',
  answered: 'good',
  new: 'info',
  considering: 'info',
  planned: 'good',
  published: 'good',
  refused: 'attention',
  closed: 'info',
};

/** A state in words. */
export function StateBadge({ visit, state }: { visit: Visit; state: MessageState }) {
  return <Badge kind={STATE_TONES[state]}>{messagesTexts[visit.language].states[state]}</Badge>;
}

/** «рядок 12, стовпець «Дата»», or nothing. */
export function placeInWords(visit: Visit, place: PublicMessage['place']): string {
  const { part } = messagesTexts[visit.language];
  return [place.row && part.row(place.row), place.column && part.column(place.column)].filter(Boolean).join(', ');
}

interface ItemProps {
  readonly visit: Visit;
  readonly message: PublicMessage;
  /** On a dataset's own page the dataset is not named again. */
  readonly own?: boolean;
  /** Without answers. */
  readonly brief?: boolean;
}

/** One public message in a list: what was asked or proposed, then the answers. */
export function MessageItem(props: ItemProps) {
  const { visit, message, brief } = props;
  return (
    <li class="message" id={`m${message.number}`}>
      {message.kind === 'proposal' ? <ProposalWords {...props} /> : <QuestionWords {...props} />}
      {!brief && <Answers visit={visit} answers={message.answers} />}
    </li>
  );
}

function QuestionWords({ visit, message, own }: ItemProps) {
  const texts = messagesTexts[visit.language];
  const place = placeInWords(visit, message.place);
  return (
    <>
      <div class="message-head">
        <a href={href(visit, `/messages/${message.number}`)}>{texts.titles[message.kind](message.number)}</a>
        <span class="soft">{texts.page.asked(dayInWords(message.createdAt, visit.language))}</span>
        {message.state !== 'answered' && <StateBadge visit={visit} state={message.state} />}
        {message.errorConfirmed && <Badge kind="attention">{texts.part.confirmed}</Badge>}
      </div>
      {!own && message.dataset && (
        <p class="message-dataset">
          <a href={href(visit, `/datasets/${message.dataset.slug}`)}>{message.dataset.title}</a>
        </p>
      )}
      <div class="stack" lang={message.language}>
        <Paragraphs text={message.text} />
      </div>
      {place && <p class="soft small">{place}</p>}
    </>
  );
}

function ProposalWords({ visit, message }: ItemProps) {
  const texts = messagesTexts[visit.language];
  return (
    <>
      <h3 class="message-subject" lang={message.language}>
        <a href={href(visit, `/messages/${message.number}`)}>{message.subject}</a>
      </h3>
      <div class="message-head">
        <StateBadge visit={visit} state={message.state} />
        <span class="soft">{texts.vote.count(message.votes)}</span>
        <span class="soft">{texts.page.asked(dayInWords(message.createdAt, visit.language))}</span>
      </div>
      <Outcome visit={visit} message={message} />
      {message.text && (
        <div class="stack" lang={message.language}>
          <Paragraphs text={message.text} />
        </div>
      )}
      {canBeSupported(message) && <VoteButton visit={visit} message={message} />}
    </>
  );
}

/** «Мені теж потрібно»; the answer to it is the proposal's own page. */
export function VoteButton({ visit, message }: Pick<ItemProps, 'visit' | 'message'>) {
  const texts = messagesTexts[visit.language].vote;
  return (
    <form method="post" action={href(visit, `/messages/${message.number}/vote`)} class="no-print">
      <Button kind="secondary" icon="plus">
        {texts.button}
        <span class="unseen">: {message.subject}</span>
      </Button>
    </form>
  );
}

/** What became of a proposal: the promised day, or the dataset. */
export function Outcome({
  visit,
  message,
}: {
  visit: Visit;
  message: Pick<PublicMessage, 'state' | 'plannedOn' | 'result'>;
}) {
  const texts = messagesTexts[visit.language].page;
  const { state, plannedOn, result } = message;
  if (state === 'published' && result) {
    return (
      <p>
        {texts.became} <a href={href(visit, `/datasets/${result.slug}`)}>{result.title}</a>
      </p>
    );
  }
  if (state === 'planned' && plannedOn) return <p>{texts.plannedOn(dayInWords(plannedOn, visit.language))}</p>;
  return null;
}

/** The publisher's answers, each signed by the unit and the day. Decisions taken without words are told by the state alone. */
export function Answers({ visit, answers }: { visit: Visit; answers: readonly PublicAnswer[] }) {
  const texts = messagesTexts[visit.language];
  return (
    <>
      {answers
        .filter(({ text }) => text !== '')
        .map((answer) => (
          <div key={answer.at.getTime()} class="message-answer stack">
            <p class="small">
              <strong>{texts.part.answer}</strong>{' '}
              <span class="soft">{texts.page.answered(answer.unitName, dayInWords(answer.at, visit.language))}</span>
            </p>
            <Paragraphs text={answer.text} />
          </div>
        ))}
    </>
  );
}
