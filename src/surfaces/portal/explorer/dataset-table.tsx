import type { ComponentChildren } from 'preact';
import { pageCount } from '../../../kernel/paging.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { explorerTexts } from '../../../locales/explorer.ts';
import { Button, Notice, PHONE_BEGINNING, PhoneMore, Tabs, type Visit } from '../../components/index.ts';
import { ChartPart } from './chart-part.tsx';
import { ColumnPanel } from './column-panel.tsx';
import { Conditions } from './conditions.tsx';
import { type ExplorerModel, type ExplorerSource, explorerModel } from './explorer-model.ts';
import { EXPLORER_VIEWS, type ExplorerViewName } from './explorer-state.ts';
import { ExplorerTools } from './explorer-tools.tsx';
import type { TableState } from './explorer-view.ts';
import { FilterDrawer } from './filter-drawer.tsx';
import { FORM } from './form-id.ts';
import { GroupsPart } from './groups-part.tsx';
import { HiddenState } from './hidden-state.tsx';
import { MapPart } from './map-part.tsx';
import { stateParameters, type TableAddress, tableAddress } from './table-address.ts';
import { TableGrid, TablePages } from './table-grid.tsx';

/** The table of a dataset: rows, groups, chart or map; all of it links and GET forms, so everything works without scripts and has an address. */
export function DatasetTable({ visit, view }: { visit: Visit; view: ExplorerSource }) {
  const { table, resource } = view;
  if (!table || !resource) return null;
  if (table.kind === 'refused') {
    const model = table.without?.kind === 'rows' ? explorerModel(visit, view, table.without) : null;
    const told = <RefusedNotice visit={visit} table={table} address={tableAddress(visit, view)} />;
    return model ? (
      <Explorer model={model} told={told} />
    ) : (
      <Refused address={tableAddress(visit, view)}>{told}</Refused>
    );
  }
  const model = explorerModel(visit, view, table);
  return model && <Explorer model={model} />;
}

function Explorer({ model, told }: { model: ExplorerModel; told?: ComponentChildren }) {
  const { facts, visit, page } = model;
  const texts = explorerTexts[visit.language];
  const path = model.address.base.replace(/^\/en(?=\/)/, '');
  return (
    <div
      class="explorer"
      id="explorer"
      data-explorer={`${visit.language === 'en' ? '/en' : ''}${path}/explorer`}
      data-page={model.address.base}
      data-texts={JSON.stringify({
        ...texts.live,
        ...texts.cell,
        title: undefined,
        help: texts.keys.help,
        keys: texts.keys.lines,
      })}
    >
      {told}
      <div class="explorer-head">
        <ViewTabs model={model} />
        <ExplorerTools model={model} />
      </div>
      <ColumnPanel model={model} />
      <FormBar model={model} />
      <Conditions model={model} />
      {facts.shown.view === 'table' ? (
        <>
          <TableGrid model={model} />
          {model.shown.length > PHONE_BEGINNING.columns && page.rows.length > 0 && (
            <PhoneMore label={texts.showColumns(model.shown.length)} columns />
          )}
          <MoreRows model={model} />
          <TablePages model={model} />
        </>
      ) : (
        <>
          <FilterDrawer model={model} />
          <OtherView model={model} />
          {facts.shown.view === 'map' && <MoreRows model={model} />}
        </>
      )}
    </div>
  );
}

/** A phone begins with a few rows of the page. */
function MoreRows({ model: { page, visit } }: { model: ExplorerModel }) {
  const more = page.rows.length - PHONE_BEGINNING.rows;
  return more > 0 ? <PhoneMore label={explorerTexts[visit.language].showMore(more)} /> : null;
}

function OtherView({ model }: { model: ExplorerModel }) {
  const { shown } = model.facts;
  switch (shown.view) {
    case 'groups':
      return <GroupsPart model={model} shown={shown} />;
    case 'chart':
      return <ChartPart model={model} shown={shown} />;
    case 'map':
      return <MapPart model={model} shown={shown} />;
    case 'groupless':
      return <p class="explorer-none">{explorerTexts[model.visit.language].groups.none}</p>;
    default:
      return null;
  }
}

function ViewTabs({ model }: { model: ExplorerModel }) {
  const texts = explorerTexts[model.visit.language].views;
  const { state, placed } = model.facts;
  const views = EXPLORER_VIEWS.filter((name) => name !== 'map' || placed);
  const href = (name: ExplorerViewName) =>
    model.href({ ...state, view: name, profile: null, query: { ...state.query, page: 1 } });
  return (
    <Tabs
      label={texts.label}
      items={views.map((name) => ({ label: texts[name], href: href(name), current: name === state.view }))}
    />
  );
}

/** How many rows there are, and the search in them. */
function FormBar({ model }: { model: ExplorerModel }) {
  const { visit, query, address, facts } = model;
  const texts = explorerTexts[visit.language];
  const parameters = stateParameters(address, { ...facts.state, query: { ...facts.state.query, page: 1 } });
  return (
    <form class="explorer-bar" id={FORM} action={`${address.base}#table`} method="get">
      <HiddenState parameters={parameters} model={model} />
      <CountLine model={model} />
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
          autocomplete="off"
          enterkeyhint="search"
        />
        <Button kind="secondary" icon="filter">
          {texts.filter}
        </Button>
      </div>
    </form>
  );
}

function CountLine({ model }: { model: ExplorerModel }) {
  const { page, resource, facts, visit } = model;
  const texts = explorerTexts[visit.language];
  if (facts.shown.view === 'table' && facts.shown.counted === false) {
    return (
      <p class="explorer-count soft" id="explorer-count" data-counting>
        {texts.counting}…
      </p>
    );
  }
  const pages = pageCount(page);
  const counted = facts.shown.view === 'map' ? facts.shown.points.total : page.total;
  return (
    <p class="explorer-count figures" id="explorer-count">
      {texts.found(counted, resource.rows ?? counted)}
      {facts.shown.view === 'table' && page.page <= pages && pages > 1 && (
        <span class="soft">, {texts.page(page.page, pages)}</span>
      )}
    </p>
  );
}

function Refused({ address, children }: { address: TableAddress; children: ComponentChildren }) {
  return (
    <div class="explorer" id="explorer" data-explorer={`${address.base}/explorer`} data-page={address.base}>
      {children}
    </div>
  );
}

/** The question could not be understood, or the table is busy: says why and how to go on. */
function RefusedNotice(props: {
  visit: Visit;
  table: Extract<TableState, { kind: 'refused' }>;
  address: TableAddress;
}) {
  const { visit, table, address } = props;
  const texts = explorerTexts[visit.language];
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
