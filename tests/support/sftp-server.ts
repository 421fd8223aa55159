import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import ssh2, { type Connection, type SFTPWrapper } from 'ssh2';

const { Server, utils } = ssh2;
const { STATUS_CODE } = utils.sftp;

/** A file of the server. */
export interface ServedFile {
  bytes: Buffer;
  /** Seconds since 1970. */
  changed: number;
}

/** A real SSH server on this machine with a few files, for tests. */
export interface SftpServer {
  readonly port: number;
  /** By path; change it as you like. */
  readonly files: Map<string, ServedFile>;
  /** A private key its user may sign in with. */
  readonly userKey: string;
  /** Of its present key, as people see it. */
  fingerprint(): string;
  /** How often a file was opened. */
  opened(): number;
  /** How often somebody tried to sign in. */
  signIns(): number;
  /** Another key from the next connection on. */
  changeKey(): Promise<void>;
  close(): Promise<void>;
}

export const SFTP_USER = { name: 'vidkryto', password: 'пароль від файлів' } as const;

function makeKey() {
  return utils.generateKeyPairSync('ed25519');
}

/** Starts it on a free port. Only `SFTP_USER` may sign in, by password or by `userKey`. */
export async function startSftpServer(): Promise<SftpServer> {
  const files = new Map<string, ServedFile>();
  const user = makeKey();
  const counts = { opened: 0, signIns: 0 };
  const clients = new Set<Connection>();
  let host = makeKey();
  let server = await listen(0);
  const { port } = server.address() as AddressInfo;

  async function listen(at: number) {
    const fresh = new Server({ hostKeys: [host.private] }, (client) => serve(client));
    fresh.listen(at, '127.0.0.1');
    await once(fresh, 'listening');
    return fresh;
  }

  function stop(): Promise<void> {
    for (const client of clients) client.end();
    clients.clear();
    return new Promise((resolve) => server.close(() => resolve()));
  }

  function serve(client: Connection): void {
    clients.add(client);
    client.on('close', () => clients.delete(client));
    client.on('error', () => {}); // whoever looks at the key only, hangs up
    client.on('authentication', (asked) => {
      counts.signIns += 1;
      const known = utils.parseKey(user.public);
      if (asked.username !== SFTP_USER.name || known instanceof Error) return asked.reject();
      if (asked.method === 'password' && asked.password === SFTP_USER.password) return asked.accept();
      const fits = asked.method === 'publickey' && asked.key.data.equals(known.getPublicSSH());
      if (asked.method !== 'publickey' || !fits) return asked.reject(['password', 'publickey']);
      if (!asked.signature || known.verify(asked.blob ?? Buffer.alloc(0), asked.signature, asked.hashAlgo))
        return asked.accept();
      return asked.reject();
    });
    client.on('session', (accept) => {
      accept().on('sftp', (open) => serveFiles(open(), files, counts));
    });
  }

  return {
    port,
    files,
    userKey: user.private,
    fingerprint: () => {
      const key = utils.parseKey(host.public);
      if (key instanceof Error) throw key;
      return `SHA256:${createHash('sha256').update(key.getPublicSSH()).digest('base64').replace(/=+$/, '')}`;
    },
    opened: () => counts.opened,
    signIns: () => counts.signIns,
    async changeKey() {
      host = makeKey();
      await stop();
      server = await listen(port);
    },
    close: stop,
  };
}

function serveFiles(sftp: SFTPWrapper, files: Map<string, ServedFile>, counts: { opened: number }): void {
  const handles = new Map<string, ServedFile>();
  const attributes = (file: ServedFile | null) => ({
    mode: file ? 0o100644 : 0o040755,
    uid: 0,
    gid: 0,
    size: file?.bytes.length ?? 0,
    atime: file?.changed ?? 0,
    mtime: file?.changed ?? 0,
  });
  const look = (id: number, path: string) => {
    const file = files.get(path);
    if (file) sftp.attrs(id, attributes(file));
    else if (path === '/') sftp.attrs(id, attributes(null));
    else sftp.status(id, STATUS_CODE.NO_SUCH_FILE);
  };
  sftp.on('STAT', look);
  sftp.on('LSTAT', look);
  sftp.on('OPEN', (id, path) => {
    const file = files.get(path);
    if (!file) return sftp.status(id, STATUS_CODE.NO_SUCH_FILE);
    counts.opened += 1;
    const handle = Buffer.from(String(handles.size));
    handles.set(handle.toString(), file);
    return sftp.handle(id, handle);
  });
  sftp.on('FSTAT', (id, handle) => sftp.attrs(id, attributes(handles.get(handle.toString()) ?? null)));
  sftp.on('READ', (id, handle, offset, length) => {
    const bytes = handles.get(handle.toString())?.bytes ?? Buffer.alloc(0);
    if (offset >= bytes.length) sftp.status(id, STATUS_CODE.EOF);
    else sftp.data(id, bytes.subarray(offset, offset + length));
  });
  sftp.on('CLOSE', (id) => sftp.status(id, STATUS_CODE.OK));
}
