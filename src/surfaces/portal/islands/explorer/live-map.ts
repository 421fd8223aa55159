import { GeoJSONSource, Map as LiveMap, LngLatBounds, Marker, ScaleControl, setWorkerUrl } from 'maplibre-gl';
// a file of our own: the policy of the page lets no worker be made of anything else
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';

import { drawShapes, type LiveShape, type Told, tellOnClick } from './live-shapes.ts';

type Place = readonly [longitude: number, latitude: number, rows: number, told: number];

interface MapFacts extends Told {
  readonly bounds: readonly [west: number, south: number, east: number, north: number];
  readonly points: readonly Place[];
  readonly shapes: readonly LiveShape[];
  readonly label: string;
}

const UKRAINIAN = { 'ScaleControl.Meters': 'м', 'ScaleControl.Kilometers': 'км', 'Map.Title': 'Карта' };

/** Fetches the explorer at an address, all but the map; the frame has the facts of the fresh points after it. */
type Look = (address: string, signal: AbortSignal) => Promise<void>;

/** After the map came to rest, milliseconds: who moves it again at once asks for nothing in between. */
const REST = 250;
/** A number leads to a third of what is seen, as the cells of the drawing do. */
const CLOSER = Math.log2(3);

/** A frame left behind gives its WebGL back: browsers keep only a few. */
let former: { readonly frame: HTMLElement; readonly map: LiveMap } | null = null;

/**
 * Puts a map that moves in the place of the drawing, with nothing below the points: no other host is asked for anything.
 * It takes the place when all its points are drawn. Moved, it asks `look` for the points of the part that is seen.
 */
export function showMap(frame: HTMLElement, look: Look): void {
  if (former && !former.frame.isConnected) former.map.remove();
  const map = makeMap(frame, factsOf(frame));
  if (!map) return;
  former = { frame, map };
  const points = new MapPoints(map, getComputedStyle(frame));
  const draw = () => {
    const facts = factsOf(frame);
    drawShapes(map, facts.shapes, points.colour);
    points.draw(facts.points);
  };
  map.once('load', () => {
    draw();
    // the points are laid out in a worker: numbers and single points come into sight together
    map.once('idle', () => {
      for (const drawing of frame.querySelectorAll('svg.map')) drawing.remove();
      frame.dataset.live = '';
      tellOnClick(map, frame, () => factsOf(frame));
      follow(map, frame, look, draw);
    });
  });
}

function factsOf(frame: HTMLElement): MapFacts {
  return JSON.parse(frame.dataset.map ?? '{}') as MapFacts;
}

/** Null where there is no WebGL: the drawing stays. */
function makeMap(frame: HTMLElement, facts: MapFacts): LiveMap | null {
  const [west, south, east, north] = facts.bounds;
  setWorkerUrl(workerUrl);
  const place = document.createElement('div');
  place.className = 'map-live';
  frame.append(place);
  try {
    const map = new LiveMap({
      container: place,
      style: { version: 8, sources: {}, layers: [] },
      bounds: new LngLatBounds([west, south], [east, north]),
      fitBoundsOptions: { padding: 32, maxZoom: 17 },
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      renderWorldCopies: false,
      locale: document.documentElement.lang === 'uk' ? UKRAINIAN : {},
    });
    map.touchZoomRotate.disableRotation();
    map.getCanvas().setAttribute('aria-label', facts.label);
    map.addControl(new ScaleControl({ unit: 'metric' }), 'bottom-left');
    place.append(buttons(map));
    return map;
  } catch {
    place.remove();
    return null;
  }
}

/** Asks for the points of what is seen whenever the map comes to rest elsewhere; a new move ends the asking. */
function follow(map: LiveMap, frame: HTMLElement, look: Look, draw: () => void): void {
  let waiting = 0;
  let asked = new AbortController();
  let seen = stand(map);
  const stop = () => {
    clearTimeout(waiting);
    asked.abort();
  };
  map.on('movestart', () => {
    if (frame.isConnected) stop();
  });
  const askAgain = async () => {
    // a map that only changed its size stands where it stood
    if (!frame.isConnected || stand(map) === seen) return;
    asked = new AbortController();
    const { signal } = asked;
    await look(addressSeen(map), signal);
    if (signal.aborted || !frame.isConnected) return;
    seen = stand(map);
    draw();
  };
  map.on('moveend', () => {
    waiting = window.setTimeout(() => void askAgain(), REST);
  });
  // who follows a link has left the map
  frame.closest('[data-explorer]')?.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('a')) stop();
  });
}

function stand(map: LiveMap): string {
  const { lng, lat } = map.getCenter();
  return [lng.toFixed(5), lat.toFixed(5), map.getZoom().toFixed(2)].join(' ');
}

/** The present address with the bounds of what is seen; the list beside the map begins anew. */
function addressSeen(map: LiveMap): string {
  const bounds = map.getBounds();
  const edges = [
    Math.max(-180, bounds.getWest()),
    Math.max(-85, bounds.getSouth()),
    Math.min(180, bounds.getEast()),
    Math.min(85, bounds.getNorth()),
  ];
  const url = new URL(location.href);
  url.searchParams.set('bounds', edges.map((edge) => edge.toFixed(5)).join(','));
  for (const name of ['page', 'cursor']) url.searchParams.delete(name);
  return url.href;
}

/** Single rows are dots of one layer: thousands of them cost nothing. Several in one place are a button with their number. */
class MapPoints {
  readonly #map: LiveMap;
  readonly #colours: CSSStyleDeclaration;
  #marks: Marker[] = [];

  constructor(map: LiveMap, colours: CSSStyleDeclaration) {
    this.#map = map;
    this.#colours = colours;
  }

  /** The city's own colour, as the page has it now. */
  get colour(): string {
    return this.#colours.getPropertyValue('--brand').trim() || '#17467d';
  }

  /** Takes the place of what was drawn before. */
  draw(points: readonly Place[]): void {
    const held = this.#marks.some((mark) => mark.getElement() === document.activeElement);
    for (const mark of this.#marks) mark.remove();
    this.#marks = points.filter(([, , rows]) => rows > 1).map((place) => this.#mark(place));
    if (held) this.#map.getCanvas().focus({ preventScroll: true });
    const source = this.#map.getSource('points');
    if (source instanceof GeoJSONSource) void source.setData(singles(points));
    else this.#addLayer(points);
  }

  #addLayer(points: readonly Place[]): void {
    this.#map.addSource('points', { type: 'geojson', data: singles(points) });
    this.#map.addLayer({
      id: 'points',
      type: 'circle',
      source: 'points',
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 8, 4, 16, 8],
        'circle-color': this.colour,
        'circle-stroke-color': this.#colours.getPropertyValue('--paper').trim() || '#ffffff',
        'circle-stroke-width': 1.5,
      },
    });
  }

  /** It leads closer, to where the server tells the rows apart. */
  #mark([longitude, latitude, rows]: Place): Marker {
    const mark = document.createElement('button');
    mark.type = 'button';
    mark.className = 'map-mark';
    mark.textContent = String(rows);
    mark.addEventListener('click', () => {
      this.#map.easeTo({ center: [longitude, latitude], zoom: this.#map.getZoom() + CLOSER });
    });
    return new Marker({ element: mark }).setLngLat([longitude, latitude]).addTo(this.#map);
  }
}

function singles(points: readonly Place[]): Parameters<GeoJSONSource['setData']>[0] {
  return {
    type: 'FeatureCollection',
    features: points
      .filter(([, , rows]) => rows === 1)
      .map(([longitude, latitude, , told]) => ({
        type: 'Feature',
        properties: { told },
        geometry: { type: 'Point', coordinates: [longitude, latitude] },
      })),
  };
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
