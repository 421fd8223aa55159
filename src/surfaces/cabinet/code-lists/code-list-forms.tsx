import { codeListTexts } from '../../../locales/code-lists.ts';
import { Button, Field, faultOf, href, type Visit } from '../../components/index.ts';
import type { FormState } from '../accounts/posted-form.ts';

/** Where code lists of the cabinet are. */
export const CODE_LISTS = '/cabinet/code-lists';

/** The name of a list. */
export function NameField({ visit, form }: { visit: Visit; form: FormState }) {
  const texts = codeListTexts[visit.language];
  return (
    <Field
      label={texts.name}
      name="name"
      hint={texts.nameHint}
      value={form.values.name ?? ''}
      maxLength={254}
      error={faultOf(form.error?.fields ?? [], 'name', visit.language)}
    />
  );
}

/** Lines «код;назва» to type or paste. */
export function LinesField(props: { visit: Visit; form: FormState; label: string; hint?: string }) {
  const { visit, form, label, hint } = props;
  const texts = codeListTexts[visit.language];
  return (
    <Field
      label={label}
      name="codes"
      hint={[hint, texts.linesHint].filter(Boolean).join(' ')}
      value={form.error ? (form.values.codes ?? '') : ''}
      error={faultOf(form.error?.fields ?? [], 'codes', visit.language)}
      multiline
      rows={6}
    />
  );
}

/** A workbook or a text file with codes. */
export function FileField({ visit, form, label }: { visit: Visit; form: FormState; label: string }) {
  const texts = codeListTexts[visit.language];
  return (
    <Field
      label={label}
      name="file"
      type="file"
      accept=".xlsx,.ods,.csv,.tsv,.txt"
      hint={texts.fileHint}
      error={faultOf(form.error?.fields ?? [], 'file', visit.language)}
    />
  );
}

/** The next file of a list: first shown what it changes, then accepted. */
export function UpdateForm({ visit, id, form }: { visit: Visit; id: string; form: FormState }) {
  const texts = codeListTexts[visit.language];
  return (
    <section class="stack" aria-labelledby="update-title">
      <h2 id="update-title">{texts.updateTitle}</h2>
      <form
        class="form"
        method="post"
        action={href(visit, `${CODE_LISTS}/${id}/file`)}
        enctype="multipart/form-data"
        novalidate
      >
        <FileField visit={visit} form={form} label={texts.updateFile} />
        <Button>{texts.showDifference}</Button>
      </form>
    </section>
  );
}
