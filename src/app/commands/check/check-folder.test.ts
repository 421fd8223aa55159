import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { runCheck } from './check.ts';

const folder = mkdtempSync(join(tmpdir(), 'check-folder-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: string[]) {
  let out = '';
  let err = '';
  const told = (add: (text: string) => void) => (text: string | Uint8Array) => {
    add(String(text));
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(told((text) => (out += text)));
  vi.spyOn(process.stderr, 'write').mockImplementation(told((text) => (err += text)));
  try {
    return { code: await runCheck(args), out: () => out, err: () => err };
  } finally {
    vi.restoreAllMocks();
  }
}

const MESSY = '№;Назва;Дата\n1; Парк;05.01.2024\n2;Сквер;06.02.2024\n3;Ліс;07.03.2024\n';

function disk(name: string): string {
  const root = join(folder, name);
  mkdirSync(join(root, 'звіти'), { recursive: true });
  writeFileSync(join(root, 'парки.csv'), MESSY);
  writeFileSync(join(root, 'звіти', 'без назв.csv'), 'id,,x\n1,а,2\n2,б,3\n3,в,4\n');
  writeFileSync(join(root, 'лист.pdf'), '%PDF-1.7');
  writeFileSync(join(root, '.прихований.csv'), MESSY);
  symlinkSync(root, join(root, 'звіти', 'знову'));
  return root;
}

it('tells a line of each file of a folder and the sums, and follows no links', async () => {
  const { code, out } = await run(disk('table'));
  const lines = out().split('\n');
  expect(lines.filter((line) => line.includes('парки.csv'))).toHaveLength(1);
  expect(out()).toContain('звіти/без назв.csv');
  expect(out()).toMatch(/лист\.pdf +не прочитано: /);
  expect(out()).not.toContain('прихований');
  expect(out()).toContain('Файлів: 3, таблиць: 2; з помилками: 1, не прочитано: 1, виправлено: 0.');
  // a column without a name stands in the way of publication
  expect(code).toBe(1);
});

it('prints an object a line for programs, the sums last', async () => {
  const { out } = await run(disk('json'), '--json');
  const objects = out()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(objects.map(({ file }) => file)).toEqual(['звіти/без назв.csv', 'лист.pdf', 'парки.csv', undefined]);
  expect(objects[1]).toEqual({
    file: 'лист.pdf',
    refused: { code: 'file-pdf', message: expect.anything(), guide: '/guide/checks/file-pdf' },
  });
  expect(objects[3]).toEqual({
    summary: { files: 3, tables: 2, withErrors: 1, withPersonalData: 0, waiting: 0, refused: 1, fixed: 0 },
  });
});

it('writes mended tables beside, never over anything, and says what was done', async () => {
  const root = disk('fix');
  const first = await run(root, '--fix');
  expect(first.out()).toContain('парки.mended.csv');
  expect(first.code).toBe(0);
  expect(readFileSync(join(root, 'парки.csv'), 'utf8')).toBe(MESSY);
  const mended = readFileSync(join(root, 'парки.mended.csv'), 'utf8');
  expect(mended).toBe('№,Назва,Дата\n1,Парк,2024-01-05\n2,Сквер,2024-02-06\n3,Ліс,2024-03-07\n');
  const again = await run(join(root, 'парки.csv'), '--fix', '--json');
  const { fixed } = JSON.parse(again.out());
  expect(fixed.path).toBe(join(root, 'парки-2.mended.csv'));
  expect(fixed.deeds).toContainEqual({ code: 'date-not-iso', column: 'Дата', count: 3 });
  expect(fixed.errorsLeft).toBe(0);
  // what was written is no file of the clerk
  expect((await run(root)).out()).toContain('Файлів: 3,');
  expect(readdirSync(root).filter((name) => name.endsWith('.mended.csv'))).toHaveLength(2);
});

it('asks for --fix where a folder is given with --out', async () => {
  const { code, err } = await run(disk('out'), '--out', join(folder, 'elsewhere'));
  expect(code).toBe(2);
  expect(err()).toContain('--fix');
});
