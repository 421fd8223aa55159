import type { CardResource } from '../../../capabilities/catalog/index.ts';
import type { RowFilter, RowPage, RowQuery } from '../../../capabilities/tables/index.ts';
import { pageCount } from '../../../kernel/paging.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { portalTexts } from '../../../locales/portal.ts';
import {
  Button,
  type Chip,
  Chips,
  Icon,
  LinkButton,
  Notice,
  Pager,
  ScrollRegion,
  type Visit,
} from '../../components/index.ts';
import type { DatasetView } from '../dataset/dataset-view.ts';
import { ColumnFilter } from './column-filter.tsx';
import { nextSort, type TableAddress, tableAddress, tableHref, withoutFilter } from './table-address.ts';
import { cellContent, columnClass, type ShownColumn } from './table-cell.tsx';

/** The table itself: filter by a form, sort by the headers, pages; all of it links and a GET form. */
export function DatasetTable({ visit, view }: { visit: Visit; view: DatasetView }) {
  const { table, resource } = view;
  if (!table || !resource) return null;
  const address = tableAddress(visit, view);
  if (table.kind === 'refused') return <Refused visit={visit} table={table} address={address} />;
  const { query, page } = table;
  const texts = portalTexts[visit.language].table;
  const columns = shownColumns(resource, page);
  const narrowed = query.filters.length > 0 || query.search !== '';
  return (
    <form class="explorer" action={`${address.base}#table`} method="get">
      <HiddenState address={address} query={query} columns={columns} />
      <div class="explorer-bar">
        <p class="explorer-count figures" role="status">
          {texts.found(page.total, resource.rows ?? page.total)}
          {page.page <= pageCount(page) && pageCount(page) > 1 && (
            <span class="soft">, {texts.page(page.page, pageCount(page))}</span>
          )}
        </p>
        <div class="explorer-search">
          <label class="unseen" for="table-search">
            {texts.search}
          </label>
          <input
            class="input"
            id="table-search"
            type="search"
            name="q"
            value={query.search}
            placeholder={texts.search}
          />
          <Button kind="secondary" icon="filter">
            {texts.filter}
          </Button>
        </div>
      </div>
      {narrowed && <Conditions visit={visit} query={query} columns={columns} address={address} />}
      <Grid visit={visit} title={resource.title} columns={columns} page={page} query={query} address={address} />
      <Pager
        visit={visit}
        page={Math.min(page.page, pageCount(page) + 1)}
        pages={pageCount(page)}
        hrefFor={(number) => tableHref(address, { ...query, page: number })}
      />
    </form>
  );
}

function shownColumns(resource: CardResource, page: RowPage): ShownColumn[] {
  return page.columns.map(({ name, title, type }) => {
    const field = resource.fields.find((one) => one.name === name);
    return { name, title, type, verbatim: field?.identifier === true || (field?.geometry ?? null) !== null };
  });
}

/** What the form does not ask but must keep: the resource, the order, conditions made elsewhere. */
function HiddenState(props: { address: TableAddress; query: RowQuery; columns: readonly ShownColumn[] }) {
  const { address, query, columns } = props;
  const sort = query.sort.map((one) => (one.descending ? '-' : '') + one.column).join(',');
  const others = query.filters.filter((filter) => !isAsked(filter, columns));
  return (
    <>
      {address.resourceId && <input type="hidden" name="r" value={address.resourceId} />}
      {sort && <input type="hidden" name="sort" value={sort} />}
      {query.columns.length > 0 && <input type="hidden" name="columns" value={query.columns.join(',')} />}
      {others.map((filter) => (
        <input
          key={`${filter.column} ${filter.operator}`}
          type="hidden"
          name={`${filter.column}__${filter.operator}`}
          value={filter.operator === 'in' ? JSON.stringify(filter.values) : filter.values[0]}
        />
      ))}
    </>
  );
}

/** Whether the filter row has an input for this condition. */
function isAsked(filter: RowFilter, columns: readonly ShownColumn[]): boolean {
  const type = columns.find((column) => column.name === filter.column)?.type;
  if (type === undefined) return false;
  if (type === 'text') return filter.operator === 'contains';
  if (type === 'boolean') return filter.operator === 'exact';
  return filter.operator === 'gte' || filter.operator === 'lte';
}

/** The conditions in words, each with a way to take it back. */
function Conditions(props: { visit: Visit; query: RowQuery; columns: readonly ShownColumn[]; address: TableAddress }) {
  const { visit, query, columns, address } = props;
  const texts = portalTexts[visit.language].table;
  const chips = query.filters.map((filter): Chip => {
    const title = columns.find((column) => column.name === filter.column)?.title ?? filter.column;
    const value = filter.operator === 'isnull' ? '' : ` ${filter.values.join(', ')}`;
    return {
      label: `${title} ${texts.operators[filter.operator]}${value}`,
      href: tableHref(address, withoutFilter(query, filter)),
      removeLabel: texts.remove,
    };
  });
  if (query.search) {
    chips.unshift({
      label: `«${query.search}»`,
      href: tableHref(address, { ...query, page: 1, search: '' }),
      removeLabel: texts.remove,
    });
  }
  return (
    <div class="row explorer-conditions">
      <Chips items={chips} label={texts.chosen} />
      <LinkButton kind="quiet" href={tableHref(address, { ...query, page: 1, search: '', filters: [] })}>
        {texts.clear}
      </LinkButton>
    </div>
  );
}

function Grid(props: {
  visit: Visit;
  title: string;
  columns: readonly ShownColumn[];
  page: RowPage;
  query: RowQuery;
  address: TableAddress;
}) {
  const { visit, title, columns, page, query, address } = props;
  const texts = portalTexts[visit.language].table;
  const classes = columns.map(columnClass);
  return (
    <ScrollRegion label={texts.caption(title)} look="explorer-scroll">
      <table class="table explorer-table">
        <caption class="unseen">{texts.caption(title)}</caption>
        <thead>
          <tr class="explorer-titles">
            {columns.map((column, index) => (
              <SortHeader
                key={column.name}
                visit={visit}
                column={column}
                query={query}
                address={address}
                look={classes[index]}
              />
            ))}
          </tr>
          <tr class="explorer-filters">
            {columns.map((column, index) => (
              <td key={column.name} class={classes[index]}>
                <ColumnFilter column={column} query={query} language={visit.language} />
              </td>
            ))}
          </tr>
        </thead>
        <tbody>
          {page.rows.map((row, place) => (
            <tr key={place}>
              {columns.map((column, index) => (
                <td key={column.name} class={classes[index]}>
                  {cellContent(row[column.name] ?? null, column, visit.language)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {page.rows.length === 0 && page.total === 0 && <p class="explorer-none">{texts.none}</p>}
      {page.rows.length === 0 && page.total > 0 && (
        <p class="explorer-none">
          {texts.beyondEnd} <a href={tableHref(address, { ...query, page: 1 })}>{texts.toFirstPage}</a>
        </p>
      )}
    </ScrollRegion>
  );
}

function SortHeader(props: {
  visit: Visit;
  column: ShownColumn;
  query: RowQuery;
  address: TableAddress;
  look: string | undefined;
}) {
  const { visit, column, query, address, look } = props;
  const texts = portalTexts[visit.language].table;
  const present = query.sort[0]?.column === column.name ? query.sort[0] : null;
  const next = nextSort(query, column.name);
  const says = { up: texts.sortUp, down: texts.sortDown, off: texts.sortOff }[next.goes];
  return (
    <th scope="col" class={look} aria-sort={present ? (present.descending ? 'descending' : 'ascending') : undefined}>
      <a href={tableHref(address, next.query)} rel="nofollow" title={says}>
        {column.title}
        {present && <Icon name={present.descending ? 'down' : 'up'} />}
      </a>
    </th>
  );
}

/** The question could not be understood, or the table is busy: says why and how to go on. */
function Refused(props: {
  visit: Visit;
  table: Extract<DatasetView['table'], { kind: 'refused' }>;
  address: TableAddress;
}) {
  const { visit, table, address } = props;
  const texts = portalTexts[visit.language].table;
  const invalid = table.error.kind === 'invalid';
  const faults = table.error.fields.length > 0 ? table.error.fields.map((fault) => fault.text) : [table.error.text];
  return (
    <Notice kind={invalid ? 'error' : 'attention'} title={invalid ? texts.wrongTitle : texts.busyTitle}>
      {faults.map((text) => (
        <p key={text.en}>{inLanguage(text, visit.language)}</p>
      ))}
      <p>
        <a href={`${address.base}${address.resourceId ? `?r=${address.resourceId}` : ''}#table`}>{texts.clear}</a>
      </p>
    </Notice>
  );
}
