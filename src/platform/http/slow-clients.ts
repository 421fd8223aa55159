import { readFileSync } from 'node:fs';
import type { IncomingMessage, Server } from 'node:http';

/** How long a client may take, ms, and how many there may be. All have defaults for the open internet. */
export interface Patience {
  /** For the head of a request, from the connection's first byte or the end of the last answer. */
  readonly headers?: number;
  /** Without a single byte in either direction; also how long a reader of a download may stand still. */
  readonly silence?: number;
  /** For the body of a form: a megabyte at most. */
  readonly form?: number;
  /** A file's body must bring so many bytes in each `form` of time; a slow line does, a trickle does not. */
  readonly leastBytes?: number;
}

const KB = 1024;
const DEFAULTS: Required<Patience> = { headers: 20_000, silence: 90_000, form: 30_000, leastBytes: 16 * KB };
/** Of the process's descriptors these are for files, PostgreSQL and our other processes. */
const OURS = 256;

/** How many connections may be open at once, by the process's limit of descriptors. */
export function mostConnections(limits = readLimits()): number {
  const open = Number(/^Max open files\s+(\d+)/m.exec(limits)?.[1] ?? 4096);
  return Math.max(64, Math.min(20_000, open - OURS));
}

function readLimits(): string {
  try {
    return readFileSync('/proc/self/limits', 'utf8');
  } catch {
    return ''; // no Linux: the default above
  }
}

/**
 * Keeps clients that send or read slowly from holding connections for ever. A head that does not come, a silent connection and a form that trickles
 * are cut; a file may take hours as long as it moves. Beyond the most connections new ones are dropped, so that descriptors never run out.
 * @param carriesFile true for the addresses files are sent to
 */
export function guardAgainstSlowClients(
  server: Server,
  carriesFile: (path: string) => boolean,
  patience: Patience = {},
): void {
  const { headers, silence, form, leastBytes } = { ...DEFAULTS, ...patience };
  server.headersTimeout = headers;
  server.requestTimeout = 0; // bodies are watched here: a file of 500 MB over a slow line takes its time
  server.keepAliveTimeout = 10_000;
  server.timeout = silence;
  server.maxConnections = mostConnections();
  server.on('request', (request: IncomingMessage) => {
    if (request.complete || !hasBody(request)) return;
    const file = carriesFile(request.url ?? '');
    watchBody(request, form, file ? leastBytes : Number.POSITIVE_INFINITY);
  });
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** Cuts the connection when a body does not bring enough between two looks. While we ourselves hold it back, it is not to blame. */
function watchBody(request: IncomingMessage, pause: number, leastBytes: number): void {
  const { socket } = request;
  let before = socket.bytesRead;
  const timer = setInterval(() => {
    const brought = socket.bytesRead - before;
    before = socket.bytesRead;
    if (request.complete) clearInterval(timer);
    else if (brought < leastBytes && !(leastBytes < Number.POSITIVE_INFINITY && request.isPaused())) {
      clearInterval(timer);
      socket.destroy();
    }
  }, pause).unref();
  const stop = () => clearInterval(timer);
  request.once('end', stop);
  request.once('close', stop);
}
