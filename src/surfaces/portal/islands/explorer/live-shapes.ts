import { GeoJSONSource, type Map as LiveMap } from 'maplibre-gl';

type Data = Parameters<GeoJSONSource['setData']>[0];
type Geometry = Extract<Data, { type: 'Feature' }>['geometry'];

/** Lines and areas with the place of their facts in the list; -1 where nothing is told of them. */
export type LiveShape = readonly [shape: Geometry, told: number];

/** What is told of a clicked place: headings, and for each place its values in their order. */
export interface Told {
  readonly titles: readonly string[];
  readonly facts: readonly (readonly string[])[];
  readonly close: string;
}

const LAYERS = ['shape-areas', 'shape-edges', 'shape-lines', 'shape-points', 'points'];
/** A finger is wider than a line. */
const REACH = 6;

/** Draws lines and areas; again, it takes the place of what was drawn before. */
export function drawShapes(map: LiveMap, shapes: readonly LiveShape[], colour: string): void {
  const data: Data = {
    type: 'FeatureCollection',
    features: shapes.map(([geometry, told]) => ({ type: 'Feature', properties: { told }, geometry })),
  };
  const source = map.getSource('shapes');
  if (source instanceof GeoJSONSource) {
    void source.setData(data);
    return;
  }
  const only = (type: string): ['==', ['geometry-type'], string] => ['==', ['geometry-type'], type];
  map.addSource('shapes', { type: 'geojson', data });
  map.addLayer({
    id: 'shape-areas',
    type: 'fill',
    source: 'shapes',
    filter: only('Polygon'),
    paint: { 'fill-color': colour, 'fill-opacity': 0.25 },
  });
  map.addLayer({
    id: 'shape-edges',
    type: 'line',
    source: 'shapes',
    filter: only('Polygon'),
    paint: { 'line-color': colour, 'line-width': 1.5 },
  });
  map.addLayer({
    id: 'shape-lines',
    type: 'line',
    source: 'shapes',
    filter: only('LineString'),
    paint: { 'line-color': colour, 'line-width': 3 },
  });
  map.addLayer({
    id: 'shape-points',
    type: 'circle',
    source: 'shapes',
    filter: only('Point'),
    paint: { 'circle-color': colour, 'circle-radius': 5 },
  });
}

/** Tells the facts of what is clicked in a small panel on the map; a click beside closes it. */
export function tellOnClick(map: LiveMap, frame: HTMLElement, told: () => Told): void {
  const layers = () => LAYERS.filter((id) => map.getLayer(id));
  const at = (x: number, y: number) =>
    map
      .queryRenderedFeatures(
        [
          [x - REACH, y - REACH],
          [x + REACH, y + REACH],
        ],
        { layers: layers() },
      )
      .map(({ properties }) => Number(properties.told ?? -1))
      .find((index) => index >= 0);
  map.on('click', ({ point }) => showTold(frame, told(), at(point.x, point.y)));
  map.on('mousemove', ({ point }) => {
    map.getCanvas().style.cursor = at(point.x, point.y) === undefined ? '' : 'pointer';
  });
}

function showTold(frame: HTMLElement, { titles, facts, close }: Told, index: number | undefined): void {
  frame.querySelector('.map-told')?.remove();
  const values = index === undefined ? undefined : facts[index];
  if (!values) return;
  const panel = document.createElement('div');
  panel.className = 'map-told';
  panel.setAttribute('role', 'status');
  const list = document.createElement('dl');
  for (const [place, value] of values.entries()) {
    if (value === '') continue;
    const [title, words] = [document.createElement('dt'), document.createElement('dd')];
    title.textContent = titles[place] ?? '';
    words.textContent = value;
    list.append(title, words);
  }
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = close;
  button.addEventListener('click', () => panel.remove());
  panel.append(list, button);
  frame.append(panel);
}
