import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Dataset, loadDataset } from '../../src/capabilities/catalog/index.ts';
import { latestReading, previewRows } from '../../src/capabilities/ingest/index.ts';
import { decide } from '../../src/capabilities/privacy/index.ts';
import { bringBackVersion, changeNote, listVersions, publishDataset } from '../../src/capabilities/publishing/index.ts';
import { buildDownload, DOWNLOAD_FORMATS } from '../../src/capabilities/tables/index.ts';
import type { Log } from '../../src/platform/logging/log.ts';
import { appoint } from '../support/appoint.ts';
import { leaksOfDatabase, leaksOfPublicFiles, walkSite } from '../support/leaks.ts';
import { makeTestContext, type TestContext } from '../support/make-context.ts';
import { draftDataset, giveFile, setUpCommunity } from '../support/publish-file.ts';

/*
 * An invented person stands in a file whose columns were decided «remove» and «mask». After everything that happens to a dataset is done, she is looked
 * for in every table of the database, in every public file, in every answer a visitor can get, in letters and in the log.
 */

/** Invented. The number's sum is right. */
const PERSON = ['Ковтун Дзвенислава', 'Дзвенислава', 'Ковтун', 'dzvenyslava.kovtun', '3184710691'];
const FILE = {
  name: 'заявники.csv',
  text: `Номер;Захід;Заявник;Податковий номер;Пошта;Сума
1;Ремонт даху;Ковтун Дзвенислава Остапівна;3184710691;dzvenyslava.kovtun@example.org;1200
2;Ремонт вікон;Тиха Калина Петрівна;2530414071;kalyna.tykha@example.org;800
3;Новий паркан;Дзвін Остап Ілліч;3652504575;ostap.dzvin@example.org;300
`,
  identifier: ['Номер'],
};

const lines: string[] = [];
const note = (facts: object, message: string) => void lines.push(JSON.stringify({ ...facts, message }));
const log: Log = { debug: note, info: note, warn: note, error: note, child: () => log };

let world: TestContext;
let dataset: Dataset;

beforeAll(async () => {
  world = await makeTestContext({ log });
  const unitId = await setUpCommunity(world);
  const responsible = await appoint(world, 'vidpovidaie', 'responsible', unitId);
  dataset = await draftDataset(world, unitId, 'Заяви мешканців', FILE);
  await decide(responsible, dataset.resources[0]?.id ?? '', [
    { columnTitle: 'Заявник', way: 'remove' },
    { columnTitle: 'Податковий номер', way: 'remove' },
    { columnTitle: 'Пошта', way: 'mask' },
  ]);
  await world.runJobs();
  await giveFile(world, dataset, FILE);
  await publishDataset(world.ctx, dataset.id);
  await world.runJobs();
  await giveFile(world, dataset, {
    ...FILE,
    text: `${FILE.text}4;Гойдалка;Ковтун Дзвенислава Остапівна;3184710691;dzvenyslava.kovtun@example.org;50\n`,
  });
  await changeNote(world.ctx, dataset.id, 'Додано рядок.');
  await publishDataset(world.ctx, dataset.id);
  await bringBackVersion(world.ctx, dataset.id, 1, 'that');
  await publishDataset(world.ctx, dataset.id);
  // formats a table without places cannot have are not made
  for (const format of DOWNLOAD_FORMATS.filter((one) => !['geojson', 'shp'].includes(one)))
    await buildDownload(world.ctx, await tableId(), format);
  await world.runJobs();
}, 240_000);
afterAll(() => world.close());

const resourceId = () => dataset.resources[0]?.id ?? '';
async function tableId(): Promise<string> {
  const [newest] = await listVersions(world.ctx, dataset.id);
  return newest?.resources[0]?.tableId ?? '';
}

describe('a person whose columns were removed and masked', () => {
  test('was in the file, and staff who mend it see her', async () => {
    const reading = await latestReading(world.ctx, resourceId());
    const before = await previewRows(world.ctx, reading?.id ?? '', { from: 1, count: 5, mended: false });
    expect(JSON.stringify(before.rows)).toContain('Дзвенислава');
    const after = await previewRows(world.ctx, reading?.id ?? '', { from: 1, count: 5, mended: true });
    expect(JSON.stringify(after.rows)).not.toMatch(/Дзвенислава|3184710691|kovtun/);
  });

  test('stands in no table of the database but those that are known to hold cells', async () => {
    expect(await leaksOfDatabase(world, PERSON)).toEqual([]);
    expect((await leaksOfDatabase(world, ['Заяви мешканців'])).length).toBeGreaterThan(3);
  });

  test('stands in no public file: not in tables, downloads or files of earlier versions', async () => {
    expect(await leaksOfPublicFiles(world, PERSON)).toEqual([]);
    // what is public is found by the same search, packed and typed
    expect((await leaksOfPublicFiles(world, ['Ремонт даху'])).length).toBeGreaterThan(8);
  });

  test('is met by no visitor on any page, file, feed or answer of the APIs', async () => {
    const { slug } = await loadDataset(world.ctx, dataset.id);
    const at = `/api/rows/${resourceId()}`;
    const asked = [
      '?format=csv',
      '?format=jsonl',
      '?group=zakhid',
      '?group=suma&sum=suma',
      '?q=zzz',
      '?zaiavnyk=a',
      '?sort=zaiavnyk',
    ];
    const control = 'Ремонт даху';
    const { pages, leaks } = await walkSite(
      world,
      [...PERSON, control],
      [
        ...[
          '/',
          '/datasets',
          `/datasets/${slug}`,
          `/datasets/${slug}/versions`,
          '/sitemap.xml',
          '/feed.xml',
          '/api/openapi.json',
        ],
        ...[`/file/${resourceId()}`, `/file/${resourceId()}?version=1`, at, ...asked.map((query) => `${at}${query}`)],
        ...[
          '/api/3/action/package_list',
          `/api/3/action/package_show?id=${slug}`,
          `/search?q=${encodeURIComponent('паркан')}`,
        ],
      ],
    );
    expect(leaks.filter((one) => !one.endsWith(`: ${control}`))).toEqual([]);
    expect(leaks.length).toBeGreaterThan(5);
    expect(pages).toBeGreaterThan(40);
  });

  test('is in no letter and in no line of the log', async () => {
    expect(JSON.stringify(await world.letters())).not.toMatch(/Дзвенислава|3184710691|kovtun/);
    expect(lines.length).toBeGreaterThan(10);
    expect(lines.join('\n')).not.toMatch(/Дзвенислава|3184710691|kovtun/);
  });
});
