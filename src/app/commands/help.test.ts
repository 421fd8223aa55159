import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { COMMANDS } from './list.ts';

const PROGRAM = join(import.meta.dirname, '../../main.ts');

test('help asked of a command tells of it and does nothing', async () => {
  const data = await mkdtemp(join(tmpdir(), 'vidkryto-help-'));
  const ask = (...words: string[]) =>
    promisify(execFile)(process.execPath, [PROGRAM, ...words], { env: { ...process.env, VIDKRYTO_DATA: data } });
  try {
    const { stdout } = await ask('demo', '--help');
    expect(stdout).toContain('заповнити порожню систему вигаданою громадою');
    expect(stdout).not.toContain('backup');
    const all = await ask('help');
    for (const { name } of COMMANDS) expect(all.stdout).toContain(`  ${name}`);
    expect(await readdir(data)).toEqual([]);
  } finally {
    await rm(data, { recursive: true, force: true });
  }
});
