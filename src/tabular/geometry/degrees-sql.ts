/** A zone of Gauss–Krüger of УСК-2000: its meridian and false easting (EPSG register, 5562–5583 and 6381–6387). */
export interface UkrainianZone {
  readonly longitude: number;
  readonly falseEasting: number;
}

/** Krassowsky 1940, and WGS 84. */
const KRASS = { a: 6_378_245, f: 1 / 298.3 };
const GLOBE = { a: 6_378_137, f: 1 / 298.257_223_563 };
/** УСК-2000 to WGS 84 (EPSG:5840): metres along the axes. */
const SHIFT = { x: 24, y: -121, z: -76 };

const n = KRASS.f / (2 - KRASS.f);
const RADIUS = (KRASS.a / (1 + n)) * (1 + n ** 2 / 4 + n ** 4 / 64);
/** Krüger's series back from the plane (Karney 2011, eq. 36), and from the conformal latitude to the latitude. */
const BACK = [n / 2 - (2 * n ** 2) / 3 + (37 * n ** 3) / 96, n ** 2 / 48 + n ** 3 / 15, (17 * n ** 3) / 480];
const CONFORMAL = [2 * n - (2 * n ** 2) / 3 - 2 * n ** 3, (7 * n ** 2) / 3 - (8 * n ** 3) / 5, (56 * n ** 3) / 15];

const square = ({ f }: typeof KRASS) => f * (2 - f);
const cosh = (x: string) => `((exp(${x}) + exp(-(${x}))) / 2)`;
const sinh = (x: string) => `((exp(${x}) - exp(-(${x}))) / 2)`;
const series = (terms: readonly number[], term: (j: number) => string) =>
  terms.map((value, at) => `${value} * ${term(2 * (at + 1))}`).join(' + ');

/**
 * A relation with two columns more, `latitude` and `longitude` in degrees of WGS 84, computed from metres of УСК-2000: exact to what the
 * transformation is, about a metre. Streams; stages keep the statement short.
 * @param easting SQL of a DOUBLE over the relation: metres to the east with the false easting; @param northing metres to the north
 */
export function degreesOfMetres(from: string, easting: string, northing: string, zone: UkrainianZone): string {
  const stage = (below: string, ...columns: string[]) => `(SELECT *, ${columns.join(', ')} FROM ${below})`;
  const plane = stage(
    from,
    `${northing} / ${RADIUS} AS g_xi`,
    `(${easting} - ${zone.falseEasting}) / ${RADIUS} AS g_eta`,
  );
  const sphere = stage(
    plane,
    `g_xi - (${series(BACK, (j) => `sin(${j} * g_xi) * ${cosh(`${j} * g_eta`)}`)}) AS g_x`,
    `g_eta - (${series(BACK, (j) => `cos(${j} * g_xi) * ${sinh(`${j} * g_eta`)}`)}) AS g_e`,
  );
  const conformal = stage(
    sphere,
    `asin(sin(g_x) / ${cosh('g_e')}) AS g_chi`,
    `radians(${zone.longitude}) + atan2(${sinh('g_e')}, cos(g_x)) AS g_lambda`,
  );
  const own = stage(conformal, `g_chi + ${series(CONFORMAL, (j) => `sin(${j} * g_chi)`)} AS g_phi`);
  const normal = stage(own, `${KRASS.a} / sqrt(1 - ${square(KRASS)} * sin(g_phi) * sin(g_phi)) AS g_n`);
  const space = stage(
    normal,
    `g_n * cos(g_phi) * cos(g_lambda) + ${SHIFT.x} AS g_ax`,
    `g_n * cos(g_phi) * sin(g_lambda) + ${SHIFT.y} AS g_ay`,
    `g_n * ${1 - square(KRASS)} * sin(g_phi) + ${SHIFT.z} AS g_az`,
  );
  const b = GLOBE.a * (1 - GLOBE.f);
  const turned = stage(
    space,
    'sqrt(g_ax * g_ax + g_ay * g_ay) AS g_p',
    `atan2(g_az * ${GLOBE.a}, sqrt(g_ax * g_ax + g_ay * g_ay) * ${b}) AS g_theta`,
  );
  const second = square(GLOBE) / (1 - square(GLOBE));
  return stage(
    turned,
    `degrees(atan2(g_az + ${second * b} * pow(sin(g_theta), 3), g_p - ${square(GLOBE) * GLOBE.a} * pow(cos(g_theta), 3))) AS latitude`,
    'degrees(atan2(g_ay, g_ax)) AS longitude',
  );
}
