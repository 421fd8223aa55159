import { GROUNDS, INTERESTS, type Proposal, RESTRICTIONS, USUAL_TEST } from '../../../capabilities/privacy/index.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { privacyTexts } from '../../../locales/privacy.ts';
import { describeProtection, type RecipeStep, stepKey } from '../../../tabular/index.ts';
import { Button, Choice, ChoiceGroup, Field, href, type Visit } from '../../components/index.ts';
import { hidingValue } from './privacy-form.ts';
import type { ColumnView, TableView } from './privacy-view.ts';

interface FormProps {
  readonly visit: Visit;
  readonly table: TableView;
  readonly column: ColumnView;
  readonly proposal: Proposal;
}

/** The ways besides the proposed one, folded: publish on a ground, hide in another way. */
export function OtherWays(props: FormProps) {
  const texts = privacyTexts[props.visit.language];
  const keeps = props.proposal.way === 'keep';
  return (
    <div>
      <details>
        <summary>
          {keeps ? texts.keepOther : texts.keepPick}
          <span class="unseen">: {props.column.title}</span>
        </summary>
        <KeepForm {...props} />
      </details>
      <details>
        <summary>
          {keeps ? texts.hidePick : texts.hideOther}
          <span class="unseen">: {props.column.title}</span>
        </summary>
        <HideForm {...props} />
      </details>
    </div>
  );
}

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
  const texts = privacyTexts[visit.language];
  const grounds = GROUNDS.map(({ code, title }) => ({ value: code, label: inLanguage(title, visit.language) }));
  return (
    <form class="form" method="post" action={action(props)}>
      <Where {...props} />
      <input type="hidden" name="way" value="keep" />
      <Field label={texts.ground} name="groundCode" options={[{ value: '', label: texts.chooseGround }, ...grounds]} />
      <Field label={texts.act} name="actTitle" maxLength={500} />
      <div class="row">
        <Field label={texts.actNumber} name="actNumber" maxLength={100} />
        <Field label={texts.actDate} name="actDate" maxLength={50} />
      </div>
      <Field label={texts.reason} hint={texts.reasonHint} name="reason" multiline rows={2} maxLength={2000} />
      <Button kind="secondary">{texts.do.keep}</Button>
    </form>
  );
}

const sameStep = (one: RecipeStep, other: RecipeStep | null) => other !== null && stepKey(one) === stepKey(other);

function HideForm(props: FormProps) {
  const { visit, proposal, column } = props;
  const texts = privacyTexts[visit.language];
  const first = column.hidings.find(({ step }) => sameStep(step, proposal.step)) ?? column.hidings[0];
  return (
    <form class="form" method="post" action={action(props)}>
      <Where {...props} />
      <ChoiceGroup legend={texts.hidePick} name="hiding">
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
        multiline
        rows={2}
        maxLength={2000}
      />
      <ThreePartTest visit={visit} />
      <Button kind="secondary">{texts.hidePick}</Button>
    </form>
  );
}

/** Why access is restricted, folded: the usual answers stand there already. */
function ThreePartTest({ visit }: Pick<FormProps, 'visit'>) {
  const texts = privacyTexts[visit.language];
  return (
    <details>
      <summary>{texts.test}</summary>
      <div class="stack">
        <p class="soft">{texts.testHint}</p>
        <Field
          label={texts.interest}
          name="interest"
          value={USUAL_TEST.interest}
          options={INTERESTS.map((value) => ({ value, label: texts.interests[value] }))}
        />
        <Field
          label={texts.harm}
          name="harm"
          value={inLanguage(USUAL_TEST.harm, visit.language)}
          multiline
          rows={2}
          maxLength={2000}
        />
        <Field
          label={texts.balance}
          name="balance"
          value={inLanguage(USUAL_TEST.balance, visit.language)}
          multiline
          rows={2}
          maxLength={2000}
        />
        <Field
          label={texts.restriction}
          name="restriction"
          value="confidential"
          options={RESTRICTIONS.map((value) => ({ value, label: texts.restrictions[value] }))}
        />
        <Field label={texts.reviewOn} hint={texts.reviewHint} name="reviewOn" type="date" />
      </div>
    </details>
  );
}
