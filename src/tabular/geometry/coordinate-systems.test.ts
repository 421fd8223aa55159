import { expect, it } from 'vitest';
import { systemOfCode, systemOfName, systemOfWkt, toWgs84 } from './coordinate-systems.ts';
import { spotOf } from './shape.ts';

/** One place, 23.5° 49.35° of WGS 84, in metres of each system: computed apart by Krüger's series and the register's parameters. */
it.each([
  [5562, 4681758.2701, 5471686.764],
  [5566, 681758.2701, 5471686.764],
  [6382, 263791.3196, 5468794.8164],
  [5578, 463791.3196, 5468794.8164],
  [28404, 4681765.2084, 5471693.1791],
  [3857, 2616008.0336, 6334459.091],
])('EPSG:%i comes to the right place', (code, x, y) => {
  const system = systemOfCode(code);
  const change = system && toWgs84(system);
  const place = change?.(spotOf(x, y, 271));
  expect([place?.x.toFixed(6), place?.y.toFixed(6), place?.z]).toEqual(['23.500000', '49.350000', 271]);
});

it('knows systems by the names files give them', () => {
  expect(systemOfName('urn:ogc:def:crs:OGC:1.3:CRS84')?.definition).toBeNull();
  for (const name of ['EPSG:5561', 'urn:ogc:def:crs:EPSG::5561', 'http://www.opengis.net/def/crs/EPSG/0/5561'])
    expect(systemOfName(name)?.name).toBe('УСК-2000');
  expect([systemOfName('EPSG:2056'), systemOfName('местная'), systemOfCode(5584)]).toEqual([null, null, null]);
});

it('reads a projection file by its parameters, whatever its title', () => {
  const zone = (projection: string, unit = 'Meter') =>
    `PROJCS["Місцева",GEOGCS["GCS_Pulkovo_1942",DATUM["D_Pulkovo_1942",SPHEROID["Krasovsky_1940",6378245.0,298.3]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["${projection}"],PARAMETER["False_Easting",4500000.0],PARAMETER["Central_Meridian",21.0],UNIT["${unit}",1.0]]`;
  const read = systemOfWkt(zone('Gauss_Kruger'));
  expect(read?.name).toBe('Пулково 1942 (Місцева)');
  expect(read?.definition).toContain('+lon_0=21 +k=1 +x_0=4500000');
  expect(systemOfWkt(zone('Lambert_Conformal_Conic'))).toBeNull();
  expect(systemOfWkt(zone('Gauss_Kruger', 'Foot'))).toBeNull();
  expect(systemOfWkt('GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984"]]')?.definition).toBeNull();
  expect(systemOfWkt('LOCAL_CS["x"]')).toBeNull();
});
