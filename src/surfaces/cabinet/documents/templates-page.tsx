import type { DocumentForm, TemplateVersion } from '../../../capabilities/documents/index.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { dayInWords } from '../../../language/dates.ts';
import { documentsTexts } from '../../../locales/documents.ts';
import { Breadcrumbs, CabinetPage, DataTable, href, type Visit } from '../../components/index.ts';
import { HOME, TEMPLATES } from './paths.ts';

/** Everything that has a template, with whose template works. */
export function TemplatesPage(props: {
  visit: Visit;
  forms: readonly DocumentForm[];
  changed: ReadonlyMap<string, TemplateVersion>;
}) {
  const { visit, forms, changed } = props;
  const texts = documentsTexts[visit.language];
  const { columns } = texts.templates;
  const stateOf = (code: string) => {
    const version = changed.get(code);
    return version ? texts.templates.own(dayInWords(version.madeAt, visit.language)) : texts.templates.standard;
  };
  return (
    <CabinetPage visit={visit} title={texts.templates.title} wide>
      <div class="stack-l">
        <Breadcrumbs
          language={visit.language}
          items={[{ label: texts.list.title, href: href(visit, HOME) }, { label: texts.templates.title }]}
        />
        <div class="stack">
          <h1>{texts.templates.title}</h1>
          <p class="lead">{texts.templates.lead}</p>
        </div>
        <DataTable
          caption={texts.templates.caption}
          captionUnseen
          rowHeaders
          columns={[
            { title: columns.form },
            { title: columns.about },
            { title: columns.template },
            { title: columns.audience },
          ]}
          rows={forms.map(({ code, title, about, audience }) => [
            <a key="form" href={href(visit, `${TEMPLATES}/${code}`)}>
              {inLanguage(title, visit.language)}
            </a>,
            inLanguage(about, visit.language),
            stateOf(code),
            texts.audience[audience],
          ])}
        />
      </div>
    </CabinetPage>
  );
}
