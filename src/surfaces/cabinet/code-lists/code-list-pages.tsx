import type { Unit } from '../../../capabilities/accounts/index.ts';
import type { CodeList, CodeListLine } from '../../../capabilities/catalog/index.ts';
import { dayInWords } from '../../../language/dates.ts';
import { codeListTexts } from '../../../locales/code-lists.ts';
import {
  Breadcrumbs,
  Button,
  CabinetPage,
  Choice,
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

const HOME = '/cabinet/code-lists';

interface ListsView {
  readonly lists: readonly CodeListLine[];
  readonly units: readonly Unit[];
  /** Units whose lists this person may make. */
  readonly owners: readonly Unit[];
  /** May make lists of the whole community. */
  readonly whole: boolean;
  readonly form: FormState;
}

/** All code lists, and a form for one more. */
export function CodeListsPage({ visit, view }: { visit: Visit; view: ListsView }) {
  const texts = codeListTexts[visit.language];
  const { lists, units, owners, whole, form } = view;
  const nameOf = (unitId: string | null) => units.find(({ id }) => id === unitId)?.name ?? texts.whole;
  const choices = [
    ...(whole ? [{ value: '', label: texts.whole }] : []),
    ...owners.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <CabinetPage visit={visit} title={texts.many}>
      <div class="stack-l">
        <div class="stack">
          <h1>{texts.many}</h1>
          <p class="lead">{texts.lead}</p>
        </div>
        <ErrorSummary faults={form.error?.fields ?? []} language={visit.language} />
        {lists.length === 0 ? (
          <Empty title={texts.none} />
        ) : (
          <DataTable
            caption={texts.many}
            captionUnseen
            columns={[{ title: texts.name }, { title: texts.owner }, { title: texts.state }]}
            rows={lists.map((list) => [
              <a key="name" href={href(visit, `${HOME}/${list.id}`)}>
                {list.name}
              </a>,
              nameOf(list.unitId),
              [texts.codes(list.inUse), list.retired > 0 ? texts.retired(list.retired) : ''].filter(Boolean).join(', '),
            ])}
          />
        )}
        {choices.length > 0 && (
          <section class="stack" aria-labelledby="new-list">
            <h2 id="new-list">{texts.newOne}</h2>
            <form class="form" method="post" action={href(visit, HOME)} enctype="multipart/form-data" novalidate>
              <NameField visit={visit} form={form} />
              <Field label={texts.owner} name="unit" value={form.values.unit ?? ''} options={choices} />
              <LinesFields visit={visit} form={form} label={texts.lines} />
              <Button>{texts.create}</Button>
            </form>
          </section>
        )}
      </div>
    </CabinetPage>
  );
}

/** One list: its codes, those out of use among them, and a form to add, rename and retire. */
export function CodeListPage(props: {
  visit: Visit;
  view: { readonly list: CodeList; readonly mayChange: boolean; readonly form: FormState };
}) {
  const { visit } = props;
  const { list, mayChange, form } = props.view;
  const texts = codeListTexts[visit.language];
  const path = href(visit, `${HOME}/${list.id}`);
  return (
    <CabinetPage visit={visit} title={list.name}>
      <div class="stack-l">
        <Breadcrumbs
          language={visit.language}
          items={[{ label: texts.many, href: href(visit, HOME) }, { label: list.name }]}
        />
        <h1>{list.name}</h1>
        {visit.query.get('done') === 'saved' && form.error === null && (
          <Notice kind="good" title={texts.saved} language={visit.language} live />
        )}
        <ErrorSummary faults={form.error?.fields ?? []} language={visit.language} />
        <p class="row">
          <a href={`${path}/codes.csv`}>{texts.csv}</a>
          {list.shown && (
            <a href={href(visit, `/code-lists/${list.slug}`)}>
              {texts.publicAt}: /code-lists/{list.slug}
            </a>
          )}
        </p>
        <form class="form" method="post" action={path} enctype="multipart/form-data" novalidate>
          <Codes visit={visit} list={list} mayChange={mayChange} />
          {mayChange && (
            <>
              {list.codes.some(({ retiredOn }) => retiredOn === null) && (
                <Button kind="secondary">{texts.retireChosen}</Button>
              )}
              <h2>{texts.add}</h2>
              <NameField visit={visit} form={{ ...form, values: { name: list.name, ...form.values } }} />
              <LinesFields visit={visit} form={form} label={texts.lines} hint={texts.addHint} />
              <Choice name="only" value="on" label={texts.only} />
              <Button>{texts.save}</Button>
            </>
          )}
        </form>
      </div>
    </CabinetPage>
  );
}

function Codes({ visit, list, mayChange }: { visit: Visit; list: CodeList; mayChange: boolean }) {
  const texts = codeListTexts[visit.language];
  return (
    <DataTable
      caption={list.name}
      captionUnseen
      columns={[{ title: texts.code, tight: true }, { title: texts.name }, { title: texts.state }]}
      rows={list.codes.map(({ code, name, retiredOn }) => [
        <code key="code">{code}</code>,
        name,
        retiredOn ? (
          <span class="soft">{texts.retiredOn(dayInWords(retiredOn, visit.language))}</span>
        ) : mayChange ? (
          <Choice key="retire" name="retire" value={code} label={texts.retire} />
        ) : (
          texts.inUse
        ),
      ])}
    />
  );
}

function NameField({ visit, form }: { visit: Visit; form: FormState }) {
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

function LinesFields(props: { visit: Visit; form: FormState; label: string; hint?: string }) {
  const { visit, form, label, hint } = props;
  const texts = codeListTexts[visit.language];
  return (
    <>
      <Field
        label={label}
        name="codes"
        hint={[hint, texts.linesHint].filter(Boolean).join(' ')}
        value={form.error ? (form.values.codes ?? '') : ''}
        error={faultOf(form.error?.fields ?? [], 'codes', visit.language)}
        multiline
        rows={6}
      />
      <Field label={texts.file} name="file" type="file" accept=".csv,.txt" />
    </>
  );
}
