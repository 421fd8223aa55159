import { MESSAGE_LIMITS, type Message, type ProposalDecision } from '../../../capabilities/community/index.ts';
import { personalDataIn } from '../../../language/personal-data.ts';
import { messagesTexts } from '../../../locales/messages.ts';
import { staffMessagesTexts } from '../../../locales/staff-messages.ts';
import {
  Button,
  Choice,
  ChoiceGroup,
  Field,
  faultOf,
  href,
  Icon,
  LinkButton,
  Notice,
  type Visit,
} from '../../components/index.ts';
import { fieldsOf, type RefusedForm, type ThreadView } from './thread-view.ts';

export interface FormProps {
  readonly visit: Visit;
  readonly view: ThreadView;
}

export const DECISIONS: readonly ProposalDecision[] = ['considering', 'planned', 'published', 'refused'];

/** Names of the fields of public words: two forms of a page may have them, each its own. */
const PUBLIC_FIELDS = {
  answer: { subject: 'publicSubject', text: 'publicText', confirmed: 'confirmed' },
  decide: { subject: 'publicSubject', text: 'publicText', confirmed: 'confirmed' },
  show: { subject: 'shownSubject', text: 'shownText', confirmed: 'shownConfirmed' },
} as const;

/** Answer to a question or an error. */
export function AnswerForm({ visit, view }: FormProps) {
  const texts = staffMessagesTexts[visit.language].answer;
  const { message } = view.thread;
  const { field } = fieldsOf(visit, view, 'answer');
  return (
    <form class="form" method="post" action={href(visit, `/cabinet/messages/${message.id}/answer`)} novalidate>
      <h2>{message.state === 'waiting' ? texts.title : texts.again}</h2>
      <Field
        label={texts.text}
        hint={message.email && visit.ctx.mail.leaves ? texts.hintEmail : texts.hintPage}
        {...field('text')}
        multiline
        rows={6}
        maxLength={MESSAGE_LIMITS.reply}
        required
      />
      <ShowWithIt visit={visit} view={view} deed="answer" />
      <Button>{texts.send}</Button>
    </form>
  );
}

/** The tick that makes a message public together with the answer, and the words all will read. */
function ShowWithIt({ visit, view, deed }: FormProps & { deed: 'answer' | 'decide' }) {
  const texts = staffMessagesTexts[visit.language].answer;
  const { message } = view.thread;
  const { ticked } = fieldsOf(visit, view, deed);
  if (message.publicAt !== null) return <Confirmation visit={visit} view={view} deed={deed} text="" />;
  if (!message.consent) return <p class="soft">{texts.cannot}</p>;
  return (
    <>
      <Choice
        name="show"
        value="1"
        checked={ticked('show', true)}
        label={deed === 'answer' ? texts.show : texts.showProposal}
        hint={texts.showHint}
      />
      <PublicWordsFields visit={visit} view={view} deed={deed} />
    </>
  );
}

/** The words all will read: the author's own to begin with. */
export function PublicWordsFields({ visit, view, deed }: FormProps & { deed: keyof typeof PUBLIC_FIELDS }) {
  const texts = staffMessagesTexts[visit.language].answer;
  const { message } = view.thread;
  const { field } = fieldsOf(visit, view, deed);
  const names = PUBLIC_FIELDS[deed];
  const stands = message.publicSubject || message.publicText ? 'public' : 'own';
  const subject = stands === 'public' ? message.publicSubject : message.subject;
  const text = stands === 'public' ? message.publicText : message.text;
  const proposal = message.kind === 'proposal';
  return (
    <>
      {proposal && (
        <Field label={texts.publicSubject} {...field(names.subject, subject)} maxLength={MESSAGE_LIMITS.subject} />
      )}
      <Field
        label={proposal ? texts.publicPurpose : texts.publicText}
        hint={texts.publicTextHint}
        {...field(names.text, text)}
        multiline
        rows={4}
        maxLength={MESSAGE_LIMITS.text}
      />
      <Confirmation visit={visit} view={view} deed={deed} text={`${subject}\n${text}`} />
    </>
  );
}

/** What looks like personal data, before it becomes public, and the tick that it may. Nothing where nothing looks so. */
function Confirmation({ visit, view, deed, text }: FormProps & { deed: keyof typeof PUBLIC_FIELDS; text: string }) {
  const texts = staffMessagesTexts[visit.language].answer;
  const { refused, ticked } = fieldsOf(visit, view, deed);
  const typed = Object.entries(refused?.typed ?? {}).map(([, value]) => value);
  const found = personalDataIn([text, ...typed].join('\n'));
  if (found.length === 0) return null;
  const name = PUBLIC_FIELDS[deed].confirmed;
  return (
    <div class="stack" id={`field-${name}`}>
      <Notice kind="attention" title={texts.suspicious} language={visit.language}>
        {found.map(({ value }) => value).join(', ')}
      </Notice>
      <Choice name={name} value="1" checked={ticked(name, false)} label={texts.confirmed} />
    </div>
  );
}

/** What becomes of a proposal. */
export function DecisionForm({ visit, view }: FormProps) {
  const texts = staffMessagesTexts[visit.language].decide;
  const { message } = view.thread;
  const { field, refused } = fieldsOf(visit, view, 'decide');
  const chosen = refused ? refused.typed.state : message.state === 'new' ? undefined : message.state;
  return (
    <form class="form" method="post" action={href(visit, `/cabinet/messages/${message.id}/decide`)} novalidate>
      <h2>{texts.title}</h2>
      <ChoiceGroup legend={texts.state} name="state" error={faultOf(refused?.faults ?? [], 'state', visit.language)}>
        {DECISIONS.map((state) => (
          <Choice
            key={state}
            type="radio"
            name="state"
            value={state}
            checked={chosen === state}
            label={texts[state]}
            hint={state === 'considering' ? undefined : texts[`${state}Hint` as const]}
          />
        ))}
      </ChoiceGroup>
      <Field
        label={texts.text}
        hint={texts.textHint}
        {...field('text')}
        multiline
        rows={4}
        maxLength={MESSAGE_LIMITS.reply}
      />
      <Field
        label={texts.plannedOn}
        hint={texts.plannedOnHint}
        {...field('plannedOn', message.plannedOn ?? '')}
        type="date"
      />
      <Field label={texts.result} hint={texts.resultHint} {...field('result', message.result?.slug)} maxLength={500} />
      <ShowWithIt visit={visit} view={view} deed="decide" />
      <div class="row">
        <Button>{texts.send}</Button>
        {message.state === 'planned' && (
          <LinkButton kind="secondary" icon="plus" href={href(visit, '/cabinet/new')}>
            {texts.create}
          </LinkButton>
        )}
      </div>
    </form>
  );
}

/** Whether all see the message, in which words, and how to change it. */
export function PublicPart({ visit, view }: FormProps) {
  const { show: texts, answer, thread } = staffMessagesTexts[visit.language];
  const { message } = view.thread;
  const refused = view.refused?.deed === 'show';
  return (
    <section class="stack" aria-labelledby="shown">
      <h2 id="shown">{texts.title}</h2>
      <p>
        {message.publicAt ? texts.shown : message.consent ? texts.hidden : answer.cannot}{' '}
        {message.publicAt && <a href={href(visit, `/messages/${message.number}`)}>{thread.publicPage}</a>}
      </p>
      {message.consent && (
        <details open={refused}>
          <summary>
            <Icon name="next" turn />
            {message.publicAt ? texts.change : texts.show}
          </summary>
          <form class="form" method="post" action={href(visit, `/cabinet/messages/${message.id}/show`)} novalidate>
            {!message.publicAt && <p>{texts.hint}</p>}
            <PublicWordsFields visit={visit} view={view} deed="show" />
            <Button kind="secondary">{message.publicAt ? texts.save : texts.show}</Button>
          </form>
        </details>
      )}
      {message.publicAt && (
        <form method="post" action={href(visit, `/cabinet/messages/${message.id}/hide`)}>
          <Button kind="quiet">{texts.hide}</Button>
        </form>
      )}
    </section>
  );
}

/** Pass on, confirm the error, leave a note, close: folded, each by itself. */
export function OtherDeeds({ visit, view }: FormProps) {
  const texts = staffMessagesTexts[visit.language];
  const { message } = view.thread;
  const at = (deed: string) => href(visit, `/cabinet/messages/${message.id}/${deed}`);
  const pass = fieldsOf(visit, view, 'pass');
  const open = (deed: RefusedForm['deed']) => view.refused?.deed === deed;
  return (
    <section class="stack" aria-labelledby="more">
      <h2 id="more">{texts.more}</h2>
      {view.mayAnswer && message.kind !== 'proposal' && (
        <form class="stack" method="post" action={at('error')}>
          {!message.errorConfirmed && <input type="hidden" name="confirmed" value="1" />}
          <Button kind="secondary">{message.errorConfirmed ? texts.error.undo : texts.error.confirm}</Button>
          {!message.errorConfirmed && <p class="soft small">{texts.error.confirmHint}</p>}
        </form>
      )}
      {view.mayAnswer && (
        <details open={open('pass')}>
          <summary>
            <Icon name="next" turn />
            {texts.pass.title}
          </summary>
          <form class="form" method="post" action={at('pass')} novalidate>
            <p>{texts.pass.hint}</p>
            <Field
              label={texts.pass.unit}
              {...pass.field('unitId')}
              options={[
                { value: '', label: texts.pass.choose },
                ...view.units
                  .filter(({ id }) => id !== message.unitId)
                  .map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
            <Field label={texts.pass.note} {...pass.field('passNote')} multiline rows={2} maxLength={2000} />
            <Button kind="secondary">{texts.pass.button}</Button>
          </form>
        </details>
      )}
      <NoteForm visit={visit} view={view} open={open('note')} />
      {view.mayAnswer && message.state !== 'closed' && (
        <details>
          <summary>
            <Icon name="next" turn />
            {texts.close.title}
          </summary>
          <form class="form" method="post" action={at('close')}>
            <p>{texts.close.hint}</p>
            <Button kind="danger">
              {texts.close.button}: {messagesTexts[visit.language].titles[message.kind](message.number)}
            </Button>
          </form>
        </details>
      )}
    </section>
  );
}

function NoteForm({ visit, view, open }: FormProps & { open: boolean }) {
  const texts = staffMessagesTexts[visit.language].note;
  const { field } = fieldsOf(visit, view, 'note');
  const { message }: { message: Message } = view.thread;
  return (
    <details open={open}>
      <summary>
        <Icon name="next" turn />
        {texts.title}
      </summary>
      <form class="form" method="post" action={href(visit, `/cabinet/messages/${message.id}/note`)} novalidate>
        <Field label={texts.text} hint={texts.hint} {...field('note')} multiline rows={3} maxLength={2000} />
        <Button kind="secondary">{texts.button}</Button>
      </form>
    </details>
  );
}
