import { downloadPath, groupQueryParameters, rowQueryParameters } from '../../../capabilities/tables/index.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { explorerTexts } from '../../../locales/explorer.ts';
import { Button, Icon, type IconName, LinkButton, Snippet } from '../../components/index.ts';
import type { ExplorerModel } from './explorer-model.ts';
import { explorerParameters } from './explorer-state.ts';
import { HiddenFields } from './hidden-state.tsx';
import { stateParameters, withQuery } from './table-address.ts';

/** What can be done with the view: choose columns, take it away, put it on another page. */
export function ExplorerTools({ model }: { model: ExplorerModel }) {
  const rows = model.facts.shown.view === 'table' || model.facts.shown.view === 'map';
  return (
    <div class="explorer-tools no-print">
      {rows && model.columns.length > 1 && <ColumnsMenu model={model} />}
      <EmbedMenu model={model} />
      <DownloadMenu model={model} />
    </div>
  );
}

function Menu(props: { icon: IconName; label: string; note?: string; children: preact.ComponentChildren }) {
  return (
    <details class="menu" data-menu>
      <summary>
        <Icon name={props.icon} />
        <span>{props.label}</span>
        {props.note && <span class="soft figures">{props.note}</span>}
      </summary>
      <div class="menu-body stack">{props.children}</div>
    </details>
  );
}

/** Which columns and in which order: ticks and arrows. */
function ColumnsMenu({ model }: { model: ExplorerModel }) {
  const { columns, shown, visit, facts, address } = model;
  const texts = explorerTexts[visit.language].columns;
  const names = shown.map(({ name }) => name);
  const rest = columns.filter(({ name }) => !names.includes(name));
  const kept = [...stateParameters(address, withQuery(facts.state, { columns: [] }))];
  const chosen = names.length < columns.length ? texts.chosen(names.length, columns.length) : undefined;
  return (
    <Menu icon="table" label={texts.label} note={chosen}>
      <form action={`${address.base}#table`} method="get" class="column-list">
        <HiddenFields fields={kept} />
        <ul class="plain">
          {[...shown, ...rest].map((column, at) => (
            <li key={column.name}>
              <label class="choice">
                <input type="checkbox" name="columns" value={column.name} checked={at < shown.length} />
                <span>{column.title}</span>
              </label>
              {at < shown.length && <Arrows model={model} names={names} at={at} title={column.title} />}
            </li>
          ))}
        </ul>
        <p class="row">
          <Button kind="secondary">{texts.apply}</Button>
          <LinkButton kind="quiet" href={model.href(withQuery(facts.state, { columns: [] }))}>
            {texts.all}
          </LinkButton>
        </p>
      </form>
    </Menu>
  );
}

/** Links that give the column the place before or after. */
function Arrows(props: { model: ExplorerModel; names: readonly string[]; at: number; title: string }) {
  const { model, names, at, title } = props;
  const texts = explorerTexts[model.visit.language].columns;
  const moved = (to: number) => {
    const order = names.toSpliced(at, 1).toSpliced(to, 0, names[at] ?? '');
    return model.href(withQuery(model.facts.state, { columns: order }));
  };
  return (
    <span class="column-arrows">
      {at > 0 && (
        <a href={moved(at - 1)} rel="nofollow" aria-label={texts.left(title)}>
          <Icon name="up" />
        </a>
      )}
      {at < names.length - 1 && (
        <a href={moved(at + 1)} rel="nofollow" aria-label={texts.right(title)}>
          <Icon name="down" />
        </a>
      )}
    </span>
  );
}

/** «Вивантажити те, що видно»: the same rows as files. */
function DownloadMenu({ model }: { model: ExplorerModel }) {
  const { visit, query, page, facts, tableId } = model;
  const texts = explorerTexts[visit.language].download;
  const { shown } = facts;
  const narrowed = query.filters.length > 0 || query.search !== '';
  const files =
    shown.view === 'groups' || shown.view === 'chart'
      ? (['csv', 'json'] as const).map((format) => ({
          label: format.toUpperCase(),
          href: `/api/rows/${tableId}?${groupQueryParameters({ ...shown.query, page: 1, size: 1000 })}&format=${format}`,
        }))
      : model.formats.map(({ format, label }) => ({
          label: inLanguage(label, visit.language),
          href: downloadPath(tableId, format, rowQueryParameters({ ...query, page: 1, size: 100 }).toString()),
        }));
  return (
    <Menu icon="download" label={texts.label}>
      {(shown.view === 'table' || shown.view === 'map') && (
        <p class="small soft">{narrowed ? texts.rows(page.total) : texts.all}</p>
      )}
      <ul class="plain menu-links">
        {files.map(({ label, href }) => (
          <li key={href}>
            <a href={href} download rel="nofollow">
              {label}
            </a>
          </li>
        ))}
      </ul>
    </Menu>
  );
}

/** «Вбудувати»: the view for somebody else's page, as a frame or as a picture. */
function EmbedMenu({ model }: { model: ExplorerModel }) {
  const { visit, resource, facts } = model;
  const texts = explorerTexts[visit.language].embed;
  const parameters = explorerParameters({ ...facts.state, profile: null });
  if (visit.language === 'en') parameters.set('lang', 'en');
  const query = parameters.size > 0 ? `?${parameters}` : '';
  const address = `${visit.origin}/embed/${resource.id}`;
  const frame = `<iframe src="${escaped(address + query)}" title="${escaped(texts.frameTitle(resource.title))}" width="100%" height="560" loading="lazy"></iframe>`;
  return (
    <Menu icon="link" label={texts.label}>
      <p class="small soft">{texts.intro}</p>
      <Snippet label={texts.code} code={frame} language={visit.language} />
      {facts.shown.view !== 'table' && (
        <p class="row small">
          {texts.picture}:<a href={`/embed/${resource.id}.svg${query}`}>SVG</a>
          <a href={`/embed/${resource.id}.png${query}`}>PNG</a>
        </p>
      )}
    </Menu>
  );
}

/** A text inside an attribute of the code to copy. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
