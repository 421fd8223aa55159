import { execFile, spawnSync } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { draftDataset, setUpCommunity } from '../../../tests/support/publish-file.ts';
import { publishDataset } from '../../capabilities/publishing/index.ts';
import { type ApiSnippet, apiSnippets, type SnippetQuestion } from '../components/api-snippets.ts';
import type { SurfaceEnv } from '../components/visit.ts';
import { rowsApiRoutes } from './index.ts';

const FILE = `Номер;Район;Сума
1;"Центр ""Старий"", 'лівий' $HOME \\n берег";10,50
2;Схід;20,00
3;"Центр ""Старий"", 'лівий' $HOME \\n берег";900,25
`;
/** A value with everything that ends a string somewhere. */
const DISTRICT = `Центр "Старий", 'лівий' $HOME \\n берег`;
const HAS_PYTHON = spawnSync('python3', ['--version']).status === 0;
const HAS_CURL = spawnSync('curl', ['--version']).status === 0;

let test: TestContext;
let server: ReturnType<typeof serve>;
let question: SnippetQuestion;
beforeAll(async () => {
  test = await makeTestContext();
  const unitId = await setUpCommunity(test);
  const dataset = await draftDataset(test, unitId, 'Рядки', { name: 'рядки.csv', text: FILE, identifier: ['Номер'] });
  const version = await publishDataset(test.ctx, dataset.id);
  const app = new Hono<SurfaceEnv>();
  app.use(async (c, next) => {
    const { pathname, searchParams, origin } = new URL(c.req.url);
    const visit = { person: null, language: 'uk' as const, profile: null, path: pathname, query: searchParams };
    c.set('visit', { ...visit, ctx: test.as({ kind: 'visitor' }), origin, requestId: 'test' });
    await next();
  });
  app.route('/', rowsApiRoutes());
  const port = await new Promise<number>((resolve) => {
    server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (info: AddressInfo) => resolve(info.port));
  });
  question = {
    base: `http://127.0.0.1:${port}/api/rows/${version.resources[0]?.tableId ?? ''}`,
    parameters: new URLSearchParams({ raion__exact: DISTRICT, sort: '-suma' }),
    columns: [
      { name: 'nomer', type: 'integer' },
      { name: 'suma', type: 'decimal' },
    ],
  };
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await test.close();
});

const code = (id: ApiSnippet['id']) => apiSnippets(question).find((snippet) => snippet.id === id)?.code ?? '';
const run = async (program: string, args: string[]) => (await promisify(execFile)(program, args)).stdout.trim();

describe('pieces of programs, on values with quotes, dollars and backslashes', () => {
  it(HAS_CURL ? 'curl, run in a shell, gets the rows' : 'curl is not here: its quotes alone are checked', async () => {
    if (!HAS_CURL) {
      expect(code('curl')).toContain(`'\\''лівий'\\''`);
      return;
    }
    const answer = JSON.parse(await run('sh', ['-c', code('curl').replace('curl ', 'curl --silent ')])) as {
      rows: { nomer: number }[];
    };
    expect(answer.rows.map(({ nomer }) => nomer)).toEqual([3, 1]);
  });

  it('JavaScript, run in Node.js, gets the rows', async () => {
    expect(await run(process.execPath, ['--input-type=module', '--eval', code('javascript')])).toBe(
      '2\n3 900.25\n1 10.5',
    );
  });

  it(HAS_PYTHON ? 'Python, run, gets the rows' : 'Python is not here: its quotes alone are checked', async () => {
    if (!HAS_PYTHON) {
      expect(code('python')).toContain(JSON.stringify(DISTRICT));
      return;
    }
    expect(await run('python3', ['-c', code('python')])).toBe('2\n3 900.25\n1 10.5');
  });

  it('R asks for CSV at a whole address (not run: its text is checked)', () => {
    const [, address = ''] = /^address <- (".*")$/m.exec(code('r')) ?? [];
    const asked = new URL(JSON.parse(address) as string);
    expect(asked.searchParams.get('raion__exact')).toBe(DISTRICT);
    expect(asked.searchParams.get('format')).toBe('csv');
  });

  it('Excel has the question as a record, quotes doubled, and the types of the columns (not run: its text is checked)', () => {
    const text = code('excel');
    expect(text).toContain(`#"raion__exact" = "Центр ""Старий"", 'лівий' $HOME \\n берег"`);
    expect(text).toContain('{{"nomer", Int64.Type}, {"suma", type number}}');
    expect(text.match(/"/g)?.length ?? 1).toSatisfy((quotes: number) => quotes % 2 === 0);
    for (const [open, close] of ['()', '[]', '{}']) {
      expect(text.split(open ?? '').length).toBe(text.split(close ?? '').length);
    }
  });
});
