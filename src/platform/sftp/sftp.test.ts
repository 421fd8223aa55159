import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SFTP_USER, type SftpServer, startSftpServer } from '../../../tests/support/sftp-server.ts';
import { downloadBySftp, isUsableKey, type SftpLogin, sftpFingerprint } from './sftp.ts';

let server: SftpServer;
let folder: string;
beforeAll(async () => {
  server = await startSftpServer();
  folder = await mkdtemp(join(tmpdir(), 'vidkryto-sftp-'));
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const TRUSTED = { trustedHosts: ['127.0.0.1'] };
const LIMITS = { bytes: 1_000_000, milliseconds: 10_000, handshake: 5_000 };
const PASSWORD = { user: SFTP_USER.name, password: SFTP_USER.password };

function take(path: string, changes: { login?: SftpLogin; fingerprint?: string; bytes?: number; same?: boolean } = {}) {
  const { login = PASSWORD, fingerprint = server.fingerprint(), bytes = LIMITS.bytes, same = false } = changes;
  return downloadBySftp({ host: '127.0.0.1', port: server.port, path, login, fingerprint }, join(folder, 'file'), {
    ...TRUSTED,
    limits: { ...LIMITS, bytes },
    unchanged: () => same,
  });
}

describe('a file by SFTP', () => {
  it('comes whole, by password and by key', async () => {
    const bytes = Buffer.alloc(300_000, 'рядок;1\n');
    server.files.set('/дані/реєстр.csv', { bytes, changed: 1_700_000_000 });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    for (const login of [PASSWORD, { user: SFTP_USER.name, privateKey: server.userKey }]) {
      const found = await take('/дані/реєстр.csv', { login });
      expect(found).toEqual({ size: 300_000, changed: 1_700_000_000, file: { size: 300_000, sha256 } });
      expect((await readFile(join(folder, 'file'))).equals(bytes)).toBe(true);
    }
  });

  it('is not read when a look says that it is the same', async () => {
    const opened = server.opened();
    expect((await take('/дані/реєстр.csv', { same: true })).file).toBeNull();
    expect(server.opened()).toBe(opened);
  });

  it.each([
    ['a wrong password', '/дані/реєстр.csv', { login: { user: SFTP_USER.name, password: 'не той' } }, 'sftp-login'],
    ['a key nobody can read', '/дані/реєстр.csv', { login: { user: 'x', privateKey: 'не ключ' } }, 'sftp-login'],
    ['no such file', '/немає.csv', {}, 'sftp-no-file'],
    ['a folder', '/', {}, 'sftp-not-a-file'],
    ['a file that is too large', '/дані/реєстр.csv', { bytes: 1_000 }, 'outside-no-answer'],
  ])('%s is told apart', async (_name, path, changes, code) => {
    await expect(take(path, changes)).rejects.toMatchObject({ code });
  });
});

describe('the key of the server', () => {
  it('is shown without signing in', async () => {
    const before = server.signIns();
    const place = { host: '127.0.0.1', port: server.port };
    expect(await sftpFingerprint(place, TRUSTED, 5_000)).toBe(server.fingerprint());
    expect(server.signIns()).toBe(before);
  });

  it('must be the one that was seen: another gets neither name nor password', async () => {
    const seen = server.fingerprint();
    await server.changeKey();
    const before = server.signIns();
    await expect(take('/дані/реєстр.csv', { fingerprint: seen })).rejects.toMatchObject({
      code: 'sftp-host-key',
      fingerprint: server.fingerprint(),
    });
    expect(server.signIns()).toBe(before);
  });
});

it('an address of the inside is refused unless it is trusted', async () => {
  const place = { host: '127.0.0.1', port: server.port };
  await expect(sftpFingerprint(place, {}, 2_000)).rejects.toMatchObject({ code: 'inside-address' });
});

it('a key under a passphrase, a public one and a word are no usable keys', () => {
  expect(isUsableKey(server.userKey)).toBe(true);
  for (const text of ['', 'ключ', 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ']) expect(isUsableKey(text)).toBe(false);
});
