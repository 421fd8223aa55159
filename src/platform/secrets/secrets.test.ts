import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { secretKey } from './secret-key.ts';
import { secretsOf } from './secrets.ts';

it('a secret is opened only with its key and in its place', () => {
  const secrets = secretsOf('a'.repeat(64));
  const sealed = secrets.seal('пароль від сервера', 'sources:1');
  expect(sealed).not.toContain('пароль');
  expect(Buffer.from(sealed.slice(3), 'base64url').toString()).not.toContain('пароль');
  expect(secrets.seal('пароль від сервера', 'sources:1')).not.toBe(sealed);
  expect(secrets.open(sealed, 'sources:1')).toBe('пароль від сервера');
  expect(secrets.open(sealed, 'sources:2')).toBeNull();
  expect(secretsOf('b'.repeat(64)).open(sealed, 'sources:1')).toBeNull();
  const spoiled = `v1.${Buffer.from(sealed.slice(3), 'base64url').fill(0, 30, 31).toString('base64url')}`;
  expect(secrets.open(spoiled, 'sources:1')).toBeNull();
  for (const nothing of ['', 'v1', 'v1.', 'v2.aaaa', 'пароль']) expect(secrets.open(nothing, 'sources:1')).toBeNull();
});

it('the key is made once, for its owner only, however many processes start', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'vidkryto-key-'));
  try {
    const keys = await Promise.all(Array.from({ length: 8 }, () => secretKey(null, folder)));
    expect(new Set(keys).size).toBe(1);
    expect(await readFile(join(folder, 'secret.key'), 'utf8')).toBe(`${keys[0]}\n`);
    expect((await stat(join(folder, 'secret.key'))).mode & 0o777).toBe(0o600);
    expect(await secretKey('from the settings', folder)).toBe('from the settings');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
