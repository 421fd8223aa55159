import { createHash } from 'node:crypto';
import ssh2, { type Client, type ConnectConfig, type SFTPWrapper, type Stats } from 'ssh2';
import { RequestError } from '../../kernel/errors.ts';
import { NoAnswer, type OutsideReach } from '../http/ask-outside.ts';
import { connectOutside } from '../http/connect-outside.ts';
import { type FileFacts, writeCounted } from '../http/download-outside.ts';
import { endOf } from '../http/fetch-outside.ts';

/** Where a server of files by SSH stands. */
export interface SftpPlace {
  readonly host: string;
  readonly port: number;
}

/** How it knows us: one of the two. */
export interface SftpLogin {
  readonly user: string;
  readonly password?: string;
  /** In OpenSSH or PEM form, without a passphrase. */
  readonly privateKey?: string;
}

export type SftpFault = 'host-key' | 'login' | 'no-file' | 'not-a-file';

/** The server answered, but not with the file. */
export class SftpError extends RequestError {
  readonly why: SftpFault;
  /** Of `host-key`: the one the server has now. */
  readonly fingerprint: string;

  constructor(why: SftpFault, fingerprint = '') {
    const text = `SFTP: ${why}`;
    super('busy', `sftp-${why}`, { uk: text, en: text });
    this.why = why;
    this.fingerprint = fingerprint;
  }
}

export interface SftpLimits {
  readonly bytes: number;
  readonly milliseconds: number;
  /** To the end of the sign-in, ms. */
  readonly handshake: number;
}

/** `SHA256:…` as `ssh-keygen -l` shows it. */
function fingerprintOf(key: Buffer): string {
  return `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
}

/** True for a private key that can be used without asking anybody for its passphrase. */
export function isUsableKey(text: string): boolean {
  const parsed = ssh2.utils.parseKey(text);
  return !(parsed instanceof Error) && (Array.isArray(parsed) ? parsed : [parsed]).some((key) => key.isPrivateKey());
}

/**
 * The fingerprint of the server's key, without signing in. Throws `invalid` (code `inside-address`), NoAnswer.
 * @param milliseconds for all of it
 */
export async function sftpFingerprint(place: SftpPlace, reach: OutsideReach, milliseconds: number): Promise<string> {
  const end = endOf(milliseconds, reach.signal);
  try {
    await signIn(place, { username: 'vidkryto', readyTimeout: milliseconds }, '', reach, end);
  } catch (error) {
    if (error instanceof SftpError && error.why === 'host-key') return error.fingerprint;
    throw error;
  }
  throw new NoAnswer('no-connection');
}

/** What a look before the download says: the file is the same where both numbers are. */
export interface SftpFile {
  readonly size: number;
  /** Seconds since 1970. */
  readonly changed: number;
  /** Null: `unchanged` said there is nothing to take. */
  readonly file: FileFacts | null;
}

/**
 * Takes a file by SFTP to `to`. The server must have the key of `fingerprint`.
 * @param unchanged asked after a look at size and time: true ends it without a download
 * Throws `invalid` (code `inside-address`), NoAnswer, SftpError; what the disk says goes through.
 */
export async function downloadBySftp(
  from: SftpPlace & { readonly path: string; readonly login: SftpLogin; readonly fingerprint: string },
  to: string,
  options: OutsideReach & {
    readonly limits: SftpLimits;
    readonly unchanged: (found: { size: number; changed: number }) => boolean;
  },
): Promise<SftpFile> {
  const { limits, unchanged } = options;
  const end = endOf(limits.milliseconds, options.signal);
  const { user, password, privateKey } = from.login;
  const config = { username: user, password, privateKey, readyTimeout: limits.handshake };
  const client = await signIn(from, config, from.fingerprint, options, end);
  const stop = () => client.destroy();
  end.addEventListener('abort', stop, { once: true });
  try {
    const sftp = await openSftp(client);
    const stats = await lookAt(sftp, from.path);
    const found = { size: stats.size, changed: stats.mtime };
    if (unchanged(found)) return { ...found, file: null };
    if (stats.size > limits.bytes) throw new NoAnswer('too-large');
    return { ...found, file: await writeCounted(sftp.createReadStream(from.path), to, limits.bytes, end) };
  } catch (error) {
    if (error instanceof NoAnswer || !end.aborted) throw error;
    throw new NoAnswer('too-slow');
  } finally {
    end.removeEventListener('abort', stop);
    client.destroy();
  }
}

async function signIn(
  { host, port }: SftpPlace,
  config: ConnectConfig,
  fingerprint: string,
  reach: OutsideReach,
  end: AbortSignal,
): Promise<Client> {
  const sock = await connectOutside(host, port, reach, end);
  const client = new ssh2.Client();
  let seen = '';
  return await new Promise<Client>((resolve, reject) => {
    const stop = () => client.destroy();
    end.addEventListener('abort', stop, { once: true });
    client.once('ready', () => {
      end.removeEventListener('abort', stop);
      client.on('error', () => {}); // a fall later is told by the stream that was being read
      resolve(client);
    });
    const fail = (error?: Error & { level?: string }) => {
      client.destroy();
      sock.destroy(); // a client that refused its own settings never took it
      if (seen !== '' && seen !== fingerprint) reject(new SftpError('host-key', seen));
      else if (end.aborted || error?.level === 'client-timeout') reject(new NoAnswer('too-slow'));
      else if (error?.level === 'client-authentication') reject(new SftpError('login'));
      else reject(new NoAnswer('no-connection', error?.level));
    };
    client.once('error', fail);
    client.once('close', () => fail());
    const hostVerifier = (key: Buffer) => {
      seen = fingerprintOf(key);
      return seen === fingerprint;
    };
    try {
      client.connect({ ...config, sock, hostVerifier });
    } catch {
      fail(Object.assign(new Error('login'), { level: 'client-authentication' })); // a key that cannot be read
    }
  });
}

function openSftp(client: Client): Promise<SFTPWrapper> {
  return new Promise((resolve, reject) => {
    client.once('close', () => reject(new NoAnswer('cut-short')));
    client.sftp((error, sftp) => (error ? reject(new NoAnswer('no-connection', 'sftp')) : resolve(sftp)));
  });
}

function lookAt(sftp: SFTPWrapper, path: string): Promise<Stats> {
  return new Promise((resolve, reject) => {
    sftp.once('close', () => reject(new NoAnswer('cut-short')));
    sftp.stat(path, (error, stats) => {
      if (error) reject(new SftpError('no-file'));
      else if (!stats.isFile()) reject(new SftpError('not-a-file'));
      else resolve(stats);
    });
  });
}
