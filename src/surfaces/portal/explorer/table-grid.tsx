import { pageCount } from '../../../kernel/paging.ts';
import { explorerTexts } from '../../../locales/explorer.ts';
import { Icon, Pager, ScrollRegion } from '../../components/index.ts';
import { ColumnFilter } from './column-filter.tsx';
import type { ExplorerModel } from './explorer-model.ts';
import { FORM } from './form-id.ts';
import { nextSort, withQuery } from './table-address.ts';
import { cellContent, cellText, columnClass, type ShownColumn } from './table-cell.tsx';

/** Rows a page that may be chosen. */
const SIZES = [25, 50, 100, 250];

/** The rows: headers sort, the row below them filters; on a phone each row is a card with its name as heading. */
export function TableGrid({ model }: { model: ExplorerModel }) {
  const { page, visit, resource, shown, facts } = model;
  const texts = explorerTexts[visit.language];
  return (
    <>
      <input class="filters-toggle unseen" type="checkbox" id="filters-toggle" />
      <label class="filters-label button button-secondary" for="filters-toggle">
        <Icon name="filter" />
        {texts.showFilters}
      </label>
      <ScrollRegion label={texts.caption(resource.title)} look="explorer-scroll">
        <table class="table explorer-table" data-grid>
          <caption class="unseen">{texts.caption(resource.title)}</caption>
          <Headers model={model} />
          <Rows model={model} />
        </table>
        {page.rows.length === 0 && page.total === 0 && (
          <p class="explorer-none">
            {texts.none} {texts.noneWayOut}
          </p>
        )}
        {page.rows.length === 0 && page.total > 0 && shown.length > 0 && (
          <p class="explorer-none">
            {texts.beyondEnd} <a href={model.href(withQuery(facts.state, {}))}>{texts.toFirstPage}</a>
          </p>
        )}
      </ScrollRegion>
    </>
  );
}

function Headers({ model }: { model: ExplorerModel }) {
  const { shown, query, visit, facts } = model;
  const texts = explorerTexts[visit.language];
  return (
    <thead>
      <tr class="explorer-titles">
        {shown.map((column) => (
          <ColumnHeader key={column.name} model={model} column={column} />
        ))}
      </tr>
      <tr class="explorer-filters">
        {shown.map((column) => (
          <td key={column.name} class={columnClass(column)}>
            <a
              class="filter-name"
              href={model.href({ ...facts.state, profile: column.name })}
              rel="nofollow"
              aria-label={texts.profile.open(column.title)}
            >
              {column.title}
            </a>
            <ColumnFilter
              column={column}
              query={query}
              language={visit.language}
              choices={facts.choices.get(column.name)}
              form={FORM}
            />
          </td>
        ))}
        <td class="filters-apply">
          <button class="button button-primary" type="submit" form={FORM}>
            {texts.filter}
          </button>
        </td>
      </tr>
    </thead>
  );
}

/** A column's header: its name sorts, the button beside it opens its profile. */
function ColumnHeader({ model, column }: { model: ExplorerModel; column: ShownColumn }) {
  const { query, visit, facts } = model;
  const texts = explorerTexts[visit.language];
  const present = query.sort[0]?.column === column.name ? query.sort[0] : null;
  const next = nextSort(facts.state, column.name);
  const says = { up: texts.sortUp, down: texts.sortDown, off: texts.sortOff }[next.goes];
  const open = facts.state.profile === column.name;
  const profile = model.href({ ...facts.state, profile: open ? null : column.name });
  const order = present ? (present.descending ? 'descending' : 'ascending') : undefined;
  return (
    <th scope="col" class={columnClass(column)} aria-sort={order} data-column={column.name} data-type={column.type}>
      <div class="column-head">
        <a class="column-sort" href={model.href(next.state)} rel="nofollow" title={says}>
          {column.title}
          {present && <Icon name={present.descending ? 'down' : 'up'} />}
        </a>
        <a
          class="column-open"
          href={profile}
          rel="nofollow"
          aria-label={texts.profile.open(column.title)}
          title={texts.profile.open(column.title)}
          aria-current={open ? 'true' : undefined}
        >
          <Icon name="filter" />
        </a>
      </div>
    </th>
  );
}

function Rows({ model }: { model: ExplorerModel }) {
  const { page, shown, visit } = model;
  const name = nameColumn(shown);
  return (
    <tbody>
      {page.rows.map((row, place) => (
        <tr key={place}>
          {shown.map((column) => {
            const value = row[column.name] ?? null;
            const look = [columnClass(column), column.name === name ? 'row-name' : ''].filter(Boolean).join(' ');
            const told = cellText(value, column, visit.language);
            return (
              <td
                key={column.name}
                class={look || undefined}
                data-title={column.title}
                // what a program must say for the value, where people are shown another form of it
                data-value={value !== null && told !== String(value) ? String(value) : undefined}
              >
                {cellContent(value, column, visit.language)}
              </td>
            );
          })}
        </tr>
      ))}
    </tbody>
  );
}

/** The column whose value names a row on a phone: words before codes. */
function nameColumn(columns: readonly ShownColumn[]): string | undefined {
  const words = columns.find((column) => column.type === 'text' && !column.verbatim);
  return (words ?? columns.find((column) => column.identifier) ?? columns[0])?.name;
}

/** Other pages of the rows, and how many rows a page has. */
export function TablePages({ model }: { model: ExplorerModel }) {
  const { page, visit, facts, query } = model;
  const texts = explorerTexts[visit.language];
  const pages = pageCount(page);
  return (
    <div class="explorer-pages">
      <Pager
        visit={visit}
        page={Math.min(page.page, pages + 1)}
        pages={pages}
        hrefFor={(number) => model.href(withQuery(facts.state, { page: number }))}
      />
      {page.total > (SIZES[0] ?? 0) && (
        <nav class="page-sizes" aria-label={texts.pageSize}>
          <span class="soft" aria-hidden="true">
            {texts.pageSize}
          </span>
          <ul>
            {SIZES.map((size) => (
              <li key={size}>
                <a
                  href={model.href(withQuery(facts.state, { size }))}
                  rel="nofollow"
                  aria-current={size === query.size ? 'true' : undefined}
                >
                  {size}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </div>
  );
}
