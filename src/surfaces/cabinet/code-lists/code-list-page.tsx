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
  CodeSearch,
  CodesTable,
  DataTable,
  ErrorSummary,
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
  const { list, mayChange, form, words, total } = view;
  const texts = codeListTexts[visit.language];
  const path = href(visit, `${CODE_LISTS}/${list.id}`);
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
        {(total > CODES_SHOWN || words !== '') && <CodeSearch visit={visit} action={path} words={words} />}
        <CodesForm visit={visit} view={view} />
        {mayChange && <UpdateForm visit={visit} id={list.id} form={form} />}
        <AsDataset visit={visit} view={view} />
        <Versions visit={visit} view={view} />
      </div>
    </CabinetPage>
  );
}

/** The codes a page at a time; who may change the list ticks codes to retire and adds lines. */
function CodesForm({ visit, view }: { visit: Visit; view: ListView }) {
  const { list, codes, mayChange, form, words } = view;
  const texts = codeListTexts[visit.language];
  const path = href(visit, `${CODE_LISTS}/${list.id}`);
  const tick = (code: string) => <Choice key="retire" name="retire" value={code} label={texts.retire} />;
  return (
    <form class="stack-l" method="post" action={path} enctype="multipart/form-data" novalidate>
      {codes.length === 0 ? (
        <p class="soft">{texts.noCodes}</p>
      ) : (
        <CodesTable visit={visit} title={list.name} codes={codes} inUse={mayChange ? tick : undefined} />
      )}
      {mayChange && codes.some(({ retiredOn }) => retiredOn === null) && (
        <Button kind="secondary" name="what" value="retire">
          {texts.retireChosen}
        </Button>
      )}
      <Pager
        visit={visit}
        page={view.page}
        pages={Math.max(1, Math.ceil(view.total / CODES_SHOWN))}
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
