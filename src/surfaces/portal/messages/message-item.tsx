import type { MessageState, PublicAnswer, PublicMessage } from '../../../capabilities/community/index.ts';
import { dayInWords } from '../../../language/dates.ts';
import { messagesTexts } from '../../../locales/messages.ts';
import { Badge, href, type StateKind, type Visit } from '../../components/index.ts';
import { Paragraphs } from '../words.tsx';

/** The tone of each state; its word is beside it. */
export const STATE_TONES: Record<MessageState, StateKind> = {
  waiting: 'attention',
  answered: 'good',
  new: 'info',
  considering: 'info',
  planned: 'good',
  published: 'good',
  refused: 'attention',
  closed: 'info',
};

/** «рядок 12, стовпець «Дата»», or nothing. */
export function placeInWords(visit: Visit, place: PublicMessage['place']): string {
  const { part } = messagesTexts[visit.language];
  return [place.row && part.row(place.row), place.column && part.column(place.column)].filter(Boolean).join(', ');
}

/** One public message in a list: the question with its place, then the answers. On a dataset's own page the dataset is not named again. */
export function MessageItem(props: { visit: Visit; message: PublicMessage; own?: boolean }) {
  const { visit, message, own } = props;
  const texts = messagesTexts[visit.language];
  const place = placeInWords(visit, message.place);
  const page = href(visit, `/messages/${message.number}`);
  return (
    <li class="message">
      <div class="message-head">
        <a class="message-number" href={page}>
          {texts.titles[message.kind](message.number)}
        </a>
        <span class="soft small">{texts.page.asked(dayInWords(message.createdAt, visit.language))}</span>
        {message.errorConfirmed && <Badge kind="attention">{texts.part.confirmed}</Badge>}
      </div>
      {!own && message.dataset && (
        <p class="small">
          <a href={href(visit, `/datasets/${message.dataset.slug}`)}>{message.dataset.title}</a>
        </p>
      )}
      <div class="message-words stack" lang={message.language}>
        {place && <p class="soft small">{place}</p>}
        <Paragraphs text={message.text} />
      </div>
      <Answers visit={visit} answers={message.answers} />
    </li>
  );
}

/** The publisher's answers, each signed by the unit and the day. */
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
