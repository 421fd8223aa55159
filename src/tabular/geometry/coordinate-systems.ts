import proj4 from 'proj4';
import type { Spot } from './shape.ts';

/** A coordinate system that we can bring to WGS 84. */
export interface CoordinateSystem {
  /** As people call it: «УСК-2000, зона 4». */
  readonly name: string;
  /** Definition in the words of PROJ; null where it is WGS 84 in degrees already. */
  readonly definition: string | null;
}

export const WGS84: CoordinateSystem = { name: 'WGS 84', definition: null };

/**
 * Datums by the EPSG register (epsg.org): УСК-2000 by transformation EPSG:5840 (UCS-2000 to WGS 84 (2), accuracy 1 m, Ukraine), Пулково 1942 by
 * EPSG:15865 (Pulkovo 1942 to WGS 84 (16), its coordinate frame rotations with the sign PROJ wants). Both on the ellipsoid Krassowsky 1940.
 */
const DATUMS = {
  wgs84: { name: 'WGS 84', terms: '+datum=WGS84' },
  etrs89: { name: 'ETRS89', terms: '+ellps=GRS80 +towgs84=0,0,0' },
  ucs2000: { name: 'УСК-2000', terms: '+ellps=krass +towgs84=24,-121,-76' },
  pulkovo: { name: 'Пулково 1942', terms: '+ellps=krass +towgs84=25,-141,-78.5,0,0.35,0.736,0' },
} as const;
type Datum = keyof typeof DATUMS;

interface Meridian {
  readonly longitude: number;
  readonly falseEasting: number;
  readonly scale?: number;
  readonly latitude?: number;
  readonly falseNorthing?: number;
}

function degrees(datum: Datum): CoordinateSystem {
  if (datum === 'wgs84') return WGS84;
  return { name: DATUMS[datum].name, definition: `+proj=longlat ${DATUMS[datum].terms} +no_defs` };
}

function transverse(datum: Datum, at: Meridian, name?: string): CoordinateSystem {
  const terms = `+lat_0=${at.latitude ?? 0} +lon_0=${at.longitude} +k=${at.scale ?? 1} +x_0=${at.falseEasting} +y_0=${at.falseNorthing ?? 0}`;
  return {
    name: name ?? `${DATUMS[datum].name}, ${at.longitude}°`,
    definition: `+proj=tmerc ${terms} ${DATUMS[datum].terms} +units=m +no_defs`,
  };
}

export const WEB_MERCATOR: CoordinateSystem = {
  name: 'Web Mercator',
  definition:
    '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +wktext +no_defs',
};

interface Series {
  readonly datum: Datum;
  readonly first: number;
  readonly last: number;
  readonly at: (step: number) => Meridian;
}

/** Runs of codes of the EPSG register for zones of Gauss–Krüger, of Ukraine and of UTM. */
const SERIES: readonly Series[] = [
  {
    datum: 'ucs2000',
    first: 5562,
    last: 5565,
    at: (step) => ({ longitude: 21 + 6 * step, falseEasting: (4 + step) * 1e6 + 5e5 }),
  },
  { datum: 'ucs2000', first: 5566, last: 5569, at: (step) => ({ longitude: 21 + 6 * step, falseEasting: 5e5 }) },
  {
    datum: 'ucs2000',
    first: 5570,
    last: 5576,
    at: (step) => ({ longitude: 21 + 3 * step, falseEasting: (7 + step) * 1e6 + 5e5 }),
  },
  { datum: 'ucs2000', first: 5577, last: 5583, at: (step) => ({ longitude: 21 + 3 * step, falseEasting: 5e5 }) },
  { datum: 'ucs2000', first: 6381, last: 6387, at: (step) => ({ longitude: 21 + 3 * step, falseEasting: 3e5 }) },
  {
    datum: 'pulkovo',
    first: 28404,
    last: 28407,
    at: (step) => ({ longitude: 21 + 6 * step, falseEasting: (4 + step) * 1e6 + 5e5 }),
  },
  { datum: 'pulkovo', first: 28464, last: 28467, at: (step) => ({ longitude: 21 + 6 * step, falseEasting: 5e5 }) },
  {
    datum: 'wgs84',
    first: 32634,
    last: 32637,
    at: (step) => ({ longitude: 21 + 6 * step, falseEasting: 5e5, scale: 0.9996 }),
  },
];

const SINGLE: Readonly<Record<number, CoordinateSystem>> = {
  4326: WGS84,
  84: WGS84,
  3857: WEB_MERCATOR,
  3785: WEB_MERCATOR,
  900913: WEB_MERCATOR,
  102100: WEB_MERCATOR,
  4258: degrees('etrs89'),
  5561: degrees('ucs2000'),
  4284: degrees('pulkovo'),
};

/** A system by its code of the EPSG register; null where we do not know it. */
export function systemOfCode(code: number): CoordinateSystem | null {
  const single = SINGLE[code];
  if (single) return single;
  const series = SERIES.find(({ first, last }) => code >= first && code <= last);
  return series
    ? transverse(series.datum, series.at(code - series.first), `${DATUMS[series.datum].name} (EPSG:${code})`)
    : null;
}

/** A system by a name as files write it: `EPSG:5562`, `urn:ogc:def:crs:OGC:1.3:CRS84`; null where we do not know it. */
export function systemOfName(name: string): CoordinateSystem | null {
  if (/CRS:?84$/i.test(name)) return WGS84;
  const code = /EPSG(?:\/0)?[:/]+(?:[\d.]*[:/])?(\d+)$/i.exec(name.trim())?.[1];
  return code === undefined ? null : systemOfCode(Number(code));
}

const DATUM_WORDS: readonly (readonly [Datum, RegExp])[] = [
  ['ucs2000', /ukraine[_ ]?2000|ucs[-_ ]?2000|usk[-_ ]?2000|уск-?2000/i],
  ['pulkovo', /pulkovo[_ ]?1942|s[-_]?42\b|ск-?42/i],
  ['etrs89', /etrs[_ ]?(?:19)?89|european_terrestrial/i],
  ['wgs84', /wgs[_ ]?(?:19)?84/i],
];

/** Number of a parameter of a WKT text: `PARAMETER["False_Easting",4500000.0]`. */
function parameter(wkt: string, name: string): number | undefined {
  const found = new RegExp(`PARAMETER\\["${name}",\\s*([-+\\d.eE]+)`, 'i').exec(wkt)?.[1];
  return found === undefined ? undefined : Number(found);
}

/**
 * A system by the text of a `.prj` (WKT of ESRI or OGC): its datum and the parameters of its projection, so that zones without a code of
 * their own are read too. Null where we do not know the datum, the projection or the unit.
 */
export function systemOfWkt(wkt: string): CoordinateSystem | null {
  const text = wkt.replace(/^\ufeff/, '').trim();
  const datum = DATUM_WORDS.find(([, words]) => words.test(text))?.[0];
  const projected = /^PROJ(?:CS|CRS)\[\s*"([^"]*)"/i.exec(text);
  if (!projected) return /^GEOG(?:CS|CRS)\[/i.test(text) && datum ? degrees(datum) : null;
  if (/mercator_auxiliary_sphere|web_mercator|pseudo-mercator|popular visualisation/i.test(text)) return WEB_MERCATOR;
  const unit = /UNIT\["?(?:metre|meter|m|метр)[^,]*,\s*1(?:\.0*)?/i.test(text);
  const isTransverse = /PROJECTION\["(?:transverse_mercator|gauss_kruger)/i.test(text);
  const longitude = parameter(text, 'central_meridian');
  if (!datum || !unit || !isTransverse || longitude === undefined) return null;
  const at: Meridian = {
    longitude,
    falseEasting: parameter(text, 'false_easting') ?? 0,
    falseNorthing: parameter(text, 'false_northing') ?? 0,
    scale: parameter(text, 'scale_factor') ?? 1,
    latitude: parameter(text, 'latitude_of_origin') ?? 0,
  };
  return transverse(datum, at, `${DATUMS[datum].name} (${projected[1] ?? ''})`);
}

/** Digits of degrees after a projection: a tenth of a millimetre, finer than any survey. */
const DIGITS = 9;

/** A change of positions to WGS 84; null where there is nothing to change. */
export function toWgs84({ definition }: CoordinateSystem): ((spot: Spot) => Spot) | null {
  if (definition === null) return null;
  const { forward } = proj4(definition, 'EPSG:4326');
  return ({ x, y, z }) => {
    const [longitude = Number.NaN, latitude = Number.NaN] = forward([x, y]);
    const [lon, lat] = [Number(longitude.toFixed(DIGITS)), Number(latitude.toFixed(DIGITS))];
    return {
      text: z === undefined ? `[${lon},${lat}]` : `[${lon},${lat},${z}]`,
      x: lon,
      y: lat,
      ...(z === undefined ? {} : { z }),
    };
  };
}
