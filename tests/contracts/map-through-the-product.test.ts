import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishDataset } from '../../src/capabilities/publishing/index.ts';
import type { SurfaceEnv } from '../../src/surfaces/components/index.ts';
import { makeTestContext, type TestContext } from '../support/make-context.ts';
import { draftDataset, setUpCommunity } from '../support/publish-file.ts';
import { wholeSite } from '../support/whole-site.ts';
import { makeReader } from '../walks/read-for-tests.ts';

const AREA = '{"type":"Polygon","coordinates":[[[23.500,49.35],[23.51,49.35],[23.51,49.36],[23.500,49.35]]]}';
const LINE = '{"type":"LineString","coordinates":[[23.5,49.36],[23.56,49.330000001]]}';
const feature = (name: string, state: string, geometry: string) =>
  `{"type":"Feature","properties":{"Назва":"${name}","Стан":"${state}"},"geometry":${geometry}}`;
const MAP = `{"type":"FeatureCollection","features":[
${feature('Парк', 'добрий', AREA)},
${feature('Стежка', 'новий', LINE)},
${feature('Джерело', 'добрий', '{"type":"Point","coordinates":[23.545,49.355]}')},
${feature('Без місця', 'добрий', 'null')}]}`;

let test: TestContext;
let app: Hono<SurfaceEnv>;
let slug = '';
let page = '';

beforeAll(async () => {
  test = await makeTestContext();
  const unitId = await setUpCommunity(test);
  const dataset = await draftDataset(test, unitId, 'Зелені зони', { name: 'зелені-зони.json', text: MAP });
  await publishDataset(test.ctx, dataset.id);
  await test.runJobs();
  app = wholeSite(test);
  slug = dataset.slug;
  page = await text(`/datasets/${slug}`);
});
afterAll(() => test.close());

async function get(path: string): Promise<Buffer> {
  const response = await app.request(path);
  const bytes = Buffer.from(await response.arrayBuffer());
  if (response.status !== 200) throw new Error(`${path}: ${response.status} ${bytes.toString().slice(0, 300)}`);
  return bytes;
}

async function text(path: string): Promise<string> {
  return (await get(path)).toString();
}

function found(pattern: RegExp): string {
  return pattern.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';
}

describe('a map given by a clerk', () => {
  it('is shown with lines, areas and points, rows beside, and narrows with the conditions', async () => {
    const map = await text(`/datasets/${slug}?view=map`);
    expect(map).toContain('3 рядки на карті, 3 позначки');
    expect(map).toContain('Без координат: 1 рядок');
    expect(map).toMatch(/<path d="M[^"]+Z"[^>]*class="chart-area/);
    expect(map).toMatch(/<path d="M[^"Z]+"[^>]*class="chart-line/);
    expect(map).toContain('&quot;Парк&quot;');
    const narrowed = await text(`/datasets/${slug}?view=map&stan__exact=${encodeURIComponent('новий')}`);
    expect(narrowed).toContain('1 рядок на карті');
    const close = await text(`/datasets/${slug}?view=map&bounds=23.54,49.35,23.55,49.36`);
    expect(close).toContain('<strong>Джерело</strong>');
    expect(close).not.toContain('<strong>Парк</strong>');
  });

  it('its table is light: the geometry comes only to whoever asks for it', async () => {
    expect(page).toContain('>Парк<');
    expect(page).not.toContain('[[[23.500');
    expect(await text(`/datasets/${slug}?columns=nazva,geometry`)).toContain('Polygon');
  });

  it('answers programs with GeoJSON, digit for digit, and by bounds', async () => {
    const rows = found(/(\/api\/rows\/[0-9a-f-]{36})/);
    const all = await text(`${rows}?format=geojson`);
    for (const geometry of [AREA, LINE, 'null']) expect(all).toContain(`"geometry":${geometry}`);
    expect(all).toContain('"properties":{"nazva":"Парк","stan":"добрий"}');
    const some = JSON.parse(await text(`${rows}?geometry__bbox=23.505,49.34,23.506,49.352&columns=nazva`)) as {
      rows: unknown;
    };
    expect(some.rows).toEqual([{ nazva: 'Парк' }, { nazva: 'Стежка' }]);
    expect((await app.request(`${rows}?nazva__bbox=1,2,3,4`)).status).toBe(400);
  });

  it('is taken away as GeoJSON, as WKT in tables and as a shapefile that reads back the same', async () => {
    const file = (ending: string) => get(`${found(/(\/download\/[0-9a-f-]{36})\.csv/)}.${ending}`);
    const geojson = JSON.parse((await file('geojson')).toString()) as { features: { geometry: unknown }[] };
    expect(geojson.features.map(({ geometry }) => JSON.stringify(geometry))).toContain(
      JSON.stringify(JSON.parse(LINE)),
    );
    const line = 'Парк,добрий,"POLYGON((23.500 49.35,23.51 49.35,23.51 49.36,23.500 49.35))"';
    expect((await file('csv')).toString()).toContain(line);
    expect(await text(`${found(/(\/api\/rows\/[0-9a-f-]{36})/)}?format=csv`)).toContain(line);
    const folder = await mkdtemp(join(tmpdir(), 'vidkryto-map-'));
    const reader = makeReader();
    try {
      await writeFile(join(folder, 'map.zip'), await file('shp.zip'));
      const outcome = await reader.read(join(folder, 'map.zip'), { sheet: 'areas' });
      if (outcome.kind === 'refused') throw new Error(outcome.reason.code);
      expect(outcome.table.headers).toEqual(['nazva', 'stan', 'geometry']);
      expect((await reader.cells(outcome.table))[0]).toEqual(['Парк', 'добрий', AREA.replaceAll('23.500', '23.5')]);
    } finally {
      await reader.close();
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('its formats and its field are told in the passport and to catalogs', async () => {
    expect(page).toContain('GeoJSON, SHP');
    const structure = await text(found(/(\/datasets\/[^"]+\/structure\/[^"]+\.json)/));
    expect(structure).toContain('geometry');
  });
});
