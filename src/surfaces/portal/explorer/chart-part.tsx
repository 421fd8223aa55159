import { explorerTexts } from '../../../locales/explorer.ts';
import { pageLook } from '../../components/chart.ts';
import { ChartFigure } from '../../components/chart-drawing.tsx';
import { type Chip, Chips } from '../../components/index.ts';
import { type ChartOffer, chartOf, chartOffer } from './chart-choice.ts';
import type { ExplorerModel } from './explorer-model.ts';
import { groupColumnTitle } from './group-choice.ts';
import { GroupForm } from './group-form.tsx';
import { type GroupFacts, GroupsTable } from './groups-part.tsx';

/** A chart of the groups with its table below. */
export function ChartPart({ model, shown }: { model: ExplorerModel; shown: GroupFacts }) {
  const { facts, visit } = model;
  const texts = explorerTexts[visit.language].chart;
  const offer = chartOffer(shown.groups, facts.state.chart, facts.state.measure);
  return (
    <>
      <GroupForm model={model} />
      {offer ? <Drawn model={model} shown={shown} offer={offer} /> : <p class="explorer-none">{texts.none}</p>}
      <GroupsTable model={model} shown={shown} />
    </>
  );
}

function Drawn({ model, shown, offer }: { model: ExplorerModel; shown: GroupFacts; offer: ChartOffer }) {
  const { language } = model.visit;
  const texts = explorerTexts[language].chart;
  const { chart, shown: drawn } = chartOf(shown.groups, offer, language);
  return (
    <figure class="chart-figure">
      <ChartChoices model={model} offer={offer} />
      <figcaption class="chart-title">
        {texts.title(
          groupColumnTitle(offer.measure, language),
          shown.groups.columns
            .filter((column) => column.measure === 'key')
            .map((column) => groupColumnTitle(column, language))
            .join(', '),
        )}
      </figcaption>
      <ChartFigure chart={chart} look={pageLook} />
      {drawn < shown.groups.total && <p class="small soft">{texts.first(drawn, shown.groups.total)}</p>}
    </figure>
  );
}

function ChartChoices({ model, offer }: { model: ExplorerModel; offer: ChartOffer }) {
  const { state } = model.facts;
  const { language } = model.visit;
  const texts = explorerTexts[language].chart;
  const kinds = offer.kinds.map(
    (kind): Chip => ({ label: texts[kind], href: model.href({ ...state, chart: kind }), current: kind === offer.kind }),
  );
  const measures = offer.measures.map(
    (column): Chip => ({
      label: groupColumnTitle(column, language),
      href: model.href({ ...state, measure: column.name }),
      current: column.name === offer.measure.name,
    }),
  );
  return (
    <div class="chart-choices">
      {kinds.length > 1 && <Chips items={kinds} label={texts.kinds} />}
      {measures.length > 1 && <Chips items={measures} label={texts.measures} />}
    </div>
  );
}
