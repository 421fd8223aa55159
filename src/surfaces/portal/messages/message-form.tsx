import type { ComponentChildren } from 'preact';
import type { Unit } from '../../../capabilities/accounts/index.ts';
import type { Card } from '../../../capabilities/catalog/index.ts';
import { type CommunitySettings, MESSAGE_LIMITS } from '../../../capabilities/community/index.ts';
import type { FieldFault } from '../../../kernel/errors.ts';
import { inLanguage, type Text } from '../../../kernel/text.ts';
import { messagesTexts } from '../../../locales/messages.ts';
import {
  Button,
  Choice,
  ChoiceGroup,
  ErrorSummary,
  Field,
  faultOf,
  href,
  Icon,
  LinkButton,
  Notice,
  Page,
  type Visit,
} from '../../components/index.ts';
import { type Offers, OffersPart } from './choose-page.tsx';
import type { TypedMessage } from './typed-message.ts';

/** A form with what was typed and what is wrong with it. */
export interface MessageFormView {
  readonly typed: TypedMessage;
  readonly faults: readonly FieldFault[];
  /** Why it was not taken, where no field is at fault: too quick, too many. */
  readonly problem: Text | null;
  /** What was typed looks like a request under the Law. */
  readonly road: boolean;
  readonly settings: CommunitySettings;
  /** The dataset it is about, where known. */
  readonly card: Card | null;
  readonly units: readonly Unit[];
  readonly stamp: string;
  /** Proposals: what there is already. */
  readonly offers: Offers | null;
}

interface FormProps {
  readonly visit: Visit;
  readonly view: MessageFormView;
}

/** Value and fault of a field by its name. */
function fieldOf(
  { visit, view }: FormProps,
  name: 'dataset' | 'row' | 'column' | 'subject' | 'text' | 'name' | 'email' | 'unit',
) {
  return { name, value: view.typed[name], error: faultOf(view.faults, name, visit.language) };
}

/** The form of a question or of a proposal. After a refusal it is shown again with everything that was typed. */
export function MessageFormPage(props: FormProps) {
  const { visit, view } = props;
  const texts = messagesTexts[visit.language].form;
  const proposal = view.typed.kind === 'proposal';
  const title = proposal ? texts.proposalTitle : texts.questionTitle;
  // a proposal begins with one question; the rest follows when it is known what is near
  const begun = !proposal || view.offers !== null;
  return (
    <Page visit={visit} title={title} head={<meta name="robots" content="noindex" />} search={false}>
      <div class="ask stack-l">
        <ErrorSummary faults={view.faults} language={visit.language} />
        {view.problem && (
          <div role="alert">
            <Notice kind="error" title={inLanguage(view.problem, visit.language)} language={visit.language} />
          </div>
        )}
        <h1>{title}</h1>
        {view.road && <Road {...props} />}
        {begun ? (
          <>
            {view.offers && <OffersPart visit={visit} offers={view.offers} />}
            <WholeForm {...props}>{proposal ? <ProposalFields {...props} /> : <QuestionFields {...props} />}</WholeForm>
          </>
        ) : (
          <FirstQuestion {...props} />
        )}
      </div>
    </Page>
  );
}

function FirstQuestion(props: FormProps) {
  const { visit } = props;
  const texts = messagesTexts[visit.language];
  return (
    <form class="form" method="get" action={href(visit, '/messages/new')}>
      <p class="lead">{texts.offer.lead}</p>
      <Field
        label={texts.form.subject}
        hint={texts.form.subjectHint}
        {...fieldOf(props, 'subject')}
        name="q"
        required
        maxLength={MESSAGE_LIMITS.subject}
      />
      <input type="hidden" name="kind" value="proposal" />
      <div class="row">
        <Button icon="next">{texts.offer.next}</Button>
        <LinkButton kind="quiet" href={href(visit, '/messages/new')}>
          {texts.form.back}
        </LinkButton>
      </div>
    </form>
  );
}

function WholeForm(props: FormProps & { children: ComponentChildren }) {
  const { visit, view, children } = props;
  const { typed, settings } = view;
  const texts = messagesTexts[visit.language];
  const proposal = typed.kind === 'proposal';
  const offered = view.offers && view.offers.cards.length + view.offers.items.length + view.offers.proposals.length > 0;
  return (
    <form class="form" method="post" action={href(visit, '/messages/new')} novalidate>
      {offered && <h2>{texts.offer.write}</h2>}
      {children}
      <Field
        label={texts.form.name}
        hint={texts.form.nameHint}
        {...fieldOf(props, 'name')}
        autocomplete="name"
        maxLength={MESSAGE_LIMITS.name}
      />
      <Field
        label={texts.form.email}
        hint={(visit.ctx.mail.leaves ? texts.form.emailHint : texts.form.emailHintNoMail)(settings.keepDays)}
        {...fieldOf(props, 'email')}
        type="email"
        autocomplete="email"
        maxLength={254}
      />
      <Choice
        name="consent"
        value="1"
        checked={typed.consent}
        label={proposal ? texts.form.consentProposal : texts.form.consent}
        hint={texts.form.consentHint}
      />
      <Trap {...props} />
      <p class="soft">{texts.form.promise(proposal ? settings.proposalDays : settings.answerDays)}</p>
      <div class="row">
        {view.road && <input type="hidden" name="sure" value="1" />}
        <Button kind={view.road ? 'secondary' : 'primary'}>
          {view.road ? texts.form.roadSend : proposal ? texts.form.sendProposal : texts.form.send}
        </Button>
        <Button kind="quiet" formAction={href(visit, '/messages/request')} formNoValidate>
          {texts.form.toRequest}
        </Button>
      </div>
    </form>
  );
}

/** What a robot fills in and nobody sees; and when the form was shown. A person whose browser filled it in is told and can empty it. */
function Trap({ visit, view }: FormProps) {
  const texts = messagesTexts[visit.language].form;
  const caught = view.typed.trap !== '';
  return (
    <>
      <input type="hidden" name="stamp" value={view.stamp} />
      {caught ? (
        <Field
          label={texts.trap}
          name="website"
          value={view.typed.trap}
          error={faultOf(view.faults, 'website', visit.language)}
          autocomplete="off"
        />
      ) : (
        <div class="unseen" aria-hidden="true">
          <label>
            {texts.trap}
            <input name="website" type="text" tabIndex={-1} autocomplete="off" />
          </label>
        </div>
      )}
    </>
  );
}

function QuestionFields(props: FormProps) {
  const { visit, view } = props;
  const { typed, card } = view;
  const texts = messagesTexts[visit.language];
  const place = typed.row !== '' || typed.column !== '';
  return (
    <>
      <ChoiceGroup legend={texts.form.kind} name="kind">
        <Choice
          type="radio"
          name="kind"
          value="question"
          checked={typed.kind === 'question'}
          label={texts.form.question}
        />
        <Choice type="radio" name="kind" value="error" checked={typed.kind === 'error'} label={texts.form.error} />
      </ChoiceGroup>
      {card ? (
        <p>
          <span class="field-label">{texts.form.dataset}</span>
          <a href={href(visit, `/datasets/${card.slug}`)}>{card.passport.title}</a>
          <input type="hidden" name="dataset" value={card.slug} />
        </p>
      ) : (
        <Field
          label={texts.form.dataset}
          hint={texts.form.datasetHint}
          {...fieldOf(props, 'dataset')}
          maxLength={500}
        />
      )}
      <Field
        label={texts.form.text}
        hint={texts.form.textHint}
        {...fieldOf(props, 'text')}
        multiline
        rows={7}
        maxLength={MESSAGE_LIMITS.text}
        counter
        required
      />
      <details open={place}>
        <summary>
          <Icon name="next" turn />
          {texts.form.place}
        </summary>
        <div class="places">
          <Field label={texts.form.row} {...fieldOf(props, 'row')} maxLength={MESSAGE_LIMITS.place} />
          <Field label={texts.form.column} {...fieldOf(props, 'column')} maxLength={MESSAGE_LIMITS.place} />
        </div>
      </details>
    </>
  );
}

function ProposalFields(props: FormProps) {
  const { visit, view } = props;
  const texts = messagesTexts[visit.language].form;
  return (
    <>
      <input type="hidden" name="kind" value="proposal" />
      <Field
        label={texts.subject}
        hint={texts.subjectHint}
        {...fieldOf(props, 'subject')}
        required
        maxLength={MESSAGE_LIMITS.subject}
      />
      <Field
        label={texts.purpose}
        hint={texts.purposeHint}
        {...fieldOf(props, 'text')}
        multiline
        rows={5}
        maxLength={MESSAGE_LIMITS.text}
        counter
      />
      <Field
        label={texts.unit}
        {...fieldOf(props, 'unit')}
        options={[
          { value: '', label: texts.unitUnknown },
          ...view.units.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </>
  );
}

/** A request under the Law has its own terms and its own channel: what was typed goes along. */
function Road({ visit, view }: FormProps) {
  const texts = messagesTexts[visit.language].form;
  const { text, name, email } = view.typed;
  return (
    <Notice kind="attention" title={texts.roadTitle} language={visit.language} live>
      <p>{texts.roadLead}</p>
      <form method="post" action={href(visit, '/messages/request')}>
        <input type="hidden" name="what" value={text} />
        <input type="hidden" name="who" value={name} />
        <input type="hidden" name="contact" value={email} />
        <Button>{texts.roadTake}</Button>
      </form>
      <p>{texts.roadStay}</p>
    </Notice>
  );
}
