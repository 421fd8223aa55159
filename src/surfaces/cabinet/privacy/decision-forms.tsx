import { RESTRICTION_NAMES, RESTRICTIONS } from '../../../capabilities/catalog/index.ts';
import { GROUNDS, INTEREST_NAMES, INTERESTS, type Proposal, USUAL_TEST } from '../../../capabilities/privacy/index.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { privacyTexts } from '../../../locales/privacy.ts';
import { describeProtection, type RecipeStep, stepKey } from '../../../tabular/index.ts';
import { Button, Choice, ChoiceGroup, Field, href, type Visit } from '../../components/index.ts';
import { hidingValue, type Refused, type SentForm, sentForm } from './privacy-form.ts';
import type { ColumnView, TableView } from './privacy-view.ts';

interface FormProps {
  readonly visit: Visit;
  readonly table: TableView;
  readonly column: ColumnView;
  readonly proposal: Proposal;
  /** Tells its fields from those of other columns. */
  readonly within: string;
  /** The form of the page that was refused. */
  readonly refused: Refused | null;
}

/** The ways besides the proposed one, folded: publish on a ground, hide in another way. */
export function OtherWays(props: FormProps) {
  const texts = privacyTexts[props.visit.language];
  const keeps = props.proposal.way === 'keep';
  return (
    <div>
      <details open={sentOf(props, true).refused}>
        <summary>
          {keeps ? texts.keepOther : texts.keepPick}
          <span class="unseen">: {props.column.title}</span>
        </summary>
        <KeepForm {...props} />
      </details>
      <details open={sentOf(props, false).refused}>
        <summary>
          {keeps ? texts.hidePick : texts.hideOther}
          <span class="unseen">: {props.column.title}</span>
        </summary>
        <HideForm {...props} />
      </details>
    </div>
  );
}

/** The form of this column that publishes, or the one that hides, as it was sent. */
const sentOf = ({ refused, table, column }: FormProps, keeps: boolean) =>
  sentForm(
    refused,
    (form) =>
      form.text('resource') === table.resource.id &&
      form.raw('column') === column.title &&
      (form.text('way') === 'keep') === keeps,
  );

function Where({ table, column }: Pick<FormProps, 'table' | 'column'>) {
  return (
    <>
      <input type="hidden" name="resource" value={table.resource.id} />
      <input type="hidden" name="column" value={column.title} />
    </>
  );
}

const action = ({ visit, table }: FormProps) =>
  href(visit, `/cabinet/datasets/${table.reading.datasetId}/privacy/decide`);

function KeepForm(props: FormProps) {
  const { visit } = props;
  const { language } = visit;
  const texts = privacyTexts[language];
  const sent = sentOf(props, true);
  const within = `${props.within}-keep`;
  const grounds = GROUNDS.map(({ code, title }) => ({ value: code, label: inLanguage(title, visit.language) }));
  return (
    <form class="form" method="post" action={action(props)}>
      <Where {...props} />
      <input type="hidden" name="way" value="keep" />
      <GroundFields visit={visit} within={within} sent={sent} options={grounds} />
      {sent.fault('withdrawnToo', language) && (
        <ChoiceGroup
          legend={texts.withdrawn}
          name="withdrawnToo"
          within={within}
          error={sent.fault('withdrawnToo', language)}
        >
          <Choice name="withdrawnToo" value="1" label={texts.withdrawnToo} />
        </ChoiceGroup>
      )}
      <Button kind="secondary">{texts.do.keep}</Button>
    </form>
  );
}

/** The ground, its document and why: the same of a column and of a file. */
export function GroundFields(props: {
  visit: Visit;
  within: string;
  sent: SentForm;
  options: readonly { readonly value: string; readonly label: string }[];
}) {
  const { within, sent, options } = props;
  const { language } = props.visit;
  const texts = privacyTexts[language];
  return (
    <>
      <Field
        label={texts.ground}
        name="groundCode"
        within={within}
        value={sent.value('groundCode')}
        error={sent.fault('groundCode', language)}
        options={[{ value: '', label: texts.chooseGround }, ...options]}
      />
      <Field
        label={texts.act}
        name="actTitle"
        within={within}
        value={sent.value('actTitle')}
        error={sent.fault('act', language)}
        maxLength={500}
      />
      <div class="row">
        <Field
          label={texts.actNumber}
          name="actNumber"
          within={within}
          value={sent.value('actNumber')}
          maxLength={100}
        />
        <Field label={texts.actDate} name="actDate" within={within} value={sent.value('actDate')} maxLength={50} />
      </div>
      <Field
        label={texts.reason}
        hint={texts.reasonHint}
        name="reason"
        within={within}
        value={sent.value('reason')}
        error={sent.fault('reason', language)}
        multiline
        rows={2}
        maxLength={2000}
      />
    </>
  );
}

const sameStep = (one: RecipeStep, other: RecipeStep | null) => other !== null && stepKey(one) === stepKey(other);

function HideForm(props: FormProps) {
  const { visit, proposal, column } = props;
  const texts = privacyTexts[visit.language];
  const sent = sentOf(props, false);
  const within = `${props.within}-hide`;
  const chosen = sent.value('hiding');
  const first =
    column.hidings.find((hiding) => hidingValue(hiding) === chosen) ??
    column.hidings.find(({ step }) => sameStep(step, proposal.step)) ??
    column.hidings[0];
  return (
    <form class="form" method="post" action={action(props)}>
      <Where {...props} />
      <ChoiceGroup legend={texts.hideHow} name="hiding" within={within} error={sent.fault('step', visit.language)}>
        {column.hidings.map((hiding) => (
          <Choice
            key={hidingValue(hiding)}
            type="radio"
            name="hiding"
            value={hidingValue(hiding)}
            label={texts.do[hiding.way]}
            hint={inLanguage(describeProtection(hiding.step), visit.language)}
            checked={hiding === first}
          />
        ))}
      </ChoiceGroup>
      <Field
        label={texts.reason}
        hint={proposal.way === 'keep' ? texts.reasonOpen : texts.reasonHint}
        name="reason"
        within={within}
        value={sent.value('reason')}
        error={sent.fault('reason', visit.language)}
        multiline
        rows={2}
        maxLength={2000}
      />
      <ThreePartTest visit={visit} within={within} sent={sent} />
      <Button kind="secondary">{texts.hidePick}</Button>
    </form>
  );
}

/** Why access is restricted, folded: the usual answers stand there already. */
function ThreePartTest({ visit, within, sent }: Pick<FormProps, 'visit' | 'within'> & { readonly sent: SentForm }) {
  const texts = privacyTexts[visit.language];
  return (
    <details>
      <summary>{texts.test}</summary>
      <div class="stack">
        <p class="soft">{texts.testHint}</p>
        <Field
          label={texts.interest}
          name="interest"
          within={within}
          value={sent.value('interest', USUAL_TEST.interest)}
          options={INTERESTS.map((value) => ({ value, label: inLanguage(INTEREST_NAMES[value], visit.language) }))}
        />
        {(['harm', 'balance'] as const).map((name) => (
          <Field
            key={name}
            label={texts[name]}
            name={name}
            within={within}
            value={sent.value(name, inLanguage(USUAL_TEST[name], visit.language))}
            multiline
            rows={2}
            maxLength={2000}
          />
        ))}
        <Field
          label={texts.restriction}
          name="restriction"
          within={within}
          value={sent.value('restriction', 'confidential')}
          options={RESTRICTIONS.map((value) => ({
            value,
            label: inLanguage(RESTRICTION_NAMES[value], visit.language),
          }))}
        />
        <Field
          label={texts.reviewOn}
          hint={texts.reviewHint}
          name="reviewOn"
          within={within}
          value={sent.value('reviewOn')}
          type="date"
        />
      </div>
    </details>
  );
}
