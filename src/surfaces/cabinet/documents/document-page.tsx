import type { DocumentFile, DocumentForm, MadeDocument } from '../../../capabilities/documents/index.ts';
import { dayOf } from '../../../kernel/dates.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { dateTimeInWords } from '../../../language/dates.ts';
import { formatBytes } from '../../../language/numbers.ts';
import { documentsTexts } from '../../../locales/documents.ts';
import {
  Breadcrumbs,
  Button,
  CabinetPage,
  DataTable,
  Field,
  faultOf,
  href,
  KeyValues,
  LinkButton,
  Notice,
  type Visit,
} from '../../components/index.ts';
import type { FormState } from '../accounts/posted-form.ts';
import { StateOf } from './document-list-page.tsx';
import { documentPath, HOME } from './paths.ts';
import { RefusedNotice } from './refused-notice.tsx';

export interface DocumentView {
  readonly document: MadeDocument;
  readonly files: readonly DocumentFile[];
  /** Null: this kind is no more. */
  readonly form: DocumentForm | null;
  readonly unitName: string | null;
  readonly mayChange: boolean;
  /** Where the paper it is a draft of is signed; null: it is signed here. */
  readonly signedAt: string | null;
  readonly posted: FormState & { readonly part: 'edited' | 'sign' | null };
}

/** One document: its moment, its files, and what may be done with it. */
export function DocumentPage({ visit, view }: { visit: Visit; view: DocumentView }) {
  const texts = documentsTexts[visit.language];
  const { document, form, mayChange } = view;
  const path = href(visit, documentPath(document.id));
  const done = Object.entries(texts.page.done).find(([name]) => name === visit.query.get('done'))?.[1];
  const open = mayChange && document.state === 'made';
  return (
    <CabinetPage visit={visit} title={document.title}>
      <div class="stack-l">
        <Breadcrumbs
          language={visit.language}
          items={[{ label: texts.list.title, href: href(visit, HOME) }, { label: document.title }]}
        />
        <h1>{document.title}</h1>
        {done && view.posted.error === null && <Notice kind="good" title={done} language={visit.language} live />}
        <RefusedNotice visit={visit} error={view.posted.error} />
        <Facts visit={visit} view={view} />
        <div class="stack">
          <p class="row">
            <LinkButton kind="primary" href={`${path}/document.docx`} download>
              {texts.page.download}
            </LinkButton>
            <LinkButton href={`${path}/view`}>{texts.page.view}</LinkButton>
            {open && form && (
              <LinkButton kind="quiet" href={`${path}/changes`}>
                {texts.page.refresh}
              </LinkButton>
            )}
          </p>
          {open && form && <p class="soft">{texts.page.refreshHint}</p>}
        </div>
        <Files visit={visit} view={view} />
        {open && <EditedForm visit={visit} view={view} path={path} />}
        {open && view.signedAt === null && <SigningForm visit={visit} view={view} path={path} />}
        {view.signedAt !== null && (
          <p>
            {texts.page.signedWith} <a href={href(visit, view.signedAt)}>{texts.page.paper}</a>
          </p>
        )}
      </div>
    </CabinetPage>
  );
}

function Facts({ visit, view }: { visit: Visit; view: DocumentView }) {
  const texts = documentsTexts[visit.language];
  const { document, form } = view;
  const made = `${document.madeBy.name || texts.bySystem}, ${dateTimeInWords(document.madeAt, visit.language)}`;
  return (
    <KeyValues
      items={[
        [texts.list.columns.state, <StateOf key="state" visit={visit} document={document} />],
        [texts.page.form, form ? inLanguage(form.title, visit.language) : texts.oldForm],
        [texts.page.asOf, dateTimeInWords(document.dataAsOf, visit.language)],
        [texts.page.unit, view.unitName ?? texts.page.wholeCity],
        [texts.page.audience, texts.audience[document.audience]],
        [texts.page.made, made],
      ]}
    />
  );
}

function Files({ visit, view }: { visit: Visit; view: DocumentView }) {
  const { page, bySystem } = documentsTexts[visit.language];
  const { fileColumns: columns } = page;
  const path = href(visit, documentPath(view.document.id));
  return (
    <div class="stack">
      <h2>{page.files}</h2>
      <p class="soft">{page.filesHint}</p>
      <DataTable
        caption={page.files}
        captionUnseen
        columns={[
          { title: columns.file },
          { title: columns.kind },
          { title: columns.added },
          { title: columns.size, align: 'end', tight: true },
        ]}
        rows={view.files.map((file) => [
          <a key="file" href={`${path}/files/${file.id}`} download>
            {file.fileName}
          </a>,
          page.kinds[file.kind],
          `${file.addedBy || bySystem}, ${dateTimeInWords(file.addedAt, visit.language)}`,
          formatBytes(file.size, visit.language),
        ])}
      />
    </div>
  );
}

interface FormProps {
  readonly visit: Visit;
  readonly view: DocumentView;
  readonly path: string;
}

const faultsOf = ({ visit, view }: FormProps, part: 'edited' | 'sign', field: string) =>
  view.posted.part === part ? faultOf(view.posted.error?.fields ?? [], field, visit.language) : undefined;

function EditedForm(props: FormProps) {
  const { page } = documentsTexts[props.visit.language];
  return (
    <section class="stack" aria-labelledby="edited">
      <h2 id="edited">{page.edited}</h2>
      <form class="form" method="post" action={`${props.path}/edited`} enctype="multipart/form-data" novalidate>
        <Field
          label={page.file}
          name="file"
          type="file"
          accept=".docx"
          hint={page.editedHint}
          error={faultsOf(props, 'edited', 'file')}
        />
        <Button kind="secondary">{page.add}</Button>
      </form>
    </section>
  );
}

function SigningForm(props: FormProps) {
  const { visit, view } = props;
  const { page } = documentsTexts[visit.language];
  const typed = view.posted.part === 'sign' ? view.posted.values : {};
  return (
    <section class="stack" aria-labelledby="sign">
      <h2 id="sign">{page.close}</h2>
      <p class="soft">{page.closeHint}</p>
      <form class="form" method="post" action={`${props.path}/sign`} enctype="multipart/form-data" novalidate>
        <Field
          label={page.number}
          name="number"
          value={typed.number ?? ''}
          maxLength={60}
          error={faultsOf(props, 'sign', 'number')}
        />
        <Field
          label={page.date}
          name="date"
          type="date"
          value={typed.date ?? ''}
          max={dayOf(visit.ctx.clock.now())}
          error={faultsOf(props, 'sign', 'date')}
        />
        <SignedFile {...props} />
        <Button>{page.closeButton}</Button>
      </form>
    </section>
  );
}

/** A second file field of the page has an id of its own. */
function SignedFile(props: FormProps) {
  const { page } = documentsTexts[props.visit.language];
  return (
    <Field
      label={page.signedFile}
      name="signed"
      type="file"
      accept=".pdf,.docx,.p7s,.p7m,.jpg,.jpeg,.png"
      hint={page.signedFileHint}
      error={faultsOf(props, 'sign', 'signed')}
    />
  );
}
