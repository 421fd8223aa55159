import type {
  CodeListLine,
  Dataset,
  ReferredTable,
  Resource,
  StructureField,
} from '../../../capabilities/catalog/index.ts';
import type { LinkSuggestion, SharedField } from '../../../capabilities/dictionary/index.ts';
import { dictionaryTexts } from '../../../locales/dictionary.ts';
import {
  Breadcrumbs,
  Button,
  CabinetPage,
  Choice,
  ChoiceGroup,
  DataTable,
  Empty,
  href,
  LinkButton,
  Notice,
  Tabs,
  type Visit,
} from '../../components/index.ts';

export interface LinksView {
  readonly dataset: Dataset;
  readonly tables: readonly Resource[];
  readonly resource: Resource | null;
  readonly suggestions: readonly LinkSuggestion[];
  readonly fields: readonly SharedField[];
  readonly lists: readonly CodeListLine[];
  /** Tables of the public its columns refer to, and titles of other tables of this dataset. */
  readonly referred: ReadonlyMap<string, Pick<ReferredTable, 'datasetTitle'>>;
  /** Names of columns found as a key just now; null where nobody asked. */
  readonly foundKey: readonly string[] | null;
  readonly hasFile: boolean;
}

/** A suggestion as a form's value. */
export function suggestionKey(one: LinkSuggestion): string {
  if (one.what === 'field') return JSON.stringify({ what: 'field', column: one.column, id: one.field.id });
  if (one.what === 'list') return JSON.stringify({ what: 'list', column: one.column, id: one.listId });
  const resource = one.target.resourceId;
  if (one.what === 'key') return JSON.stringify({ what: 'key', columns: one.columns, resource, to: one.to });
  return JSON.stringify({ what: 'table', column: one.column, to: { resource, field: one.target.name } });
}

/** Keys and links of one table: what tells a row, what is suggested, what is bound. */
export function LinksPage({ visit, view }: { visit: Visit; view: LinksView }) {
  const texts = dictionaryTexts[visit.language];
  const { dataset, resource, tables } = view;
  const path = href(visit, `/cabinet/datasets/${dataset.id}/keys`);
  const title = dataset.passport.title;
  return (
    <CabinetPage visit={visit} title={texts.linksTitle}>
      <div class="stack-l">
        <Breadcrumbs
          language={visit.language}
          items={[
            { label: title, href: href(visit, `/cabinet/datasets/${dataset.id}`) },
            { label: texts.toStructure, href: href(visit, `/cabinet/datasets/${dataset.id}/structure`) },
            { label: texts.linksTitle },
          ]}
        />
        <div class="stack">
          <h1>{texts.linksTitle}</h1>
          <p class="lead">{texts.linksLead}</p>
        </div>
        {visit.query.get('done') === 'saved' && (
          <Notice kind="good" title={texts.linked} language={visit.language} live />
        )}
        {tables.length > 1 && (
          <Tabs
            label={texts.table}
            items={tables.map((one) => ({
              label: one.title,
              href: `${path}?r=${one.id}`,
              current: one.id === resource?.id,
            }))}
          />
        )}
        {!resource || resource.structure.fields.length === 0 ? (
          <Empty title={texts.none}>
            <LinkButton kind="primary" href={href(visit, `/cabinet/datasets/${dataset.id}/structure`)}>
              {texts.toStructure}
            </LinkButton>
          </Empty>
        ) : (
          <>
            <KeyPart visit={visit} view={view} resource={resource} path={path} />
            <Suggestions visit={visit} view={view} resource={resource} path={path} />
            <Bound visit={visit} view={view} resource={resource} path={path} />
          </>
        )}
      </div>
    </CabinetPage>
  );
}

interface PartProps {
  readonly visit: Visit;
  readonly view: LinksView;
  readonly resource: Resource;
  readonly path: string;
}

const titles = (fields: readonly StructureField[]) => fields.map(({ title }) => `«${title}»`).join(', ');

function KeyPart({ visit, view, resource, path }: PartProps) {
  const texts = dictionaryTexts[visit.language];
  const { fields } = resource.structure;
  const key = fields.filter(({ identifier }) => identifier);
  const found = view.foundKey && fields.filter(({ name }) => view.foundKey?.includes(name));
  const ticked = new Set((found && found.length > 0 ? found : key).map(({ name }) => name));
  const mayTell = fields.filter(({ type, geometry }) => type !== 'decimal' && geometry === null);
  return (
    <section class="stack" aria-labelledby="key-title">
      <h2 id="key-title">{texts.keyTitle}</h2>
      <p>{key.length > 0 ? texts.keyIs(titles(key)) : texts.keyNone}</p>
      {found && (
        <Notice
          kind={found.length > 0 ? 'good' : 'attention'}
          title={found.length > 0 ? texts.keyFound(titles(found)) : texts.keyNotFound}
          language={visit.language}
          live
        />
      )}
      <form class="form" method="post" action={`${path}?r=${resource.id}`}>
        <details open={Boolean(found) || key.length === 0}>
          <summary>{texts.keyColumns}</summary>
          <ChoiceGroup legend={texts.keyColumns} name="key" hint={texts.keyColumnsHint}>
            {mayTell.map(({ name, title }) => (
              <Choice key={name} name="key" value={name} label={title} checked={ticked.has(name)} />
            ))}
          </ChoiceGroup>
        </details>
        <div class="row">
          <Button name="what" value="identifier">
            {texts.keySave}
          </Button>
          {view.hasFile && (
            <Button kind="secondary" name="what" value="find-key">
              {texts.keyFind}
            </Button>
          )}
        </div>
      </form>
    </section>
  );
}

function Suggestions({ visit, view, resource, path }: PartProps) {
  const texts = dictionaryTexts[visit.language];
  if (view.suggestions.length === 0) return <p class="soft">{texts.noneSuggested}</p>;
  const titleOf = (name: string) => resource.structure.fields.find((field) => field.name === name)?.title ?? name;
  const label = (one: LinkSuggestion) => {
    if (one.what === 'field') return texts.asField(titleOf(one.column), one.field.title);
    if (one.what === 'list') return texts.asList(titleOf(one.column), one.listName, one.share);
    const table = one.target.datasetTitle;
    if (one.what === 'key')
      return texts.asKey(one.columns.map((name) => `«${titleOf(name)}»`).join(', '), table, one.share);
    return texts.asTable(titleOf(one.column), table, `«${one.target.title}»`, one.share);
  };
  return (
    <section class="stack" aria-labelledby="suggested-title">
      <h2 id="suggested-title">{texts.suggested}</h2>
      <form class="form" method="post" action={`${path}?r=${resource.id}`}>
        {view.suggestions.map((one) => (
          <Choice
            key={suggestionKey(one)}
            name="link"
            value={suggestionKey(one)}
            label={label(one)}
            hint={one.what === 'field' ? texts.asFieldHint : undefined}
            checked
          />
        ))}
        <Button name="what" value="link">
          {texts.take}
        </Button>
      </form>
    </section>
  );
}

function Bound({ visit, view, resource, path }: PartProps) {
  const texts = dictionaryTexts[visit.language];
  const bound = resource.structure.fields.filter((field) => field.sharedField ?? field.codeList ?? field.reference);
  const shared = new Map(view.fields.map((one) => [one.id, one]));
  const lists = new Map(view.lists.map((one) => [one.id, one]));
  const loose = (column: string, what: 'field' | 'list' | 'table', label: string) => (
    <Button
      kind="quiet"
      name="loose"
      value={JSON.stringify(what === 'table' ? { what, column, to: null } : { what, column, id: null })}
    >
      {texts.loose}
      <span class="unseen">: {label}</span>
    </Button>
  );
  if (bound.length === 0) return null;
  return (
    <form method="post" action={`${path}?r=${resource.id}`}>
      <DataTable
        caption={texts.linksTitle}
        captionUnseen
        rowHeaders
        columns={[{ title: texts.column }, { title: texts.sharedField }, { title: texts.list }, { title: texts.table }]}
        rows={bound.map(({ name, title, sharedField, codeList, reference }) => {
          const field = sharedField === undefined ? undefined : shared.get(sharedField);
          const list = codeList === undefined ? undefined : lists.get(codeList);
          return [
            title,
            field ? (
              <>
                <a href={href(visit, `/cabinet/dictionary/${field.id}`)}>{field.title}</a> {loose(name, 'field', title)}
              </>
            ) : (
              ''
            ),
            list ? (
              <>
                <a href={href(visit, `/cabinet/code-lists/${list.id}`)}>{list.name}</a> {loose(name, 'list', title)}
              </>
            ) : (
              ''
            ),
            reference ? (
              <>
                {view.referred.get(reference.resource)?.datasetTitle ?? reference.resource},{' '}
                <code>{reference.field}</code> {loose(name, 'table', title)}
              </>
            ) : (
              ''
            ),
          ];
        })}
      />
    </form>
  );
}
