import type { DocumentForm, ListedDocument } from '../../../capabilities/documents/index.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { dateTimeInWords, dayInWords } from '../../../language/dates.ts';
import { documentsTexts } from '../../../locales/documents.ts';
import {
  Badge,
  Button,
  CabinetPage,
  DataTable,
  Empty,
  Field,
  href,
  LinkButton,
  type Visit,
} from '../../components/index.ts';
import { documentPath, HOME, TEMPLATES, WORDINGS } from './paths.ts';

interface ListView {
  readonly documents: readonly ListedDocument[];
  readonly more: boolean;
  readonly page: number;
  /** Kinds to choose from. */
  readonly forms: readonly DocumentForm[];
  readonly form: string;
  /** May change templates. */
  readonly manages: boolean;
}

/** Documents made: what, of which moment, by whom, signed or not. */
export function DocumentListPage({ visit, view }: { visit: Visit; view: ListView }) {
  const { list } = documentsTexts[visit.language];
  const address = (page: number) => `${href(visit, HOME)}?${new URLSearchParams({ form: view.form, page: `${page}` })}`;
  return (
    <CabinetPage visit={visit} title={list.title} wide>
      <div class="stack-l">
        <div class="stack">
          <h1>{list.title}</h1>
          <p class="lead">{list.lead}</p>
        </div>
        {view.manages && (
          <p class="row">
            <a href={href(visit, TEMPLATES)}>{list.templates}</a>
            <a href={href(visit, WORDINGS)}>{list.wordings}</a>
          </p>
        )}
        {view.forms.length > 1 && (
          <form class="filters" method="get" action={href(visit, HOME)}>
            <Field
              label={list.form}
              name="form"
              value={view.form}
              options={[
                { value: '', label: list.anyForm },
                ...view.forms.map(({ code, title }) => ({ value: code, label: inLanguage(title, visit.language) })),
              ]}
            />
            <Button kind="secondary">{list.filter}</Button>
          </form>
        )}
        {view.documents.length === 0 ? (
          <Empty title={list.empty}>
            <p>{list.emptyHint}</p>
          </Empty>
        ) : (
          <DocumentTable visit={visit} documents={view.documents} />
        )}
        <p class="row">
          {view.page > 1 && <LinkButton href={address(view.page - 1)}>{list.newer}</LinkButton>}
          {view.more && <LinkButton href={address(view.page + 1)}>{list.older}</LinkButton>}
        </p>
      </div>
    </CabinetPage>
  );
}

function DocumentTable({ visit, documents }: { visit: Visit; documents: readonly ListedDocument[] }) {
  const texts = documentsTexts[visit.language];
  const { columns } = texts.list;
  return (
    <DataTable
      caption={texts.list.caption}
      captionUnseen
      rowHeaders
      columns={[{ title: columns.title }, { title: columns.asOf }, { title: columns.by }, { title: columns.state }]}
      rows={documents.map((document) => [
        <a key="title" href={href(visit, documentPath(document.id))}>
          {document.title}
        </a>,
        dateTimeInWords(document.dataAsOf, visit.language),
        `${document.madeBy.name || texts.bySystem}, ${dayInWords(document.madeAt, visit.language)}`,
        <StateOf key="state" visit={visit} document={document} />,
      ])}
    />
  );
}

/** Draft, or signed with its line. */
export function StateOf({ visit, document }: { visit: Visit; document: ListedDocument }) {
  const texts = documentsTexts[visit.language];
  const { signed } = document;
  return (
    <>
      <Badge kind={signed ? 'good' : 'info'}>{texts.states[document.state]}</Badge>{' '}
      {signed && texts.signedLine(signed.number, dayInWords(signed.date, visit.language))}
    </>
  );
}
