import type { Language } from '../../kernel/text.ts';
import { formatNumber } from '../../language/numbers.ts';
import type { ChartLook } from './chart.ts';
import { round } from './chart-bars.tsx';
import { textWidth } from './chart-text.ts';

/** West, south, east, north in degrees (WGS 84). */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** Some rows at one place, or about it. */
export interface DrawnPoint {
  readonly latitude: number;
  readonly longitude: number;
  readonly rows: number;
}

/** A map laid out: where a place lies, and which bounds a rectangle of the drawing has. */
export interface MapLayout {
  readonly width: number;
  readonly height: number;
  readonly bounds: Bounds;
  x(longitude: number): number;
  y(latitude: number): number;
  longitude(x: number): number;
  latitude(y: number): number;
}

const EDGE = 24;

const mercator = (latitude: number) =>
  Math.log(Math.tan(Math.PI / 4 + (Math.min(85, Math.max(-85, latitude)) * Math.PI) / 360));
const unmercator = (y: number) => (Math.atan(Math.exp(y)) * 360) / Math.PI - 90;

/** Fits the bounds into the drawing, in Mercator's projection: shapes of a town stay as they are known. A single place gets a kilometre around it. */
export function layMap(bounds: Bounds, width: number, height: number): MapLayout {
  const [west, south, east, north] = bounds;
  const middle = { x: (west + east) / 2, y: (mercator(south) + mercator(north)) / 2 };
  const radians = Math.PI / 180;
  const spans = {
    x: Math.max((east - west) * radians, 0.0001),
    y: Math.max(mercator(north) - mercator(south), 0.0001),
  };
  const scale = Math.min((width - 2 * EDGE) / spans.x, (height - 2 * EDGE) / spans.y);
  const x = (longitude: number) => width / 2 + (longitude - middle.x) * radians * scale;
  const y = (latitude: number) => height / 2 - (mercator(latitude) - middle.y) * scale;
  const longitude = (place: number) => middle.x + (place - width / 2) / scale / radians;
  const latitude = (place: number) => unmercator(middle.y - (place - height / 2) / scale);
  return {
    width,
    height,
    x,
    y,
    longitude,
    latitude,
    bounds: [longitude(0), latitude(height), longitude(width), latitude(0)],
  };
}

/** Steps of the net of meridians and parallels, in degrees. */
const STEPS = [10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001];

function linesBetween(from: number, to: number): number[] {
  const step = STEPS.find((one) => (to - from) / one >= 3) ?? 0.001;
  const lines: number[] = [];
  for (let at = Math.ceil(from / step); at * step < to && lines.length < 20; at += 1) {
    lines.push(Number((at * step).toFixed(4)));
  }
  return lines;
}

/** Meridians and parallels with their degrees, and a bar of length: what tells where and how far without any map below. */
export function MapNet({ map, look, language }: { map: MapLayout; look: ChartLook; language: Language }) {
  const [west, south, east, north] = map.bounds;
  const degrees = (value: number) => `${formatNumber(value, language, 4)}°`;
  return (
    <>
      {linesBetween(west, east).map((longitude) => (
        <g key={`e${longitude}`}>
          <line x1={round(map.x(longitude))} x2={round(map.x(longitude))} y1="0" y2={map.height} {...look('grid')} />
          <text x={round(map.x(longitude) + 4)} y="12" font-size="11" {...look('soft-word')}>
            {degrees(longitude)}
          </text>
        </g>
      ))}
      {linesBetween(south, north).map((latitude) => (
        <g key={`n${latitude}`}>
          <line x1="0" x2={map.width} y1={round(map.y(latitude))} y2={round(map.y(latitude))} {...look('grid')} />
          <text x="4" y={round(map.y(latitude) - 4)} font-size="11" {...look('soft-word')}>
            {degrees(latitude)}
          </text>
        </g>
      ))}
      <Length map={map} look={look} language={language} />
    </>
  );
}

const METRES = [500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5000, 2000, 1000, 500, 200, 100, 50, 20];

function Length({ map, look, language }: { map: MapLayout; look: ChartLook; language: Language }) {
  const middle = map.latitude(map.height / 2);
  const perMetre = Math.abs(map.x(1) - map.x(0)) / (111_320 * Math.cos((middle * Math.PI) / 180));
  const metres = METRES.find((one) => one * perMetre < map.width / 3.2) ?? 20;
  const long = metres * perMetre;
  const right = map.width - 12;
  const bottom = map.height - 12;
  const units = language === 'uk' ? ['км', 'м'] : ['km', 'm'];
  const words = metres >= 1000 ? `${metres / 1000}\u202f${units[0]}` : `${metres}\u202f${units[1]}`;
  return (
    <g>
      <path
        d={`M${round(right - long)} ${bottom - 5}V${bottom}H${right}V${bottom - 5}`}
        fill="none"
        {...look('axis')}
      />
      <text x={round(right - long / 2)} y={bottom - 6} text-anchor="middle" font-size="11" {...look('soft-word')}>
        {words}
      </text>
    </g>
  );
}

/** Places: one row is a dot, several are a circle with their number. */
export function MapPoints(props: {
  map: MapLayout;
  points: readonly DrawnPoint[];
  look: ChartLook;
  language: Language;
}) {
  const { map, points, look, language } = props;
  const most = Math.max(1, ...points.map(({ rows }) => rows));
  return (
    <>
      {points.map(({ latitude, longitude, rows }, at) => {
        const [x, y] = [round(map.x(longitude)), round(map.y(latitude))];
        if (rows === 1) return <circle key={at} cx={x} cy={y} r="5" {...look('cluster', 0)} />;
        const words = formatNumber(rows, language);
        const radius = Math.max(10 + 12 * Math.sqrt(rows / most), textWidth(words, 12) / 2 + 5);
        return (
          <g key={at}>
            <circle cx={x} cy={y} r={round(radius)} {...look('cluster', 0)} />
            <text x={x} y={y + 4} text-anchor="middle" font-size="12" {...look('cluster-word')}>
              {words}
            </text>
          </g>
        );
      })}
    </>
  );
}
