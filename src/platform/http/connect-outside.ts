import { createConnection, type Socket } from 'node:net';
import { judgedAddresses, NoAnswer, type OutsideReach } from './ask-outside.ts';

/**
 * Opens a plain connection to another server, by the rules of `askOutside`: what was judged is what is connected to.
 * Throws `invalid` (code `inside-address`), NoAnswer.
 */
export async function connectOutside(
  host: string,
  port: number,
  reach: OutsideReach,
  signal: AbortSignal,
): Promise<Socket> {
  let last: unknown = new NoAnswer('no-connection');
  for (const address of await judgedAddresses(host, reach, signal)) {
    try {
      return await connect(address, port, signal);
    } catch (error) {
      last = error;
    }
  }
  throw last;
}

function connect(host: string, port: number, signal: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = createConnection({ host, port });
    const stop = () => socket.destroy(new Error('aborted'));
    signal.addEventListener('abort', stop, { once: true });
    socket.once('connect', () => {
      signal.removeEventListener('abort', stop);
      socket.removeAllListeners('error');
      resolve(socket);
    });
    socket.once('error', (error: NodeJS.ErrnoException) => {
      reject(signal.aborted ? new NoAnswer('too-slow') : new NoAnswer('no-connection', error.code));
    });
  });
}
