import type { Card } from '../../../capabilities/catalog/index.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { dayInWords } from '../../../language/dates.ts';
import { explorerTexts } from '../../../locales/explorer.ts';
import { portalTexts } from '../../../locales/portal.ts';
import { pageLook } from '../../components/chart.ts';
import { ChartFigure } from '../../components/chart-drawing.tsx';
import { href, Notice, ScrollRegion, styleUrl, type Visit } from '../../components/index.ts';
import { chartOf, chartOffer } from '../explorer/chart-choice.ts';
import { Conditions } from '../explorer/conditions.tsx';
import { type ExplorerModel, type ExplorerSource, explorerModel } from '../explorer/explorer-model.ts';
import { GroupsTable } from '../explorer/groups-part.tsx';
import { MapPart } from '../explorer/map-part.tsx';
import { stateHref, tableAddress } from '../explorer/table-address.ts';
import { cellContent, columnClass } from '../explorer/table-cell.tsx';
import type { EmbedTheme } from './embed-colours.ts';

interface EmbedProps {
  readonly visit: Visit;
  readonly card: Card;
  readonly view: ExplorerSource;
  /** Null: as the reader's own. */
  readonly theme: EmbedTheme | null;
}

/** A view of a table for somebody else's page: no scripts, links open the portal beside it, always with its source. */
export function EmbedPage({ visit, card, view, theme }: EmbedProps) {
  const title = card.passport.title;
  return (
    <html lang={visit.language}>
      <head>
        <meta charset="utf-8" />
        <title>{`${title} · ${visit.profile?.name ?? ''}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <link rel="stylesheet" href={styleUrl()} />
        <link rel="stylesheet" href={`/theme.css?c=${(visit.profile?.colour ?? '').replace('#', '')}`} />
        {theme && <link rel="stylesheet" href={`/embed/theme-${theme}.css`} />}
        <base target="_blank" />
      </head>
      <body class="embed">
        <EmbedHead visit={visit} card={card} view={view} />
        <main class="embed-main">
          <EmbedBody visit={visit} card={card} view={view} />
        </main>
        <EmbedSource visit={visit} card={card} />
      </body>
    </html>
  );
}

function EmbedHead({ visit, card, view }: Omit<EmbedProps, 'theme'>) {
  const several = view.resources.length > 1 && view.resource;
  return (
    <header class="embed-head">
      <h1 lang={card.passport.language}>
        <a href={portalHref(visit, view)} rel="noopener">
          {card.passport.title}
        </a>
      </h1>
      {several && <p class="small soft">{several.title}</p>}
    </header>
  );
}

function portalHref(visit: Visit, view: ExplorerSource): string {
  const address = tableAddress(visit, view);
  if (view.table?.kind === 'rows' && view.table.explorer) return stateHref(address, view.table.explorer.state);
  return href(visit, `/datasets/${view.card.slug}`);
}

function EmbedBody({ visit, card, view }: Omit<EmbedProps, 'theme'>) {
  const texts = explorerTexts[visit.language];
  if (card.state !== 'published') {
    const title = card.state === 'suspended' ? texts.frame.suspended : texts.frame.withdrawn;
    return (
      <Notice kind="attention" title={title}>
        {card.closure && <p>{card.closure.reason}</p>}
      </Notice>
    );
  }
  if (!view.table) return <Notice kind="info">{texts.frame.notTable}</Notice>;
  if (view.table.kind === 'refused') {
    return (
      <Notice kind="error" title={texts.wrongTitle}>
        <p>{inLanguage(view.table.error.text, visit.language)}</p>
      </Notice>
    );
  }
  const model = explorerModel(visit, view, view.table);
  return (
    model && (
      <>
        <Conditions model={model} />
        <EmbedView model={model} />
      </>
    )
  );
}

function EmbedView({ model }: { model: ExplorerModel }) {
  const { shown, state } = model.facts;
  const { language } = model.visit;
  switch (shown.view) {
    case 'groups':
      return <GroupsTable model={model} shown={shown} />;
    case 'map':
      return <MapPart model={model} shown={shown} />;
    case 'chart': {
      const offer = chartOffer(shown.groups, state.chart, state.measure);
      if (!offer) return <p class="soft">{explorerTexts[language].chart.none}</p>;
      return (
        <>
          <figure class="chart-figure">
            <ChartFigure chart={chartOf(shown.groups, offer, language).chart} look={pageLook} />
          </figure>
          <GroupsTable model={model} shown={shown} />
        </>
      );
    }
    default:
      return <EmbedTable model={model} />;
  }
}

/** The rows with nothing to press: headers name, cells show. */
function EmbedTable({ model }: { model: ExplorerModel }) {
  const { visit, shown, page, resource } = model;
  const texts = explorerTexts[visit.language];
  return (
    <>
      <p class="small soft figures">{texts.found(page.total, resource.rows ?? page.total)}</p>
      <ScrollRegion label={texts.caption(resource.title)}>
        <table class="table embed-table">
          <caption class="unseen">{texts.caption(resource.title)}</caption>
          <thead>
            <tr>
              {shown.map((column) => (
                <th key={column.name} scope="col" class={columnClass(column)}>
                  {column.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {page.rows.map((row, at) => (
              <tr key={at}>
                {shown.map((column) => (
                  <td key={column.name} class={columnClass(column)}>
                    {cellContent(row[column.name] ?? null, column, visit.language)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}

/** Whose data, how fresh, on what terms. */
function EmbedSource({ visit, card }: { visit: Visit; card: Card }) {
  const { language } = visit;
  const texts = explorerTexts[language].frame;
  return (
    <footer class="embed-source small">
      <p>
        {texts.source}:{' '}
        <a href={href(visit, `/datasets/${card.slug}`)} rel="noopener">
          {card.unit.name}
          {visit.profile && `, ${visit.profile.name}`}
        </a>
        . {portalTexts[language].freshness.asOf(dayInWords(new Date(card.dataAsOf), language))}. {texts.freedom}
      </p>
    </footer>
  );
}
