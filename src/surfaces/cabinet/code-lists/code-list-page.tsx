import type { Code, CodeListHead, CodeListVersion } from '../../../capabilities/catalog/index.ts';
import type { PublishedList } from '../../../capabilities/dictionary/index.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { dayInWords } from '../../../language/dates.ts';
import { codeListTexts } from '../../../locales/code-lists.ts';
import {
  Breadcrumbs,
  Button,
  CabinetPage,
  Choice,
  DataTable,
  ErrorSummary,
  Field,
  href,
  Notice,
  Pager,
  type Visit,
} from '../../components/index.ts';
import type { FormState } from '../accounts/posted-form.ts';
import { CODE_LISTS, LinesField, NameField, UpdateForm } from './code-list-forms.tsx';

/** Codes on one page. */
export const CODES_SHOWN = 100;

export interface ListView {
  readonly list: CodeListHead;
  readonly codes: readonly Code[];
  /** Codes that hold the words. */
  readonly total: number;
  readonly page: number;
  readonly words: string;
  readonly versions: readonly CodeListVersion[];
  readonly mayChange: boolean;
  /** The dataset it is published as; null where it is none. */
  readonly published: PublishedList | null;
  readonly form: FormState;
}

/** One list: its codes, those out of use among them, ways to change them, and its versions. */
export function CodeListPage({ visit, view }: { visit: Visit; view: ListView }) {
  const { list, mayChange, form, words, page, total } = view;
  const texts = codeListTexts[visit.language];
  const path = href(visit, `${CODE_LISTS}/${list.id}`);
  const pages = Math.max(1, Math.ceil(total / CODES_SHOWN));
  return (
    <CabinetPage visit={visit} title={list.name}>
      <div class="stack-l">
        <Breadcrumbs
          language={visit.language}
          items={[{ label: texts.many, href: href(visit, CODE_LISTS) }, { label: list.name }]}
        />
        <div class="stack">
          <h1>{list.name}</h1>
          {list.source && (
            <p class="soft">
              {texts.source}: {list.source}
            </p>
          )}
        </div>
        {visit.query.get('done') === 'saved' && form.error === null && (
          <Notice kind="good" title={texts.saved} language={visit.language} live />
        )}
        <ErrorSummary faults={form.error?.fields ?? []} language={visit.language} />
        <p class="row">
          <a href={`${CODE_LISTS}/${list.id}/codes.csv`}>{texts.csv}</a>
          {list.shown && (
            <a href={href(visit, `/code-lists/${list.slug}`)}>
              {texts.publicAt}: /code-lists/{list.slug}
            </a>
          )}
        </p>
        {(total > CODES_SHOWN || words !== '') && (
          <search>
            <form class="row" method="get" action={path}>
              <Field label={texts.find} name="q" type="search" value={words} />
              <Button kind="secondary">{texts.findButton}</Button>
            </form>
          </search>
        )}
        <form class="stack-l" method="post" action={path} enctype="multipart/form-data" novalidate>
          {view.codes.length === 0 ? <p class="soft">{texts.noCodes}</p> : <Codes visit={visit} view={view} />}
          {mayChange && view.codes.some(({ retiredOn }) => retiredOn === null) && (
            <Button kind="secondary" name="what" value="retire">
              {texts.retireChosen}
            </Button>
          )}
          <Pager
            visit={visit}
            page={page}
            pages={pages}
            hrefFor={(one: number) => `${path}?${new URLSearchParams({ page: String(one), q: words })}`}
          />
          {mayChange && (
            <section class="form" aria-labelledby="add-title">
              <h2 id="add-title">{texts.add}</h2>
              <NameField visit={visit} form={{ ...form, values: { name: list.name, ...form.values } }} />
              <LinesField visit={visit} form={form} label={texts.lines} hint={texts.addHint} />
              <Button>{texts.save}</Button>
            </section>
          )}
        </form>
        {mayChange && <UpdateForm visit={visit} id={list.id} form={form} />}
        <AsDataset visit={visit} view={view} />
        <Versions visit={visit} view={view} />
      </div>
    </CabinetPage>
  );
}

function Codes({ visit, view }: { visit: Visit; view: ListView }) {
  const { list, codes, mayChange } = view;
  const texts = codeListTexts[visit.language];
  const sorted = codes.some(({ category }) => category !== undefined);
  return (
    <DataTable
      caption={list.name}
      captionUnseen
      columns={[
        { title: texts.code, tight: true },
        { title: texts.name },
        ...(sorted ? [{ title: texts.category }] : []),
        { title: texts.state },
      ]}
      rows={codes.map(({ code, name, retiredOn, category }) => [
        <code key="code">{code}</code>,
        name,
        ...(sorted ? [category ?? ''] : []),
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

function AsDataset({ visit, view: { list, published, mayChange } }: { visit: Visit; view: ListView }) {
  const texts = codeListTexts[visit.language];
  if (!published && !mayChange) return null;
  return (
    <section class="stack" aria-labelledby="dataset-title">
      <h2 id="dataset-title">{texts.asDataset}</h2>
      {published?.trouble && (
        <Notice kind="attention" title={inLanguage(published.trouble, visit.language)} language={visit.language} />
      )}
      {published ? (
        <p>
          <a href={href(visit, `/cabinet/datasets/${published.datasetId}`)}>{texts.itsDataset}</a>.{' '}
          {texts.steps[published.step]}
        </p>
      ) : (
        <p class="soft">{texts.asDatasetLead}</p>
      )}
      {mayChange && (published === null || published.trouble !== null) && (
        <form method="post" action={href(visit, `${CODE_LISTS}/${list.id}/publish`)}>
          <Button kind="secondary">{texts.publish}</Button>
        </form>
      )}
    </section>
  );
}

function Versions({ visit, view: { list, versions } }: { visit: Visit; view: ListView }) {
  const texts = codeListTexts[visit.language];
  if (versions.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="versions-title">
      <h2 id="versions-title">{texts.versions}</h2>
      <DataTable
        caption={texts.versions}
        captionUnseen
        columns={[
          { title: texts.version, align: 'end' },
          { title: texts.when },
          { title: texts.who },
          { title: texts.changes },
          { title: texts.asFile },
        ]}
        rows={versions.map(({ number, madeAt, madeBy, added, renamed, retired }) => [
          String(number),
          dayInWords(madeAt.toISOString().slice(0, 10), visit.language),
          madeBy || '—',
          number === 1 && added === 0 ? texts.made : texts.difference(added, renamed, retired),
          <a key="csv" href={`${CODE_LISTS}/${list.id}/codes.csv?version=${number}`}>
            CSV
            <span class="unseen">
              , {texts.version.toLowerCase()} {number}
            </span>
          </a>,
        ])}
      />
    </section>
  );
}
