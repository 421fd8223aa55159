import { Map as LiveMap, LngLatBounds, Marker, ScaleControl, setWorkerUrl } from 'maplibre-gl';
// a file of our own: the policy of the page lets no worker be made of anything else
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';

type Place = readonly [longitude: number, latitude: number, rows: number];

interface MapFacts {
  readonly bounds: readonly [west: number, south: number, east: number, north: number];
  readonly points: readonly Place[];
  readonly label: string;
}

const UKRAINIAN = { 'ScaleControl.Meters': 'м', 'ScaleControl.Kilometers': 'км', 'Map.Title': 'Карта' };

/** Puts a map that moves in the place of the drawing, with nothing below the points: no other host is asked for anything. */
export function showMap(frame: HTMLElement): void {
  const facts = JSON.parse(frame.dataset.map ?? '{}') as MapFacts;
  const [west, south, east, north] = facts.bounds;
  setWorkerUrl(workerUrl);
  const place = document.createElement('div');
  place.className = 'map-live';
  place.hidden = true;
  frame.append(place);
  const colours = getComputedStyle(frame);
  let map: LiveMap;
  place.hidden = false;
  try {
    map = new LiveMap({
      container: place,
      style: { version: 8, sources: {}, layers: [] },
      bounds: new LngLatBounds([west, south], [east, north]),
      fitBoundsOptions: { padding: 32, maxZoom: 17 },
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      locale: document.documentElement.lang === 'uk' ? UKRAINIAN : {},
    });
  } catch {
    // no WebGL here: the drawing stays
    place.remove();
    return;
  }
  map.touchZoomRotate.disableRotation();
  map.getCanvas().setAttribute('aria-label', facts.label);
  map.addControl(new ScaleControl({ unit: 'metric' }), 'bottom-left');
  map.on('load', () => {
    drawPoints(map, facts.points, colours);
    for (const drawing of frame.querySelectorAll('svg.map')) drawing.remove();
    frame.dataset.live = '';
  });
  addMarks(map, facts.points);
  place.append(buttons(map));
}

/** Single rows are dots of one layer: thousands of them cost nothing. */
function drawPoints(map: LiveMap, points: readonly Place[], colours: CSSStyleDeclaration): void {
  map.addSource('points', {
    type: 'geojson',
    data: {
      type: 'FeatureCollection',
      features: points
        .filter(([, , rows]) => rows === 1)
        .map(([longitude, latitude]) => ({
          type: 'Feature',
          properties: {},
          geometry: { type: 'Point', coordinates: [longitude, latitude] },
        })),
    },
  });
  map.addLayer({
    id: 'points',
    type: 'circle',
    source: 'points',
    paint: {
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 8, 4, 16, 8],
      'circle-color': colours.getPropertyValue('--brand').trim() || '#17467d',
      'circle-stroke-color': colours.getPropertyValue('--paper').trim() || '#ffffff',
      'circle-stroke-width': 1.5,
    },
  });
}

/** Several rows in one place are a button with their number; it leads closer, to where the server tells them apart. */
function addMarks(map: LiveMap, points: readonly Place[]): void {
  for (const [longitude, latitude, rows] of points) {
    if (rows === 1) continue;
    const mark = document.createElement('button');
    mark.type = 'button';
    mark.className = 'map-mark';
    mark.textContent = String(rows);
    mark.addEventListener('click', () => lookCloser(map, longitude, latitude));
    new Marker({ element: mark }).setLngLat([longitude, latitude]).addTo(map);
  }
}

/** The state of the address with narrower bounds: a link, so that the explorer fetches the points of that part. */
function lookCloser(map: LiveMap, longitude: number, latitude: number): void {
  const bounds = map.getBounds();
  const x = (bounds.getEast() - bounds.getWest()) / 6;
  const y = (bounds.getNorth() - bounds.getSouth()) / 6;
  const url = new URL(location.href);
  const edges = [longitude - x, latitude - y, longitude + x, latitude + y];
  url.searchParams.set('bounds', edges.map((edge) => edge.toFixed(5)).join(','));
  const link = document.createElement('a');
  link.href = url.href;
  link.hidden = true;
  map.getContainer().append(link);
  link.click();
  link.remove();
}

function buttons(map: LiveMap): HTMLElement {
  const box = document.createElement('div');
  box.className = 'map-buttons';
  for (const [sign, deed] of [
    ['+', () => map.zoomIn()],
    ['−', () => map.zoomOut()],
  ] as const) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = sign;
    button.addEventListener('click', deed);
    box.append(button);
  }
  return box;
}
