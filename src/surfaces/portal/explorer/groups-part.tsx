import type { GroupColumn, Row, RowSort } from '../../../capabilities/tables/index.ts';
import { formatNumber, THIN_SPACE } from '../../../language/numbers.ts';
import { explorerTexts } from '../../../locales/explorer.ts';
import { ShareBar } from '../../components/chart-spread.tsx';
import { Icon, Pager, ScrollRegion } from '../../components/index.ts';
import type { ExplorerModel } from './explorer-model.ts';
import type { ViewFacts } from './explorer-view.ts';
import { groupColumnTitle, groupValueText, keyFilter } from './group-choice.ts';
import { GroupForm } from './group-form.tsx';
import { withQuery } from './table-address.ts';

export type GroupFacts = Extract<ViewFacts, { view: 'groups' | 'chart' }>;

/** Groups of rows with what was counted of them; each leads to its rows. */
export function GroupsPart({ model, shown }: { model: ExplorerModel; shown: GroupFacts }) {
  return (
    <>
      <GroupForm model={model} />
      <GroupsTable model={model} shown={shown} />
    </>
  );
}

/** The table of the groups: headers sort, rows lead to the rows of the group, a bar shows the share of all rows. */
export function GroupsTable({ model, shown }: { model: ExplorerModel; shown: GroupFacts }) {
  const { visit, facts } = model;
  const { language } = visit;
  const texts = explorerTexts[language].groups;
  const { groups, query } = shown;
  const keys = groups.columns.filter((column) => column.measure === 'key');
  const caption = texts.caption(keys.map((column) => groupColumnTitle(column, language)).join(', '));
  const { group } = facts.state;
  return (
    <>
      <p class="groups-count figures" id="explorer-count-groups">
        {texts.found(groups.total, groups.matched)}
      </p>
      {groups.smallest !== undefined && <p class="soft">{texts.smallHidden(groups.smallest)}</p>}
      <ScrollRegion label={caption} look="groups-scroll">
        <table class="table groups-table">
          <caption class="unseen">{caption}</caption>
          <thead>
            <tr>
              {groups.columns.map((column) => (
                <GroupHeader key={column.name} model={model} column={column} sort={query.sort} />
              ))}
              <th scope="col" class="groups-share">
                {texts.share}
              </th>
            </tr>
          </thead>
          <tbody>
            {groups.rows.slice(0, query.size).map((row, at) => (
              <GroupRow key={at} model={model} shown={shown} row={row} keys={keys} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {group && (
        <Pager
          visit={visit}
          page={query.page}
          pages={Math.max(1, Math.ceil(groups.total / query.size))}
          hrefFor={(page) => model.href({ ...facts.state, group: { ...group, page } })}
        />
      )}
    </>
  );
}

function GroupHeader(props: { model: ExplorerModel; column: GroupColumn; sort: readonly RowSort[] }) {
  const { model, column, sort } = props;
  const { facts, visit } = model;
  const texts = explorerTexts[visit.language];
  const present = sort[0]?.column === column.name ? sort[0] : null;
  // numbers are looked at from the most, names from the first
  const first = column.measure !== 'key';
  const next = present ? !present.descending : first;
  const { group } = facts.state;
  const order = present ? (present.descending ? 'descending' : 'ascending') : undefined;
  return (
    <th scope="col" class={column.measure === 'key' ? undefined : 'end'} aria-sort={order}>
      <a
        class="column-sort"
        rel="nofollow"
        title={next ? texts.sortDown : texts.sortUp}
        href={
          group
            ? model.href({
                ...facts.state,
                group: { ...group, page: 1, sort: [{ column: column.name, descending: next }] },
              })
            : undefined
        }
      >
        {groupColumnTitle(column, visit.language)}
        {present && <Icon name={present.descending ? 'down' : 'up'} />}
      </a>
    </th>
  );
}

function GroupRow(props: { model: ExplorerModel; shown: GroupFacts; row: Row; keys: readonly GroupColumn[] }) {
  const { model, shown, row, keys } = props;
  const { language } = model.visit;
  const { groups } = shown;
  const share = groups.matched === 0 ? 0 : Number(row[countOf(groups.columns)] ?? 0) / groups.matched;
  const name = keys.map((key) => groupValueText(key, row[key.name] ?? null, language)).join(', ');
  return (
    <tr>
      {groups.columns.map((column, at) => {
        const value = row[column.name] ?? null;
        const told = groupValueText(column, value, language);
        if (column.measure !== 'key') {
          return (
            <td key={column.name} class="end tight" data-title={groupColumnTitle(column, language)}>
              {told}
            </td>
          );
        }
        return (
          <td
            key={column.name}
            class={at === 0 ? 'row-name' : undefined}
            data-title={groupColumnTitle(column, language)}
          >
            {at === 0 ? (
              <a
                href={rowsHref(model, keys, row)}
                rel="nofollow"
                aria-label={explorerTexts[language].groups.toRows(name)}
              >
                {told}
              </a>
            ) : (
              told
            )}
          </td>
        );
      })}
      <td class="groups-share tight" data-title={explorerTexts[language].groups.share}>
        <ShareBar share={share} />
        <span class="figures">{`${formatNumber(share * 100, language, 1)}${THIN_SPACE}%`}</span>
      </td>
    </tr>
  );
}

/** The name of the number of rows in the answer. */
export function countOf(columns: readonly GroupColumn[]): string {
  return columns.find((column) => column.measure === 'count')?.name ?? 'count';
}

/** The rows of a group: the same conditions, and its keys. */
function rowsHref(model: ExplorerModel, keys: readonly GroupColumn[], row: Row): string {
  const { state } = model.facts;
  const more = keys.map((key) => keyFilter(key, row[key.name] ?? null));
  const others = state.query.filters.filter(
    (filter) => !more.some((one) => one.column === filter.column && one.operator === filter.operator),
  );
  const query = { ...state.query, filters: [...others, ...more] };
  return model.href({ ...withQuery({ ...state, query, view: 'table' }, {}), group: null });
}
