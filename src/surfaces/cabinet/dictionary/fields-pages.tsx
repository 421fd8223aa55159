import { COLUMN_TYPES, type CodeListLine } from '../../../capabilities/catalog/index.ts';
import type { FieldUse, SharedField, SharedFieldInput } from '../../../capabilities/dictionary/index.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { dictionaryTexts } from '../../../locales/dictionary.ts';
import { walkTexts } from '../../../locales/walk.ts';
import { COLUMN_KINDS } from '../../../tabular/column.ts';
import { kindOf } from '../../../tabular/index.ts';
import {
  Breadcrumbs,
  Button,
  CabinetPage,
  DataTable,
  Empty,
  ErrorSummary,
  Field,
  faultOf,
  href,
  Notice,
  type Visit,
} from '../../components/index.ts';
import type { FormState } from '../accounts/posted-form.ts';

export const DICTIONARY = '/cabinet/dictionary';

/** All shared fields, and a form for one more. */
export function FieldsPage(props: {
  visit: Visit;
  view: {
    readonly fields: readonly (SharedField & { readonly uses: number })[];
    readonly lists: readonly CodeListLine[];
    readonly mayChange: boolean;
    readonly form: FormState;
  };
}) {
  const { visit } = props;
  const { fields, lists, mayChange, form } = props.view;
  const texts = dictionaryTexts[visit.language];
  return (
    <CabinetPage visit={visit} title={texts.fieldsTitle}>
      <div class="stack-l">
        <div class="stack">
          <h1>{texts.fieldsTitle}</h1>
          <p class="lead">{texts.fieldsLead}</p>
        </div>
        <ErrorSummary faults={form.error?.fields ?? []} language={visit.language} />
        {fields.length === 0 ? (
          <Empty title={texts.fieldsNone} />
        ) : (
          <DataTable
            caption={texts.fieldsTitle}
            captionUnseen
            columns={[{ title: texts.title }, { title: texts.name }, { title: texts.type }, { title: texts.usedIn }]}
            rows={fields.map((field) => [
              <a key="title" href={href(visit, `${DICTIONARY}/${field.id}`)}>
                {field.title}
              </a>,
              <code key="name">{field.name}</code>,
              walkTexts[visit.language].structure.types[field.type],
              texts.uses(field.uses),
            ])}
          />
        )}
        {mayChange && (
          <section class="stack" aria-labelledby="new-field">
            <h2 id="new-field">{texts.newField}</h2>
            <form class="form" method="post" action={href(visit, DICTIONARY)} novalidate>
              <Inputs visit={visit} form={form} lists={lists} />
              <Button>{texts.create}</Button>
            </form>
          </section>
        )}
      </div>
    </CabinetPage>
  );
}

/** One shared field: what it says, where it is used, and what a change would touch before it is made. */
export function FieldPage(props: {
  visit: Visit;
  view: {
    readonly field: SharedField;
    readonly uses: readonly FieldUse[];
    readonly lists: readonly CodeListLine[];
    readonly mayChange: boolean;
    readonly form: FormState;
    /** The change was looked over: it is asked once more. */
    readonly asked: boolean;
  };
}) {
  const { visit } = props;
  const { field, uses, lists, mayChange, form, asked } = props.view;
  const texts = dictionaryTexts[visit.language];
  const path = href(visit, `${DICTIONARY}/${field.id}`);
  const sets = new Set(uses.map(({ datasetId }) => datasetId)).size;
  return (
    <CabinetPage visit={visit} title={field.title}>
      <div class="stack-l">
        <Breadcrumbs
          language={visit.language}
          items={[{ label: texts.fieldsTitle, href: href(visit, DICTIONARY) }, { label: field.title }]}
        />
        <h1>{field.title}</h1>
        {visit.query.get('done') === 'saved' && !asked && form.error === null && (
          <Notice kind="good" title={texts.saved} language={visit.language} live />
        )}
        <ErrorSummary faults={form.error?.fields ?? []} language={visit.language} />
        <Uses visit={visit} uses={uses} />
        {mayChange && (
          <form class="form" method="post" action={path} novalidate>
            {asked && (
              <Notice kind="attention" title={texts.touches(uses.length, sets)} language={visit.language} live />
            )}
            <Inputs visit={visit} form={form} lists={lists} />
            <div class="row">
              {asked ? (
                <Button name="what" value="confirmed">
                  {texts.confirm}
                </Button>
              ) : (
                <Button>{texts.save}</Button>
              )}
            </div>
          </form>
        )}
        {mayChange && (
          <form class="stack" method="post" action={`${path}/remove`}>
            <p class="soft">{texts.removeHint}</p>
            <div>
              <Button kind="secondary">{texts.remove}</Button>
            </div>
          </form>
        )}
      </div>
    </CabinetPage>
  );
}

function Uses({ visit, uses }: { visit: Visit; uses: readonly FieldUse[] }) {
  const texts = dictionaryTexts[visit.language];
  return (
    <section class="stack" aria-labelledby="uses-title">
      <h2 id="uses-title">{texts.usedIn}</h2>
      {uses.length === 0 ? (
        <p class="soft">{texts.notUsed}</p>
      ) : (
        <DataTable
          caption={texts.usedIn}
          captionUnseen
          columns={[{ title: texts.dataset }, { title: texts.table }, { title: texts.column }]}
          rows={uses.map((use) => [
            <a key="set" href={href(visit, `/cabinet/datasets/${use.datasetId}/keys?r=${use.resourceId}`)}>
              {use.title}
            </a>,
            use.resourceTitle,
            use.columnTitle,
          ])}
        />
      )}
    </section>
  );
}

/** A field as its form holds it. */
export function valuesOf(field: SharedFieldInput): Record<string, string> {
  const { name, title, type, kind, format, unit, purpose, codeList } = field;
  return { name, title, type, kind: kind ?? '', format, unit, purpose, codeList: codeList ?? '' };
}

function Inputs({ visit, form, lists }: { visit: Visit; form: FormState; lists: readonly CodeListLine[] }) {
  const texts = dictionaryTexts[visit.language];
  const types = walkTexts[visit.language].structure.types;
  const error = (name: string) => faultOf(form.error?.fields ?? [], name, visit.language);
  const text = (name: 'name' | 'title' | 'format' | 'unit', size: number, hint?: string) => (
    <Field
      label={texts[name]}
      name={name}
      value={form.values[name] ?? ''}
      maxLength={size}
      error={error(name)}
      {...(hint ? { hint } : {})}
    />
  );
  const kinds = COLUMN_KINDS.flatMap((code) => {
    const kind = kindOf(code);
    return kind ? [{ value: code, label: inLanguage(kind.title, visit.language) }] : [];
  });
  return (
    <>
      {text('title', 254, texts.titleHint)}
      {text('name', 63, texts.nameHint)}
      <Field
        label={texts.type}
        name="type"
        value={form.values.type ?? 'text'}
        options={COLUMN_TYPES.map((type) => ({ value: type, label: types[type] }))}
        error={error('type')}
      />
      <Field
        label={texts.kind}
        name="kind"
        hint={texts.kindHint}
        value={form.values.kind ?? ''}
        options={[{ value: '', label: texts.noKind }, ...kinds]}
        error={error('kind')}
      />
      <Field
        label={texts.list}
        name="codeList"
        value={form.values.codeList ?? ''}
        options={[{ value: '', label: texts.noList }, ...lists.map(({ id, name }) => ({ value: id, label: name }))]}
        error={error('codeList')}
      />
      {text('format', 100)}
      {text('unit', 50)}
      <Field
        label={texts.purpose}
        name="purpose"
        value={form.values.purpose ?? ''}
        maxLength={1000}
        multiline
        rows={3}
        error={error('purpose')}
      />
    </>
  );
}
