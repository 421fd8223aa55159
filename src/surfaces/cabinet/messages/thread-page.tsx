import type { Reply } from '../../../capabilities/community/index.ts';
import { dateTimeInWords, dayInWords } from '../../../language/dates.ts';
import { consultationsTexts } from '../../../locales/consultations.ts';
import { messagesTexts } from '../../../locales/messages.ts';
import { staffMessagesTexts } from '../../../locales/staff-messages.ts';
import {
  Badge,
  Breadcrumbs,
  CabinetPage,
  ErrorSummary,
  href,
  type KeyValue,
  KeyValues,
  Notice,
  type Visit,
} from '../../components/index.ts';
import { NoteAsConsultation } from '../consultations/note-button.tsx';
import { AnswerForm, DecisionForm, type FormProps, OtherDeeds, PublicPart } from './answer-forms.tsx';
import { HeldPart, TaskPart } from './task-part.tsx';
import { termOf } from './term-in-words.ts';

/** One message in the cabinet: what was written, what is known, and what to do with it. */
export function ThreadPage({ visit, view }: FormProps) {
  const texts = staffMessagesTexts[visit.language];
  const words = messagesTexts[visit.language];
  const { message, replies } = view.thread;
  const title = words.titles[message.kind](message.number);
  const term = termOf(visit, message);
  const done = view.done === null ? undefined : texts.done[view.done];
  const open = message.state !== 'closed';
  return (
    <CabinetPage visit={visit} title={title}>
      <div class="message-page stack-l">
        <Breadcrumbs
          language={visit.language}
          items={[{ label: texts.title, href: href(visit, '/cabinet/messages') }, { label: title }]}
        />
        <ErrorSummary faults={view.refused?.faults ?? []} language={visit.language} />
        {done && <Notice kind="good" title={done} language={visit.language} live />}
        <header class="stack">
          <h1>{title}</h1>
          <p class="row">
            <Badge kind={message.dueOn ? 'attention' : 'info'}>{words.states[message.state]}</Badge>
            {term && <Badge kind={term.kind}>{term.words}</Badge>}
            {message.errorConfirmed && <Badge kind="attention">{words.part.confirmed}</Badge>}
          </p>
        </header>
        <section class="thread" aria-label={texts.thread.conversation}>
          <Author visit={visit} view={view} />
          {replies.map((reply) => (
            <ThreadReply key={reply.id} visit={visit} reply={reply} />
          ))}
        </section>
        <KeyValues items={facts(visit, view)} />
        <Near visit={visit} view={view} />
        <TaskPart visit={visit} view={view} />
        <HeldPart visit={visit} view={view} />
        {view.mayAnswer && open && message.kind === 'proposal' && <DecisionForm visit={visit} view={view} />}
        {view.mayAnswer && open && message.kind !== 'proposal' && <AnswerForm visit={visit} view={view} />}
        {view.mayAnswer && <PublicPart visit={visit} view={view} />}
        <ConsultationPart visit={visit} view={view} />
        <OtherDeeds visit={visit} view={view} />
      </div>
    </CabinetPage>
  );
}

/** The answer as a line of the journal of consultations. */
function ConsultationPart({ visit, view }: FormProps) {
  const { id } = view.thread.message;
  if (view.consultation === 'noted') return <p class="soft">{consultationsTexts[visit.language].noted}</p>;
  if (view.consultation === null) return null;
  return <NoteAsConsultation visit={visit} source={{ kind: 'message', id }} back={`/cabinet/messages/${id}`} />;
}

/** Text as it was typed: its lines are kept, its signs are only text. */
function Words({ text }: { text: string }) {
  return <div class="typed-words">{text}</div>;
}

function Author({ visit, view }: FormProps) {
  const texts = staffMessagesTexts[visit.language].thread;
  const { message } = view.thread;
  return (
    <div class="thread-mine stack">
      <p class="small">
        <strong>{message.name || texts.wrote}</strong>{' '}
        <span class="soft">{dateTimeInWords(message.createdAt, visit.language)}</span>
      </p>
      {message.subject && (
        <p class="message-subject">
          <strong>{message.subject}</strong>
        </p>
      )}
      {message.text && <Words text={message.text} />}
    </div>
  );
}

function ThreadReply({ visit, reply }: { visit: Visit; reply: Reply }) {
  const texts = staffMessagesTexts[visit.language].thread;
  const words = messagesTexts[visit.language];
  const title = { answer: texts.answered, addition: texts.added, note: texts.note }[reply.kind];
  const look = { answer: 'message-answer', addition: 'thread-mine', note: 'thread-note' }[reply.kind];
  const by = [reply.unitName, reply.authorName].filter(Boolean).join(', ');
  return (
    <div class={`${look} stack`}>
      <p class="small">
        <strong>{title}</strong>{' '}
        <span class="soft">{[by, dateTimeInWords(reply.at, visit.language)].filter(Boolean).join(', ')}</span>{' '}
        {reply.state && reply.state !== 'answered' && <Badge kind="info">{words.states[reply.state]}</Badge>}
      </p>
      {reply.text && <Words text={reply.text} />}
    </div>
  );
}

function Near({ visit, view }: FormProps) {
  const { near } = view;
  if (near.length === 0) return null;
  return (
    <div class="stack">
      <p>{staffMessagesTexts[visit.language].thread.near}</p>
      <ul class="required-items" lang="uk">
        {near.map((item) => (
          <li key={item.line}>
            {item.name} <span class="soft small">({item.number})</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function facts(visit: Visit, { thread, units }: FormProps['view']): KeyValue[] {
  const all = staffMessagesTexts[visit.language];
  const texts = all.thread;
  const words = messagesTexts[visit.language];
  const { message } = thread;
  const items: KeyValue[] = [];
  if (message.dataset) {
    const { id, slug, title } = message.dataset;
    items.push([
      texts.about,
      <>
        <a href={href(visit, `/datasets/${slug}`)}>{title}</a>,{' '}
        <a href={href(visit, `/cabinet/datasets/${id}`)}>{texts.toDesk}</a>
      </>,
    ]);
  }
  const place = [
    message.place.row && words.part.row(message.place.row),
    message.place.column && words.part.column(message.place.column),
  ];
  if (place.some(Boolean)) items.push([texts.place, place.filter(Boolean).join(', ')]);
  items.push([
    texts.author,
    <>
      {message.name || texts.noName},{' '}
      {message.email ? `${visit.ctx.mail.leaves ? `${texts.byEmail} ` : ''}${message.email}` : texts.noEmail}
    </>,
  ]);
  if (message.dueOn) items.push([texts.term, dayInWords(message.dueOn, visit.language)]);
  items.push([texts.unit, units.find(({ id }) => id === message.unitId)?.name ?? all.noUnit]);
  items.push([texts.consent, message.consent ? texts.consentYes : texts.consentNo]);
  if (message.kind === 'proposal') items.push([texts.votes, words.vote.count(message.votes)]);
  return items;
}
