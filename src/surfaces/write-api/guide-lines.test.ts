import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { draftDataset, setUpCommunity } from '../../../tests/support/publish-file.ts';
import { openTokenSite, type TokenSite } from '../../../tests/support/token-site.ts';
import { createServiceToken, UNIT_TOKEN_SCOPES } from '../../capabilities/accounts/index.ts';
import { findPublicTable, publishDataset } from '../../capabilities/publishing/index.ts';

/* Every line with curl of the developers' guides, taken from the guides themselves and run in a shell against a site. */

const HEADING = 'code,name,amount,date,district,Стан,район,дата,сума\n';
const ROWS =
  '1,Липа,10.5,2025-03-01,Центр,добрий,Центр,2025-03-01,10.5\n2,Дуб,20.5,2025-04-01,Схід,добрий,Схід,2025-04-01,20.5\n';

let world: TestContext;
let site: TokenSite;
let unitId = '';
let working = true;
let work: Promise<void>;

beforeAll(async () => {
  world = await makeTestContext();
  unitId = await setUpCommunity(world);
  site = await openTokenSite(world);
});
afterAll(async () => {
  working = false;
  await work;
  site.close();
  await world.close();
});

/** The lines of the guide that begin with curl. */
async function linesOf(guide: string): Promise<string[]> {
  const text = await readFile(new URL(`../../../docs/guides/${guide}`, import.meta.url), 'utf8');
  const blocks = [...text.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = '']) => block);
  return blocks.flatMap((block) => block.split('\n')).filter((line) => line.startsWith('curl '));
}

test.each([
  ['developer.md', { resource: '<ресурс>', table: '<таблиця>', dataset: '<id набору>' }],
  ['developer.en.md', { resource: '<resource>', table: '<table>', dataset: '<dataset id>' }],
])(
  '%s',
  async (guide, names) => {
    const file = { name: 'contracts.csv', text: HEADING + ROWS, identifier: ['code'] };
    const dataset = await draftDataset(world, unitId, `Посібник ${guide}`, file);
    await publishDataset(world.ctx, dataset.id);
    const resource = dataset.resources[0]?.id ?? '';
    const table = (await findPublicTable(world.ctx, resource))?.tableId ?? '';
    const token = { name: guide, scopes: [...UNIT_TOKEN_SCOPES], unitId, datasetIds: null };
    const { secret } = await createServiceToken(world.ctx, token);
    const folder = await mkdtemp(join(tmpdir(), 'guide-lines-'));
    await writeFile(
      join(folder, 'contracts.csv'),
      `${HEADING}${ROWS}3,Клен,1,2025-05-01,Центр,добрий,Центр,2025-05-01,1\n`,
    );
    await writeFile(join(folder, 'changes.jsonl'), '{"code": 1, "name": "Липа серцелиста"}\n');
    await writeFile(join(folder, 'new.csv'), 'code,name\n77,Нова\n');
    working = true;
    work = (async () => {
      for (; working; await sleep(50)) await world.runJobs(); // as a worker would, beside the site
    })();
    const lines = await linesOf(guide);
    expect(lines.length).toBeGreaterThan(12);
    for (const line of lines) {
      const meant = line
        .replaceAll('http://localhost:3000', site.url)
        .replaceAll(names.resource, resource)
        .replaceAll(names.table, table)
        .replaceAll(names.dataset, dataset.id);
      expect(meant, 'a place in the line that nobody fills in').not.toMatch(/<[^>]+>/);
      const ran = await promisify(execFile)('bash', ['-c', `${meant} -w '\n%{http_code}'`], {
        cwd: folder,
        env: { ...process.env, TOKEN: secret },
      });
      expect(ran.stdout.trim().split('\n').at(-1), `${meant}\n${ran.stdout.slice(0, 1000)}`).toMatch(/^20\d$/);
    }
    working = false;
    await work;
    const rows = await site.ask(null, 'GET', `/api/rows/${resource}?sort=code&columns=code,name`);
    expect((rows.at('rows') as { code: string; name: string }[]).map(({ code, name }) => [Number(code), name])).toEqual(
      [
        [1, 'Липа серцелиста'],
        [2, 'Дуб'],
        [3, 'Клен'],
        [77, 'Нова'],
      ],
    );
    await rm(folder, { recursive: true });
  },
  120_000,
);
