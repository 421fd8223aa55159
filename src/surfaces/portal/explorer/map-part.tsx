import { type PointsAnswer, placesOf } from '../../../capabilities/tables/index.ts';
import { explorerTexts } from '../../../locales/explorer.ts';
import { pageLook } from '../../components/chart.ts';
import { type Bounds, layMap, type MapLayout, MapNet, MapPoints } from '../../components/chart-map.tsx';
import { MapShapes } from '../../components/map-shapes.tsx';
import type { ExplorerModel } from './explorer-model.ts';
import type { ViewFacts } from './explorer-view.ts';
import { liveFacts } from './live-facts.ts';
import { MapRows } from './map-rows.tsx';

export type MapFacts = Extract<ViewFacts, { view: 'map' }>;

/** A map is drawn for a desk and for a phone; each has cells large enough for a finger. */
const DRAWINGS = [
  { name: 'map-wide', width: 720, height: 520, across: 12, down: 9 },
  { name: 'map-narrow', width: 328, height: 360, across: 7, down: 8 },
] as const;

/** The rows on a map: circles lead closer, the rows seen on it are listed beside it. */
export function MapPart({ model, shown }: { model: ExplorerModel; shown: MapFacts }) {
  const { visit, resource, facts } = model;
  const texts = explorerTexts[visit.language].map;
  const { points } = shown;
  const bounds = shown.bounds ?? points.bounds;
  if (bounds === null || points.total === points.withoutPlace) return <p class="explorer-none">{texts.none}</p>;
  const seen = points.points.reduce((sum, { rows }) => sum + rows, points.shapes.length);
  const marks = points.points.length + points.shapes.length;
  return (
    <div class="map-part">
      <div class="map-side">
        <p class="map-summary figures">
          {texts.summary(seen, marks)}
          {points.withoutPlace > 0 && <span class="soft"> · {texts.without(points.withoutPlace)}</span>}
        </p>
        {points.simplified && <p class="small soft">{points.shapes.length > 0 ? texts.simplified : texts.tooMany}</p>}
        <section class="map-frame" aria-label={texts.label(resource.title)} data-map={liveFacts(model, points, bounds)}>
          {DRAWINGS.map((drawing) => (
            <MapDrawing key={drawing.name} model={model} points={points} bounds={bounds} drawing={drawing} />
          ))}
        </section>
        <p class="row map-links">
          <a href={model.href({ ...facts.state, bounds: widened(bounds, 0.5) })} rel="nofollow">
            {texts.zoomIn}
          </a>
          <a href={model.href({ ...facts.state, bounds: widened(bounds, 2) })} rel="nofollow">
            {texts.zoomOut}
          </a>
          {shown.bounds && (
            <a href={model.href({ ...facts.state, bounds: null })} rel="nofollow">
              {texts.whole}
            </a>
          )}
        </p>
      </div>
      <MapRows model={model} />
    </div>
  );
}

/** The bounds with their middle kept, so many times as wide. */
function widened([west, south, east, north]: Bounds, times: number): Bounds {
  const x = Math.max(((east - west) / 2) * times, 0.0005);
  const y = Math.max(((north - south) / 2) * times, 0.0005);
  const middle = { x: (west + east) / 2, y: (south + north) / 2 };
  return [
    Math.max(-180, middle.x - x),
    Math.max(-85, middle.y - y),
    Math.min(180, middle.x + x),
    Math.min(85, middle.y + y),
  ];
}

type Drawing = (typeof DRAWINGS)[number];

function MapDrawing(props: { model: ExplorerModel; points: PointsAnswer; bounds: Bounds; drawing: Drawing }) {
  const { model, points, bounds, drawing } = props;
  const { language } = model.visit;
  const map = layMap(bounds, drawing.width, drawing.height);
  return (
    <svg
      class={`map ${drawing.name}`}
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
      width={drawing.width}
      height={drawing.height}
    >
      <title>{explorerTexts[language].map.label(model.resource.title)}</title>
      <rect width={drawing.width} height={drawing.height} class="map-paper" />
      <MapNet map={map} look={pageLook} language={language} />
      <MapShapes map={map} shapes={points.shapes.map(({ shape }) => shape)} look={pageLook} />
      <MapPoints map={map} points={points.points} look={pageLook} language={language} />
      <Cells model={model} map={map} points={points} drawing={drawing} />
    </svg>
  );
}

/** The whole map is covered by cells; those with several rows lead closer. A circle alone would be too small for a finger. */
function Cells(props: { model: ExplorerModel; map: MapLayout; points: PointsAnswer; drawing: Drawing }) {
  const { model, map, points, drawing } = props;
  const texts = explorerTexts[model.visit.language].map;
  const [wide, high] = [drawing.width / drawing.across, drawing.height / drawing.down];
  const rows = new Map<string, number>();
  for (const point of placesOf(points)) {
    const at = `${Math.floor(map.x(point.longitude) / wide)} ${Math.floor(map.y(point.latitude) / high)}`;
    rows.set(at, (rows.get(at) ?? 0) + point.rows);
  }
  return (
    <>
      {[...rows].map(([at, count]) => {
        const [x = 0, y = 0] = at.split(' ').map(Number);
        if (x < 0 || y < 0 || x >= drawing.across || y >= drawing.down) return null;
        const bounds: Bounds = [
          map.longitude(x * wide),
          map.latitude((y + 1) * high),
          map.longitude((x + 1) * wide),
          map.latitude(y * high),
        ];
        return (
          <a
            key={at}
            class="map-cell"
            href={model.href({ ...model.facts.state, bounds })}
            rel="nofollow"
            aria-label={texts.zoomTo(count)}
          >
            <rect x={x * wide} y={y * high} width={wide} height={high} />
          </a>
        );
      })}
    </>
  );
}
