import type { DocumentForm, TemplateVersion } from '../../../capabilities/documents/index.ts';
import type { RequestError } from '../../../kernel/errors.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { dateTimeInWords, dayInWords } from '../../../language/dates.ts';
import { documentsTexts } from '../../../locales/documents.ts';
import type { FormField } from '../../../platform/documents/index.ts';
import {
  Breadcrumbs,
  Button,
  CabinetPage,
  DataTable,
  Field,
  faultOf,
  href,
  LinkButton,
  Notice,
  type Visit,
} from '../../components/index.ts';
import { HOME, TEMPLATES } from './paths.ts';
import { RefusedNotice } from './refused-notice.tsx';

interface TemplateView {
  readonly visit: Visit;
  readonly form: DocumentForm;
  /** The newest first. */
  readonly versions: readonly TemplateVersion[];
  readonly error: RequestError | null;
}

/** One template: download, bring back, fields it may name, versions. */
export function TemplatePage(props: TemplateView) {
  const { visit, form, versions, error } = props;
  const { list, templates: texts } = documentsTexts[visit.language];
  const path = href(visit, `${TEMPLATES}/${form.code}`);
  const title = inLanguage(form.title, visit.language);
  const done = visit.query.get('done');
  const own = versions[0]?.objectKey ? versions[0] : null;
  return (
    <CabinetPage visit={visit} title={title}>
      <div class="stack-l">
        <Breadcrumbs
          language={visit.language}
          items={[
            { label: list.title, href: href(visit, HOME) },
            { label: texts.title, href: href(visit, TEMPLATES) },
            { label: title },
          ]}
        />
        <div class="stack">
          <h1>{title}</h1>
          <p class="lead">{inLanguage(form.about, visit.language)}</p>
        </div>
        {done === 'saved' && !error && <Notice kind="good" title={texts.saved} language={visit.language} live />}
        {done === 'restored' && !error && <Notice kind="good" title={texts.restored} language={visit.language} live />}
        <RefusedNotice visit={visit} error={error} />
        <p>
          {texts.now}: {own ? texts.own(dayInWords(own.madeAt, visit.language)) : texts.standard}.
        </p>
        <div class="row">
          <LinkButton kind="primary" href={`${path}/template.docx`} download>
            {texts.download}
          </LinkButton>
          <LinkButton href={`${path}/preview`}>{texts.preview}</LinkButton>
          {own && (
            <form method="post" action={`${path}/restore`}>
              <Button kind="quiet">{texts.restore}</Button>
            </form>
          )}
        </div>
        <UploadForm {...props} path={path} />
        <Fields visit={visit} form={form} />
        <Versions {...props} path={path} />
      </div>
    </CabinetPage>
  );
}

function UploadForm({ visit, error, path }: TemplateView & { path: string }) {
  const { templates: texts } = documentsTexts[visit.language];
  return (
    <section class="stack" aria-labelledby="upload">
      <h2 id="upload">{texts.upload}</h2>
      <form class="form" method="post" action={path} enctype="multipart/form-data" novalidate>
        <Field
          label={texts.file}
          name="file"
          type="file"
          accept=".docx"
          hint={texts.uploadHint}
          error={faultOf(error?.fields ?? [], 'file', visit.language)}
        />
        <Button>{texts.take}</Button>
      </form>
    </section>
  );
}

function Fields({ visit, form }: { visit: Visit; form: DocumentForm }) {
  const { templates: texts } = documentsTexts[visit.language];
  return (
    <div class="stack">
      <h2>{texts.fields}</h2>
      <p>{texts.fieldsHint}</p>
      <DataTable
        caption={texts.fields}
        captionUnseen
        columns={[{ title: texts.fieldColumns.write }, { title: texts.fieldColumns.sample }]}
        rows={linesOf(visit, form.fields, 0)}
      />
    </div>
  );
}

/** Each field as it is written, fields of rows below it. */
function linesOf(visit: Visit, fields: readonly FormField[], depth: number): preact.ComponentChildren[][] {
  const { templates: texts } = documentsTexts[visit.language];
  return fields.flatMap((field) => {
    const words = (mark: string) => (
      <code key={mark} class={depth > 0 ? `field-inside-${Math.min(depth, 2)}` : undefined}>
        {mark}
      </code>
    );
    if (field.kind === 'table')
      return [[words(`{@${field.words}}`), texts.tableSample(field.sample.heading.join(', '))]];
    if (field.kind === 'text') return [[words(`{${field.words}}`), field.sample]];
    const open = [words(`{#${field.words}}…{/${field.words}}`), <span class="soft">{texts.rowsSample}</span>];
    return [open, ...linesOf(visit, field.fields, depth + 1)];
  });
}

function Versions({ visit, versions, path }: TemplateView & { path: string }) {
  const { templates: texts, bySystem } = documentsTexts[visit.language];
  const { versionColumns: columns } = texts;
  return (
    <div class="stack">
      <h2>{texts.versions}</h2>
      {versions.length === 0 ? (
        <p class="soft">{texts.noVersions}</p>
      ) : (
        <DataTable
          caption={texts.versions}
          captionUnseen
          columns={[
            { title: columns.version, tight: true },
            { title: columns.file },
            { title: columns.by },
            { title: columns.deeds },
          ]}
          rows={versions.map((version, at) => [
            String(version.number),
            version.objectKey === null ? texts.default : <FileOf visit={visit} version={version} path={path} />,
            `${version.madeBy || bySystem}, ${dateTimeInWords(version.madeAt, visit.language)}`,
            at > 0 && version.objectKey !== null ? (
              <form key="take" method="post" action={`${path}/take`}>
                <input type="hidden" name="version" value={version.number} />
                <Button kind="quiet">{texts.takeVersion(version.number)}</Button>
              </form>
            ) : (
              ''
            ),
          ])}
        />
      )}
    </div>
  );
}

function FileOf({ visit, version, path }: { visit: Visit; version: TemplateVersion; path: string }) {
  const { templates: texts } = documentsTexts[visit.language];
  return (
    <>
      <a
        href={`${path}/template.docx?version=${version.number}`}
        download
        aria-label={`${version.fileName}: ${texts.downloadVersion(version.number)}`}
      >
        {version.fileName}
      </a>
      {', '}
      <a href={`${path}/preview?version=${version.number}`}>{texts.previewVersion}</a>
    </>
  );
}
