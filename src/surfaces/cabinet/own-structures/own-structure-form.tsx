import { type OwnStandard, standardFieldsAsCsv } from '../../../capabilities/catalog/index.ts';
import { standardTexts } from '../../../locales/standards.ts';
import { Button, Choice, Field, faultOf, type Visit } from '../../components/index.ts';
import type { FormState } from '../accounts/posted-form.ts';

/** Where they are. */
export const OWN_STRUCTURES = '/cabinet/city/structures';

/** What the form begins with: a structure as it is, or fields of a dataset. */
export type StartOfForm = Partial<Pick<OwnStandard, 'title' | 'source' | 'complete' | 'fields'>>;

/** The form of a structure: new, or its next version. */
export function OwnStructureForm(props: {
  visit: Visit;
  action: string;
  form: FormState;
  start: StartOfForm;
  button: string;
}) {
  const { visit, action, form, start, button } = props;
  const texts = standardTexts[visit.language].own;
  const { values, error } = form;
  const typed = error !== null;
  const fault = (name: string) => faultOf(error?.fields ?? [], name, visit.language);
  const lines = start.fields ? standardFieldsAsCsv(start.fields).split('\r\n').slice(1).join('\n').trim() : '';
  return (
    <form class="form" method="post" action={action} enctype="multipart/form-data" novalidate>
      <Field
        label={texts.name}
        name="title"
        hint={texts.nameHint}
        value={typed ? (values.title ?? '') : (start.title ?? '')}
        maxLength={254}
        error={fault('title')}
      />
      <Field
        label={texts.lines}
        name="fields"
        hint={texts.linesHint}
        value={typed ? (values.fields ?? '') : lines}
        error={fault('fields')}
        multiline
        rows={10}
      />
      <Field label={texts.file} name="file" type="file" accept=".csv,.txt" />
      <Field
        label={texts.source}
        name="source"
        hint={texts.sourceHint}
        value={typed ? (values.source ?? '') : (start.source ?? '')}
        maxLength={1000}
      />
      <Choice
        name="complete"
        value="1"
        label={texts.complete}
        hint={texts.completeHint}
        checked={typed ? values.complete === '1' : start.complete !== false}
      />
      <div>
        <Button>{button}</Button>
      </div>
    </form>
  );
}
