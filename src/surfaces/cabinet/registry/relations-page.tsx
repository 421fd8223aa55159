import { RELATION_KINDS, type Relation, type RelationKind } from '../../../capabilities/registry/index.ts';
import { registryTexts } from '../../../locales/registry.ts';
import { CabinetPage, DataTable, Empty, href, Pager, Tabs, type Visit } from '../../components/index.ts';
import { RegistryPlaces } from './registry-places.tsx';
import { STAFF_PATH } from './registry-query.ts';
import { RelationsGraph, wordsOf } from './relations-graph.tsx';

const PAGE_SIZE = 50;
/** Datasets named in one line of the table. */
const NAMED = 12;

interface RelationsView {
  readonly relations: readonly Relation[];
  readonly kind: RelationKind | null;
  /** 1-based. */
  readonly page: number;
}

/** How datasets belong together: a drawing, and the table that says the same. */
export function RelationsPage({ visit, view }: { visit: Visit; view: RelationsView }) {
  const texts = registryTexts[visit.language].relations;
  const { relations, kind } = view;
  const chosen = kind === null ? relations : relations.filter((one) => one.kind === kind);
  const pages = Math.max(1, Math.ceil(chosen.length / PAGE_SIZE));
  const page = Math.min(view.page, pages);
  const shown = chosen.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const at = (query: string) => `${href(visit, `${STAFF_PATH}/relations`)}${query}`;
  const counted = (one: RelationKind) => relations.filter((relation) => relation.kind === one).length;
  return (
    <CabinetPage visit={visit} title={texts.title} wide>
      <div class="stack-l">
        <div class="stack">
          <h1>{texts.title}</h1>
          <p class="lead">{texts.lead}</p>
        </div>
        <RegistryPlaces visit={visit} current="relations" />
        <Tabs
          label={texts.kindsLabel}
          items={[
            { label: texts.all, href: at(''), current: kind === null, count: relations.length },
            ...RELATION_KINDS.filter((one) => counted(one) > 0).map((one) => ({
              label: texts.kinds[one],
              href: at(`?kind=${one}`),
              current: kind === one,
              count: counted(one),
            })),
          ]}
        />
        {shown.length === 0 ? (
          <Empty title={texts.none}>
            <p>{texts.noneLead}</p>
          </Empty>
        ) : (
          <>
            <RelationsGraph visit={visit} relations={shown} />
            <RelationsTable visit={visit} relations={shown} />
            <Pager
              visit={visit}
              page={page}
              pages={pages}
              hrefFor={(one) => at(`?page=${one}${kind ? `&kind=${kind}` : ''}`)}
            />
          </>
        )}
      </div>
    </CabinetPage>
  );
}

function RelationsTable({ visit, relations }: { visit: Visit; relations: readonly Relation[] }) {
  const texts = registryTexts[visit.language].relations;
  return (
    <DataTable
      caption={texts.caption}
      columns={[{ title: texts.columns.what }, { title: texts.columns.sets }]}
      rows={relations.map((relation) => [
        wordsOf(visit, relation),
        <ul key="sets" class="plain">
          {relation.entries.slice(0, NAMED).map((entry) => (
            <li key={entry.datasetId}>
              <a href={href(visit, `${STAFF_PATH}/${entry.number}`)}>{entry.title || entry.number}</a>{' '}
              <span class="soft small">{entry.unitName}</span>
            </li>
          ))}
          {relation.entries.length > NAMED && <li class="soft">{texts.more(relation.entries.length - NAMED)}</li>}
        </ul>,
      ])}
    />
  );
}
