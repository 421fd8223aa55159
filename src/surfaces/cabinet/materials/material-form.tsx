import { MATERIAL_KINDS, MATERIAL_STEPS, type MaterialLine } from '../../../capabilities/people/index.ts';
import { materialsTexts } from '../../../locales/materials.ts';
import { Button, CabinetPage, Choice, ChoiceGroup, Field, href, type Visit } from '../../components/index.ts';
import { type FormState, fieldsOf, type PostedLists } from '../accounts/posted-form.ts';
import { Refusal } from '../accounts/refusal.tsx';
import { MaterialTrail } from './material-pages.tsx';

export interface MaterialForm extends FormState {
  readonly lists: PostedLists;
}

/** A new material, or one to be changed. `originals`: what it may adapt. */
export function MaterialFormPage(props: {
  visit: Visit;
  title: string;
  action: string;
  originals: readonly MaterialLine[];
  form: MaterialForm;
}) {
  const { visit, title, action, originals, form } = props;
  const texts = materialsTexts[visit.language];
  const field = fieldsOf(visit, form);
  return (
    <CabinetPage visit={visit} title={title}>
      <div class="stack-l">
        <MaterialTrail visit={visit} here={title} />
        <h1>{title}</h1>
        <Refusal visit={visit} error={form.error} />
        <form class="form" method="post" action={href(visit, action)} novalidate>
          <Field label={texts.form.title} {...field('title')} maxLength={300} />
          <Field label={texts.form.source} hint={texts.form.sourceHint} {...field('source')} maxLength={300} />
          <Field label={texts.form.edition} hint={texts.form.editionHint} {...field('edition')} maxLength={100} />
          <Field
            label={texts.form.kind}
            {...field('kind')}
            options={MATERIAL_KINDS.map((one) => ({ value: one, label: texts.kinds[one] }))}
          />
          <Field label={texts.form.address} {...field('address')} type="url" maxLength={1000} />
          <Field label={texts.form.body} hint={texts.form.bodyHint} {...field('body')} multiline rows={10} />
          <StepChoices visit={visit} chosen={form.lists.steps ?? []} />
          <Field
            label={texts.form.adapts}
            {...field('adaptsId')}
            options={[
              { value: '', label: texts.form.adaptsNone },
              ...originals.map(({ id, title: label }) => ({ value: id, label })),
            ]}
          />
          <Field
            label={texts.form.language}
            {...field('language')}
            options={[
              { value: 'uk', label: texts.form.uk },
              { value: 'en', label: texts.form.en },
            ]}
          />
          <Choice name="shown" value="yes" label={texts.form.shown} checked={form.values.shown === 'yes'} />
          <Button>{texts.form.save}</Button>
        </form>
      </div>
    </CabinetPage>
  );
}

/** Steps of the walk beside which the material is offered. */
function StepChoices({ visit, chosen }: { visit: Visit; chosen: readonly string[] }) {
  const texts = materialsTexts[visit.language];
  return (
    <ChoiceGroup legend={texts.form.steps} name="steps">
      {MATERIAL_STEPS.map((step) => (
        <Choice key={step} name="steps" value={step} label={texts.steps[step]} checked={chosen.includes(step)} />
      ))}
    </ChoiceGroup>
  );
}
