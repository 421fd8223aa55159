import type {
  CodeListLine,
  Dataset,
  Resource,
  Structure,
  StructureField,
} from '../../../capabilities/catalog/index.ts';
import type { Comment } from '../../../capabilities/review/index.ts';
import type { FieldFault, RequestError } from '../../../kernel/errors.ts';
import { codeListTexts } from '../../../locales/code-lists.ts';
import { dictionaryTexts } from '../../../locales/dictionary.ts';
import { partTexts } from '../../../locales/parts.ts';
import { walkTexts } from '../../../locales/walk.ts';
import type { ColumnProfile } from '../../../tabular/column.ts';
import {
  Button,
  Empty,
  ErrorSummary,
  href,
  LinkButton,
  Notice,
  Pager,
  ScrollRegion,
  Tabs,
  type Visit,
} from '../../components/index.ts';
import { CommentsHere } from '../review/comments-here.tsx';
import { Overtaken, SeenDataset } from './seen-dataset.tsx';
import { FIELDS_SHOWN } from './structure-form.ts';
import { ELEMENTS, elementName, StructureRow } from './structure-row.tsx';
import { WalkPage } from './walk-frame.tsx';

interface StructureData {
  readonly dataset: Dataset;
  readonly resource: Resource | null;
  readonly readingId: string | null;
  /** As typed, when the form is shown again. */
  readonly structure: Structure;
  readonly faults: readonly FieldFault[];
  /** 1-based. */
  readonly page: number;
  /** Somebody else changed the dataset while this was typed. */
  readonly overtaken?: RequestError | null;
  /** Columns of the file in hand. */
  readonly columns?: readonly ColumnProfile[];
  /** Code lists a column may point to. */
  readonly lists: readonly CodeListLine[];
  /** Examples were just taken from the file. */
  readonly offered?: boolean;
  /** What reviewers said of the columns and nobody has resolved. */
  readonly comments?: readonly Comment[];
}

const tablesOf = ({ resources }: Dataset) => resources.filter(({ kind }) => kind === 'table');

/** Where the columns of a table are; of the only one without saying so. */
export function structurePath(dataset: Dataset, resource: Resource | null, page = 1): string {
  const which = resource && tablesOf(dataset).length > 1 ? `resource=${resource.id}&` : '';
  return `/cabinet/datasets/${dataset.id}/structure?${which}page=${page}`;
}

/** The grid of columns: a plain form table, moved through by keyboard where scripts run. */
export function StructurePage({ visit, data }: { visit: Visit; data: StructureData }) {
  const texts = walkTexts[visit.language].structure;
  const { dataset, resource, structure, faults, page } = data;
  const pages = Math.max(1, Math.ceil(structure.fields.length / FIELDS_SHOWN));
  const first = (page - 1) * FIELDS_SHOWN;
  const pathOf = (one: number) => href(visit, structurePath(dataset, resource, one));
  return (
    <WalkPage
      visit={visit}
      step="passport"
      title={texts.title}
      place={{ readingId: data.readingId, datasetId: dataset.id }}
      islands={['structure-grid']}
      wide
    >
      <TableTabs visit={visit} dataset={dataset} resource={resource} />
      <ErrorSummary faults={faults} language={visit.language} />
      <Overtaken visit={visit} error={data.overtaken} />
      <CommentsHere visit={visit} comments={data.comments ?? []} />
      {data.offered && (
        <Notice kind="attention" title={codeListTexts[visit.language].offered} language={visit.language} live />
      )}
      {!resource || structure.fields.length === 0 ? (
        <NoColumns visit={visit} data={data} />
      ) : (
        <form id="structure-form" class="form" method="post" action={pathOf(page)}>
          <p>{texts.lead}</p>
          <SeenDataset dataset={dataset} />
          <input type="hidden" name="resource" value={resource.id} />
          <Grid
            visit={visit}
            fields={structure.fields.slice(first, first + FIELDS_SHOWN)}
            first={first}
            faults={faults}
            lists={data.lists}
            columns={data.columns ?? []}
          />
          <GridDeeds visit={visit} data={data} />
        </form>
      )}
      {pages > 1 && <Pager visit={visit} page={page} pages={pages} hrefFor={pathOf} sends="structure-form" />}
    </WalkPage>
  );
}

/** The tables of the dataset, where there are several. */
function TableTabs({ visit, dataset, resource }: Pick<StructureData, 'dataset' | 'resource'> & { visit: Visit }) {
  const tables = tablesOf(dataset);
  if (tables.length < 2) return null;
  return (
    <Tabs
      label={partTexts[visit.language].tables}
      items={tables.map((one) => ({
        label: one.title,
        href: href(visit, structurePath(dataset, one)),
        current: one.id === resource?.id,
      }))}
    />
  );
}

/** Before the first file there is nothing to describe: the way to it. */
function NoColumns({ visit, data }: { visit: Visit; data: StructureData }) {
  const texts = walkTexts[visit.language].structure;
  const path = data.readingId ? `/cabinet/readings/${data.readingId}` : `/cabinet/new?dataset=${data.dataset.id}`;
  return (
    <Empty title={texts.none}>
      <LinkButton kind="primary" href={href(visit, path)}>
        {data.readingId ? texts.toFile : texts.upload}
      </LinkButton>
    </Empty>
  );
}

/** To save, to take examples from the file in hand, and the ways to keys and code lists. */
function GridDeeds({ visit, data }: { visit: Visit; data: StructureData }) {
  const words = codeListTexts[visit.language];
  return (
    <div class="row">
      <Button>{walkTexts[visit.language].structure.save}</Button>
      {data.readingId && (
        <Button kind="secondary" name="examples" value="offer">
          {words.offer}
        </Button>
      )}
      <a href={href(visit, `/cabinet/datasets/${data.dataset.id}/keys`)}>
        {dictionaryTexts[visit.language].linksTitle}
      </a>
      <a href={href(visit, '/cabinet/code-lists')}>{words.toLists}</a>
    </div>
  );
}

function Grid(props: {
  visit: Visit;
  fields: readonly StructureField[];
  first: number;
  faults: readonly FieldFault[];
  lists: readonly CodeListLine[];
  columns: readonly ColumnProfile[];
}) {
  const { visit, fields, first, faults, lists, columns } = props;
  const texts = walkTexts[visit.language].structure;
  return (
    <ScrollRegion label={texts.caption}>
      <table class="table grid" data-structure-grid>
        <caption class="unseen">{texts.caption}</caption>
        <thead>
          <tr>
            {ELEMENTS.map((element) => (
              <th key={element} scope="col">
                {elementName(element, visit.language)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fields.map((field, at) => (
            <StructureRow
              key={first + at}
              visit={visit}
              field={field}
              at={first + at}
              faults={faults}
              lists={lists}
              found={columns.find(({ index }) => index === field.sourceColumn)}
            />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
