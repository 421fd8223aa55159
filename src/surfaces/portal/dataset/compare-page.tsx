import type { Card } from '../../../capabilities/catalog/index.ts';
import type { VersionComparison, VersionResourceChange } from '../../../capabilities/publishing/index.ts';
import type { ComparisonResult, RowChange, RowDifferencePage } from '../../../capabilities/tables/index.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { dateTimeInWords } from '../../../language/dates.ts';
import { fieldInWords } from '../../../locales/history-fields.ts';
import { versionsTexts } from '../../../locales/versions.ts';
import {
  DataTable,
  href,
  LinkButton,
  Notice,
  Page,
  Pager,
  Progress,
  Tabs,
  type Visit,
} from '../../components/index.ts';
import { RowDifferences } from '../../components/row-differences.tsx';
import { StructureChangeList } from '../../components/structure-change-list.tsx';
import { DatasetBreadcrumbs } from './dataset-breadcrumbs.tsx';

/** Two versions side by side. */
export interface CompareView {
  readonly card: Card;
  readonly comparison: VersionComparison;
  /** The table whose rows are on the page; null where there is none to compare. */
  readonly resourceId: string | null;
  readonly kind: RowChange | null;
  readonly page: RowDifferencePage | null;
}

/** Address of a comparison; of one kind of its rows where a query is given. */
export function comparePath(card: Pick<Card, 'slug'>, older: number, newer: number): string {
  return `/datasets/${card.slug}/versions/${older}...${newer}`;
}

/** What changed between two versions: passport, structure, rows cell by cell. */
export function ComparePage({ visit, view }: { visit: Visit; view: CompareView }) {
  const { language } = visit;
  const texts = versionsTexts[language].compare;
  const { card, comparison } = view;
  const { older, newer } = comparison;
  const title = texts.title(older.number, newer.number);
  return (
    <Page
      visit={visit}
      title={`${title}: ${card.passport.title}`}
      head={
        <>
          <meta name="robots" content="noindex" />
          {isWorking(view) && <meta http-equiv="refresh" content="3" />}
        </>
      }
    >
      <article class="dataset compare">
        <div class="dataset-head">
          <DatasetBreadcrumbs visit={visit} card={card} within />
          <h1>{title}</h1>
          <p class="soft">
            {texts.version(older.number, dateTimeInWords(older.publishedAt, language))};{' '}
            {texts.version(newer.number, dateTimeInWords(newer.publishedAt, language))}
          </p>
          {newer.note && (
            <Notice kind="info" title={versionsTexts[language].note.label} language={language}>
              {newer.note}
            </Notice>
          )}
        </div>
        <RowsPart visit={visit} view={view} />
        <StructurePart visit={visit} view={view} />
        <PassportPart visit={visit} view={view} />
        <p class="row no-print">
          <LinkButton href={href(visit, `/datasets/${card.slug}/versions`)}>{texts.back}</LinkButton>
          <a href={`${comparePath(card, older.number, newer.number)}.json`}>{texts.json}</a>
        </p>
      </article>
    </Page>
  );
}

function isWorking({ comparison }: CompareView): boolean {
  return comparison.resources.some(
    ({ rows }) => rows.kind === 'compared' && ['waiting', 'working'].includes(rows.comparison.state),
  );
}

function PassportPart({ visit, view }: { visit: Visit; view: CompareView }) {
  const { language } = visit;
  const texts = versionsTexts[language].compare;
  const { passport } = view.comparison;
  return (
    <section class="stack" aria-labelledby="passport">
      <h2 id="passport">{texts.passport}</h2>
      {passport.length === 0 ? (
        <p>{texts.passportSame}</p>
      ) : (
        <DataTable
          caption={texts.passport}
          captionUnseen
          rowHeaders
          columns={[{ title: texts.element }, { title: texts.before }, { title: texts.after }]}
          rows={passport.map(({ field, before, after }) => [
            inLanguage(fieldInWords('dataset', field), language),
            <del key="before">{inLanguage(before, language)}</del>,
            <ins key="after">{inLanguage(after, language)}</ins>,
          ])}
        />
      )}
    </section>
  );
}

function StructurePart({ visit, view }: { visit: Visit; view: CompareView }) {
  const texts = versionsTexts[visit.language].compare;
  const { resources } = view.comparison;
  const changed = resources.filter(({ structure }) => structure.length > 0);
  return (
    <section class="stack" aria-labelledby="structure">
      <h2 id="structure">{texts.structure}</h2>
      {changed.length === 0 && <p>{texts.structureSame}</p>}
      {changed.map(({ resourceId, title, structure }) => (
        <div key={resourceId} class="stack">
          {resources.length > 1 && <h3>{title}</h3>}
          <StructureChangeList changes={structure} language={visit.language} />
        </div>
      ))}
    </section>
  );
}

function RowsPart({ visit, view }: { visit: Visit; view: CompareView }) {
  const texts = versionsTexts[visit.language].compare;
  const { comparison, card } = view;
  const base = comparePath(card, comparison.older.number, comparison.newer.number);
  const shown = comparison.resources.find(({ resourceId }) => resourceId === view.resourceId);
  return (
    <section class="stack" aria-labelledby="rows">
      <h2 id="rows">{texts.rows}</h2>
      {comparison.resources.length > 1 && (
        <Tabs
          label={texts.rows}
          items={comparison.resources.map(({ resourceId, title }) => ({
            label: title,
            href: href(visit, `${base}?r=${resourceId}`),
            current: resourceId === view.resourceId,
          }))}
        />
      )}
      {shown && <ResourceRows visit={visit} view={view} resource={shown} />}
    </section>
  );
}

function ResourceRows(props: { visit: Visit; view: CompareView; resource: VersionResourceChange }) {
  const { visit, view, resource } = props;
  const texts = versionsTexts[visit.language].compare;
  const { rows, older, newer } = resource;
  if (rows.kind === 'same') return <p>{texts.rowsSame}</p>;
  if (rows.kind === 'none') {
    if (resource.change === 'added' && newer?.rows != null) return <p>{texts.tableAdded(newer.rows)}</p>;
    if (resource.change === 'removed' && older?.rows != null) return <p>{texts.tableRemoved(older.rows)}</p>;
    return <p>{texts.notTable}</p>;
  }
  const { comparison } = rows;
  if (comparison.state === 'failed') {
    return (
      <Notice kind="attention" title={texts.waiting} language={visit.language}>
        {texts.failed}
      </Notice>
    );
  }
  if (!comparison.result) {
    const stages = (['older', 'newer', 'matching'] as const).map((key) => ({ key, label: texts.stages[key] }));
    return (
      <Progress stages={stages} current={comparison.stage} done={0} total={null} language={visit.language}>
        {texts.waitingText(older?.rows ?? 0, newer?.rows ?? 0)}
      </Progress>
    );
  }
  return <Differences visit={visit} view={view} resource={resource} result={comparison.result} />;
}

function Differences(props: {
  visit: Visit;
  view: CompareView;
  resource: VersionResourceChange;
  result: ComparisonResult;
}) {
  const { visit, view, resource, result } = props;
  const texts = versionsTexts[visit.language].compare;
  const { page, kind } = view;
  const counts = { added: result.rowsAdded, removed: result.rowsRemoved, changed: result.rowsChanged ?? 0 };
  const all = counts.added + counts.removed + counts.changed;
  const shared = result.columnsAdded.length + result.columnsRemoved.length > 0;
  if (all === 0) return <p>{shared ? texts.sharedSame : texts.rowsSame}</p>;
  const address = (parameters: Record<string, string>) => {
    const { older, newer } = view.comparison;
    const query = new URLSearchParams({ r: resource.resourceId, ...parameters });
    return href(visit, `${comparePath(view.card, older.number, newer.number)}?${query}#rows`);
  };
  const tabs = [null, 'changed', 'added', 'removed'] as const;
  return (
    <>
      <p>{texts.counts(result.rowsAdded, result.rowsRemoved, result.rowsChanged)}.</p>
      {result.noIdentifier && <p class="soft">{texts.noIdentifier[result.noIdentifier]}</p>}
      <Tabs
        label={texts.what}
        items={tabs
          .filter((one) => one === null || counts[one] > 0)
          .map((one) => ({
            label: texts[one ?? 'all'],
            href: address(one ? { kind: one } : { kind: 'all' }),
            current: one === kind,
            count: one === null ? all : counts[one],
          }))}
      />
      {page && <RowDifferences page={page} title={resource.title} language={visit.language} />}
      {page && (
        <Pager
          visit={visit}
          page={page.page}
          pages={Math.max(1, Math.ceil(page.total / page.size))}
          hrefFor={(number) => address({ kind: kind ?? 'all', page: String(number) })}
        />
      )}
      <DifferenceFiles visit={visit} view={view} resourceId={resource.resourceId} />
    </>
  );
}

/** The rows that differ, of the kind chosen, as files. */
function DifferenceFiles(props: { visit: Visit; view: CompareView; resourceId: string }) {
  const { visit, view, resourceId } = props;
  const { older, newer } = view.comparison;
  const query = new URLSearchParams({ r: resourceId, ...(view.kind ? { kind: view.kind } : {}) });
  const file = (format: string) => `${comparePath(view.card, older.number, newer.number)}/rows.${format}?${query}`;
  return (
    <p class="no-print">
      {versionsTexts[visit.language].compare.download}{' '}
      <a href={file('csv')} rel="nofollow">
        CSV
      </a>
      ,{' '}
      <a href={file('json')} rel="nofollow">
        JSON
      </a>
    </p>
  );
}
