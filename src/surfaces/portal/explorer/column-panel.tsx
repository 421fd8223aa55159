import type { ColumnSummary, RowFilter, ValueCount } from '../../../capabilities/tables/index.ts';
import { formatNumber, THIN_SPACE } from '../../../language/numbers.ts';
import { explorerTexts } from '../../../locales/explorer.ts';
import { portalTexts } from '../../../locales/portal.ts';
import { ShareBar, SpreadChart } from '../../components/chart-spread.tsx';
import { Button, Icon } from '../../components/index.ts';
import type { ExplorerModel } from './explorer-model.ts';
import { HiddenFields } from './hidden-state.tsx';
import { stateParameters, withFilter, withQuery } from './table-address.ts';
import { cellText, isDate, type ShownColumn } from './table-cell.tsx';

/** Years offered in a list; a longer stretch is typed. */
const MOST_YEARS = 80;

interface PanelProps {
  readonly model: ExplorerModel;
  readonly column: ShownColumn;
  readonly summary: ColumnSummary;
}

/** The profile of the open column: what it holds, how it is spread, and every way to narrow by it. */
export function ColumnPanel({ model }: { model: ExplorerModel }) {
  const { facts, visit, columns } = model;
  const column = columns.find(({ name }) => name === facts.state.profile);
  const summary = facts.profile;
  if (!column || !summary) return null;
  const texts = explorerTexts[visit.language].profile;
  const kind = portalTexts[visit.language].structure.types[column.type];
  const narrowed = model.query.filters.length > 0 || model.query.search !== '';
  return (
    <section class="column-panel" aria-labelledby="column-panel-title" tabIndex={-1} id="column-panel">
      <header class="column-panel-head">
        <div>
          <h2 id="column-panel-title">{column.title}</h2>
          <p class="soft small">
            {[kind, column.unit, column.purpose].filter(Boolean).join(' · ')}
            {narrowed && ` · ${texts.narrowed}`}
          </p>
        </div>
        <a class="button button-quiet" href={model.href({ ...facts.state, profile: null })}>
          <Icon name="close" />
          {texts.close}
        </a>
      </header>
      <div class="column-panel-body">
        <div class="stack">
          <Facts model={model} column={column} summary={summary} />
          <Spread model={model} column={column} summary={summary} />
        </div>
        <Frequent model={model} column={column} summary={summary} />
        <div class="stack">
          <PanelFilter model={model} column={column} summary={summary} />
          <Deeds model={model} column={column} summary={summary} />
        </div>
      </div>
    </section>
  );
}

function Facts({ model, column, summary }: PanelProps) {
  const { language } = model.visit;
  const texts = explorerTexts[language].profile;
  const value = (one: ValueCount['value']) => cellText(one, column, language);
  const ends = isDate(column) ? [texts.earliest, texts.latest] : [texts.least, texts.most];
  const share = summary.rows === 0 ? 0 : summary.blanks / summary.rows;
  const facts: [string, string][] = [
    [texts.rows, formatNumber(summary.rows, language)],
    [texts.blanks, `${formatNumber(summary.blanks, language)}${share > 0 ? ` (${percent(share, language)})` : ''}`],
    [texts.distinct, `${summary.distinctExact ? '' : '≈ '}${formatNumber(summary.distinct, language)}`],
  ];
  if (summary.least !== null) facts.push([ends[0] ?? '', value(summary.least)]);
  if (summary.most !== null) facts.push([ends[1] ?? '', value(summary.most)]);
  if (summary.average !== null && !column.verbatim)
    facts.push([texts.average, formatNumber(summary.average, language)]);
  return (
    <dl class="column-facts figures">
      {facts.map(([label, told]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{told}</dd>
        </div>
      ))}
    </dl>
  );
}

function percent(share: number, language: 'uk' | 'en'): string {
  const told = share > 0 && share < 0.001 ? `< ${formatNumber(0.1, language)}` : formatNumber(share * 100, language, 1);
  return `${told}${THIN_SPACE}%`;
}

function Spread({ model, column, summary }: PanelProps) {
  const [first] = summary.spread;
  const last = summary.spread.at(-1);
  if (!first || !last || summary.spread.length < 2) return null;
  const { language } = model.visit;
  const texts = explorerTexts[language].profile;
  const [from, to] = [cellText(first.from, column, language), cellText(last.to, column, language)];
  return (
    <figure class="column-spread">
      <figcaption class="small soft">{texts.spread}</figcaption>
      <SpreadChart counts={summary.spread.map(({ count }) => count)} title={texts.spreadTitle(from, to)} />
      <p class="small soft figures column-spread-ends" aria-hidden="true">
        <span>{from}</span>
        <span>{to}</span>
      </p>
    </figure>
  );
}

/** The most frequent values; each leads to its rows. */
function Frequent({ model, column, summary }: PanelProps) {
  const { language } = model.visit;
  const texts = explorerTexts[language].profile;
  const { frequent } = summary;
  // when every value is different, the first ten say nothing
  if (frequent.length === 0 || (frequent[0]?.count === 1 && summary.distinct > frequent.length)) return <div />;
  return (
    <table class="table frequent">
      <caption>{texts.frequent}</caption>
      <thead class="unseen">
        <tr>
          <th scope="col">{texts.value}</th>
          <th scope="col">{texts.count}</th>
        </tr>
      </thead>
      <tbody>
        {frequent.map(({ value, count }) => (
          <tr key={String(value)}>
            <td>
              <a
                href={filterHref(model, { column: column.name, operator: 'exact', values: [String(value)] })}
                rel="nofollow"
              >
                {cellText(value, column, language)}
              </a>
              <ShareBar share={summary.rows === 0 ? 0 : count / summary.rows} />
            </td>
            <td class="end tight">{formatNumber(count, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function filterHref(model: ExplorerModel, filter: RowFilter): string {
  return model.href(withFilter(model.facts.state, filter));
}

/** The fields that suit the column, more than the row of filters has room for. */
function PanelFilter({ model, column, summary }: PanelProps) {
  const { address, facts, visit, query } = model;
  const texts = explorerTexts[visit.language].profile;
  const fields = panelFields(column, summary, texts);
  const asked = new Set(fields.map(({ operator }) => `${column.name}__${operator}`));
  const kept = [...stateParameters(address, withQuery(facts.state, {}))].filter(([name]) => !asked.has(name));
  const typed = (operator: string) =>
    query.filters.find((one) => one.column === column.name && one.operator === operator)?.values[0] ?? '';
  return (
    <form class="column-filter" action={`${address.base}#table`} method="get">
      <HiddenFields fields={kept} />
      {fields.map(({ operator, label, type, options }) => (
        <div key={operator} class="column-filter-field">
          <label for={`panel-${operator}`}>{label}</label>
          {options ? (
            <select class="input" id={`panel-${operator}`} name={`${column.name}__${operator}`}>
              <option value="">—</option>
              {options.map(([value, word]) => (
                <option key={value} value={value} selected={value === typed(operator)}>
                  {word}
                </option>
              ))}
            </select>
          ) : (
            <input
              class="input"
              id={`panel-${operator}`}
              name={`${column.name}__${operator}`}
              // the types of elements know no union of kinds of input
              type={type as 'text'}
              value={typed(operator)}
              autocomplete="off"
            />
          )}
        </div>
      ))}
      <Button kind="secondary">{texts.apply}</Button>
    </form>
  );
}

interface PanelField {
  readonly operator: string;
  readonly label: string;
  readonly type: string;
  readonly options?: readonly (readonly [string, string])[];
}

function panelFields(
  column: ShownColumn,
  summary: ColumnSummary,
  texts: (typeof explorerTexts)['uk']['profile'],
): PanelField[] {
  if (column.type === 'text') {
    return [
      { operator: 'contains', label: texts.containsField, type: 'text' },
      { operator: 'exact', label: texts.equalsField, type: 'text' },
    ];
  }
  if (column.type === 'boolean') return [];
  const span: PanelField[] = [
    { operator: 'gte', label: texts.fromField, type: isDate(column) ? 'date' : 'text' },
    { operator: 'lte', label: texts.toField, type: isDate(column) ? 'date' : 'text' },
  ];
  if (!isDate(column)) return span;
  const [first, last] = [summary.least, summary.most].map((day) => Number(String(day ?? '').slice(0, 4)));
  const years = first && last && last - first < MOST_YEARS ? last - first + 1 : 0;
  const options = Array.from(
    { length: years },
    (_, at) => [String((last ?? 0) - at), String((last ?? 0) - at)] as const,
  );
  return [
    { operator: 'year', label: texts.yearField, type: 'text', ...(years > 0 ? { options } : {}) },
    { operator: 'month', label: texts.monthField, type: 'month' },
    ...span,
  ];
}

/** What else can be done with the column. */
function Deeds({ model, column, summary }: PanelProps) {
  const { facts, visit, shown } = model;
  const texts = explorerTexts[visit.language].profile;
  const blank = (is: boolean): RowFilter => ({ column: column.name, operator: 'isnull', values: [String(is)] });
  const names = shown.map(({ name }) => name).filter((name) => name !== column.name);
  const links: [string, string][] = [
    [texts.up, model.href(withQuery(facts.state, { sort: [{ column: column.name, descending: false }] }))],
    [texts.down, model.href(withQuery(facts.state, { sort: [{ column: column.name, descending: true }] }))],
  ];
  if (summary.blanks > 0 && summary.blanks < summary.rows) {
    links.push([texts.onlyBlank, filterHref(model, blank(true))], [texts.onlyFilled, filterHref(model, blank(false))]);
  }
  const { filters, search, size } = facts.state.query;
  const keys = [{ column: column.name, part: isDate(column) ? ('year' as const) : ('value' as const) }];
  const group = { filters, search, size, keys, measures: [], sort: [], page: 1 };
  links.push([texts.group, model.href({ ...facts.state, profile: null, view: 'groups', group })]);
  if (names.length > 0 && facts.shown.view === 'table') {
    links.push([texts.hide, model.href({ ...withQuery(facts.state, { columns: names }), profile: null })]);
  }
  return (
    <ul class="plain column-deeds">
      {links.map(([label, href]) => (
        <li key={label}>
          <a href={href} rel="nofollow">
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}
