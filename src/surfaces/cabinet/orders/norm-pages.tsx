import type { CitationFinding, Norm } from '../../../capabilities/orders/index.ts';
import { dottedDay } from '../../../language/citations/index.ts';
import { normsTexts } from '../../../locales/norms.ts';
import {
  Breadcrumbs,
  Button,
  CabinetPage,
  Choice,
  ErrorSummary,
  Field,
  faultOf,
  href,
  Notice,
  type Visit,
} from '../../components/index.ts';
import type { FormState } from '../accounts/posted-form.ts';
import { CitationNotes } from './citation-notes.tsx';

export const NORMS = '/cabinet/city/norms';

export interface NormsView {
  readonly norms: readonly Norm[];
  readonly keeps: boolean;
  readonly form: FormState;
  /** A text that was given to be checked; null: none was. */
  readonly checked: {
    readonly text: string;
    readonly findings: readonly CitationFinding[];
    readonly mended: string;
  } | null;
}

/** The norms work with data stands on, a check of any text's citations, and the community's own to add. */
export function NormsPage({ visit, view }: { visit: Visit; view: NormsView }) {
  const texts = normsTexts[visit.language];
  const { norms, keeps, form } = view;
  const local = norms.filter((norm) => norm.local);
  return (
    <CabinetPage visit={visit} title={texts.title}>
      <div class="stack-l">
        <div class="stack">
          <h1>{texts.title}</h1>
          <p class="lead">{texts.lead}</p>
          <p>
            <a href={href(visit, '/open-data/norms')}>{texts.publicPage}</a>
          </p>
        </div>
        {visit.query.get('done') === 'saved' && (
          <Notice kind="good" title={texts.saved} language={visit.language} live />
        )}
        <ErrorSummary faults={form.error?.fields ?? []} language={visit.language} />
        <CheckPart visit={visit} checked={view.checked} />
        <section class="stack" aria-labelledby="laws">
          <h2 id="laws">{texts.laws}</h2>
          <NormList visit={visit} norms={norms.filter((norm) => !norm.local)} keeps={false} />
        </section>
        <section class="stack" aria-labelledby="local">
          <h2 id="local">{texts.local}</h2>
          {local.length === 0 ? (
            <p class="soft">{texts.noLocal}</p>
          ) : (
            <NormList visit={visit} norms={local} keeps={keeps} />
          )}
          {keeps && (
            <details open={form.error !== null || undefined}>
              <summary>{texts.add}</summary>
              <form class="form" method="post" action={href(visit, NORMS)} novalidate>
                <NormFields visit={visit} form={form} norms={norms} />
                <Button>{texts.save}</Button>
              </form>
            </details>
          )}
        </section>
      </div>
    </CabinetPage>
  );
}

function CheckPart({ visit, checked }: { visit: Visit; checked: NormsView['checked'] }) {
  const texts = normsTexts[visit.language].check;
  return (
    <section class="stack" aria-labelledby="check">
      <h2 id="check">{texts.title}</h2>
      {checked && checked.findings.length === 0 && (
        <Notice kind="good" title={texts.fine} language={visit.language} live />
      )}
      {checked && <CitationNotes visit={visit} findings={checked.findings} />}
      {checked && checked.findings.length > 0 && (
        <Field label={texts.mended} name="mended" value={checked.mended} multiline rows={6} readOnly />
      )}
      <form class="form" method="post" action={href(visit, `${NORMS}/check`)} enctype="multipart/form-data" novalidate>
        <Field
          label={texts.text}
          hint={texts.hint}
          name="text"
          value={checked?.text ?? ''}
          multiline
          rows={4}
          maxLength={200_000}
        />
        <Field label={texts.file} name="file" type="file" accept=".docx" />
        <Button kind="secondary">{texts.button}</Button>
      </form>
    </section>
  );
}

function NormList({ visit, norms, keeps }: { visit: Visit; norms: readonly Norm[]; keeps: boolean }) {
  const texts = normsTexts[visit.language];
  const nameOf = (code: string | null) => norms.find((norm) => norm.code === code)?.title ?? '';
  const stateOf = (norm: Norm) => {
    if (norm.replacedBy !== null) return texts.replaced(nameOf(norm.replacedBy));
    return norm.public ? texts.shown : texts.staffOnly;
  };
  return (
    <ul class="norm-list">
      {norms.map((norm) => (
        <li key={norm.code}>
          {keeps ? <a href={href(visit, `${NORMS}/${norm.code}`)}>{norm.title}</a> : <strong>{norm.title}</strong>}
          <div class="soft small">
            {[texts.kinds[norm.kind], norm.date ? dottedDay(norm.date) : '', norm.number ? `№ ${norm.number}` : '']
              .filter(Boolean)
              .join(' ')}
            , {stateOf(norm)}
            {norm.address !== '' && (
              <>
                {', '}
                <a href={norm.address} rel="noopener">
                  {texts.open}
                </a>
              </>
            )}
          </div>
          {norm.articles.length > 0 && (
            <ul class="small">
              {norm.articles.map(({ article, about }) => (
                <li key={article}>{about === '' ? article : `${article}: ${about}`}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}

/** One norm of the community, to be changed or removed. */
export function NormPage({
  visit,
  norm,
  norms,
  form,
}: {
  visit: Visit;
  norm: Norm;
  norms: readonly Norm[];
  form: FormState;
}) {
  const texts = normsTexts[visit.language];
  const path = href(visit, `${NORMS}/${norm.code}`);
  return (
    <CabinetPage visit={visit} title={norm.title}>
      <div class="stack-l">
        <Breadcrumbs
          language={visit.language}
          items={[{ label: texts.title, href: href(visit, NORMS) }, { label: norm.title }]}
        />
        <h1>{norm.title}</h1>
        <ErrorSummary faults={form.error?.fields ?? []} language={visit.language} />
        <form class="form" method="post" action={path} novalidate>
          <NormFields visit={visit} form={form} norms={norms.filter(({ code }) => code !== norm.code)} />
          <Button>{texts.save}</Button>
        </form>
        <form method="post" action={`${path}/remove`}>
          <Button kind="quiet">{texts.remove}</Button>
        </form>
      </div>
    </CabinetPage>
  );
}

function NormFields({ visit, form, norms }: { visit: Visit; form: FormState; norms: readonly Norm[] }) {
  const texts = normsTexts[visit.language];
  const field = (name: string) => ({
    name,
    value: form.values[name] ?? '',
    error: faultOf(form.error?.fields ?? [], name, visit.language),
  });
  const kinds = Object.entries(texts.kinds).map(([value, label]) => ({ value, label }));
  const heirs = norms.map(({ code, title }) => ({ value: code, label: title.slice(0, 120) }));
  return (
    <>
      <Field label={texts.fields.kind} {...field('kind')} options={kinds} />
      <Field label={texts.fields.issuer} {...field('issuer')} maxLength={200} />
      <Field label={texts.fields.title} {...field('title')} multiline rows={2} maxLength={500} />
      <Field label={texts.fields.date} {...field('date')} type="date" />
      <Field label={texts.fields.number} {...field('number')} maxLength={60} />
      <Field label={texts.fields.address} {...field('address')} type="url" maxLength={500} />
      <Field label={texts.fields.edition} {...field('edition')} maxLength={200} />
      <Field
        label={texts.fields.articles}
        hint={texts.fields.articlesHint}
        {...field('articles')}
        multiline
        rows={3}
        maxLength={4000}
      />
      <Field
        label={texts.fields.replacedBy}
        {...field('replacedBy')}
        options={[{ value: '', label: texts.inForce }, ...heirs]}
      />
      <Choice name="public" value="1" label={texts.fields.public} checked={form.values.public === '1'} />
    </>
  );
}
