import { standardTexts } from '../../../locales/standards.ts';
import { STANDARDS_EDITION, type Standard } from '../../../tabular/standards/index.ts';
import { Badge, DataTable, href, Page, type Visit } from '../../components/index.ts';

export const STRUCTURES_PATH = '/open-data/structures';

/** All structures that tables are expected to have: the community's own, then the recommended ones. */
export function StructuresPage({ visit, standards }: { visit: Visit; standards: readonly Standard[] }) {
  const texts = standardTexts[visit.language].list;
  const groups = [
    { title: texts.own, some: standards.filter(({ origin }) => origin === 'community') },
    { title: texts.recommended, some: standards.filter(({ origin, block }) => origin === 'recommended' && !block) },
    { title: texts.blocks, some: standards.filter(({ block }) => block) },
  ].filter(({ some }) => some.length > 0);
  return (
    <Page visit={visit} title={texts.title} description={texts.lead}>
      <div class="stack-l">
        <div class="stack">
          <h1>{texts.title}</h1>
          <p class="lead page-lead">{texts.lead}</p>
          <p class="soft">{texts.edition(STANDARDS_EDITION)}</p>
        </div>
        {groups.map(({ title, some }) => (
          <section key={title} class="stack">
            <h2>{title}</h2>
            <ul class="plain stack">
              {some.map((standard) => (
                <li key={standard.key}>
                  <a href={href(visit, `${STRUCTURES_PATH}/${standard.key}`)} lang="uk">
                    {standard.title}
                  </a>{' '}
                  <span class="soft">
                    {texts.count(standard.fields.length)}, {standard.complete ? texts.whole : texts.partly}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Page>
  );
}

/** One structure: its fields, where it was read, and empty files to fill in. */
export function StructurePage({ visit, standard }: { visit: Visit; standard: Standard }) {
  const texts = standardTexts[visit.language].list;
  const file = (name: string) => `${STRUCTURES_PATH}/${standard.key}/${name}`;
  const { fields, source, note, complete } = standard;
  return (
    <Page visit={visit} title={standard.title} description={standard.dataset}>
      <div class="stack-l">
        <div class="stack">
          <p>
            <a href={href(visit, STRUCTURES_PATH)}>{texts.title}</a>
          </p>
          <h1 lang="uk">{standard.title}</h1>
          {standard.dataset !== standard.title && (
            <p class="lead page-lead" lang="uk">
              {standard.dataset}
            </p>
          )}
          <p class="row">
            <Badge kind={complete ? 'good' : 'info'}>{complete ? texts.whole : texts.partly}</Badge>
            <span>
              {texts.count(fields.length)} · {texts.version(standard.version)}
            </span>
          </p>
          {!complete && <p>{texts.partNote}</p>}
          {standard.typesInferred && <p class="soft">{texts.inferred}</p>}
          {!standard.verified && <p class="soft">{texts.unverified}</p>}
          {note && <p lang="uk">{note}</p>}
          <p class="row">
            {texts.empty}: <a href={file('template.xlsx')}>XLSX</a> <a href={file('template.csv')}>CSV</a>{' '}
            <a href={file('fields.csv')}>{texts.fieldsFile}</a>
          </p>
        </div>
        <DataTable
          caption={standard.title}
          captionUnseen
          rowHeaders
          columns={Object.values(texts.fields).map((title) => ({ title }))}
          rows={fields.map((field) => [
            <code key="name">{field.name}</code>,
            <span key="title" lang="uk">
              {field.title}
            </span>,
            field.format ? `${field.type}, ${field.format}` : field.type,
            field.required ? texts.yes : texts.no,
            <span key="purpose" lang="uk">
              {field.purpose}
            </span>,
          ])}
        />
        <p class="soft">
          {texts.source}: {source}
        </p>
      </div>
    </Page>
  );
}
