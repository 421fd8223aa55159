import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, extname, join, relative, sep } from 'node:path';
import { chooseEncoding, compress, type Encoding, isText } from './compress.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

/** A name with a hash of its content (`style-Bx3kQ9aZ.css`) never changes. */
const HASHED = /-[A-Za-z0-9_-]{8}\.[a-z0-9]+$/;

/** Files the build made for browsers, each read and compressed once. */
export class StaticFiles {
  readonly #folder: string;
  readonly #names: Set<string>;
  readonly #bodies = new Map<string, Promise<Buffer>>();

  constructor(folder: string) {
    this.#folder = folder;
    const entries = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
    const files = entries.filter((entry) => entry.isFile());
    this.#names = new Set(files.map((file) => relative(folder, join(file.parentPath, file.name)).replaceAll(sep, '/')));
    this.#names.delete('manifest.json'); // the build's own list, nobody else's matter
  }

  #body(name: string, encoding: Encoding | null): Promise<Buffer> {
    const key = `${encoding ?? ''} ${name}`;
    const known = this.#bodies.get(key);
    if (known) return known;
    const raw = readFile(join(this.#folder, name));
    const body = encoding ? raw.then((bytes) => compress(bytes, encoding, true)) : raw;
    this.#bodies.set(key, body);
    return body;
  }

  /** @param name path inside the folder; null when the build has no such file */
  async answer(name: string, request: Request): Promise<Response | null> {
    if (!this.#names.has(name)) return null;
    const type = TYPES[extname(name)] ?? 'application/octet-stream';
    const encoding = isText(type) ? chooseEncoding(request.headers.get('accept-encoding')) : null;
    const body = await this.#body(name, encoding);
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    const headers = new Headers({
      'content-type': type,
      'content-length': String(body.byteLength),
      'cache-control': HASHED.test(name) ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
      vary: 'accept-encoding',
      etag,
    });
    if (encoding) headers.set('content-encoding', encoding);
    if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
    return new Response(new Uint8Array(body), { headers });
  }
}

/** The build's folder for browsers; found by walking up, because the bundle and the sources lie at different depths. */
export function clientFolder(from: string): string {
  for (let folder = dirname(from); ; folder = dirname(folder)) {
    const found = join(folder, 'dist/client');
    if (existsSync(found) || dirname(folder) === folder) return found;
  }
}
