import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { guardAgainstSlowClients, mostConnections } from './slow-clients.ts';

const MB = 1024 * 1024;
let server: Server;
let received = 0;
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** A guarded server with short patience; `/big` sends 64 MB, everything else takes its body and says how long it was. */
async function serve(): Promise<number> {
  received = 0;
  server = createServer({ connectionsCheckingInterval: 20 }, (request, response) => {
    if (request.url === '/big') {
      const piece = Buffer.alloc(MB);
      let sent = 0;
      const more = () => {
        while (sent < 64) {
          sent += 1;
          if (!response.write(piece)) return void response.once('drain', more);
        }
        response.end();
      };
      more();
      return;
    }
    let size = 0;
    request.on('data', (piece: Buffer) => {
      size += piece.length;
      received += piece.length;
    });
    request.on('end', () => response.end(String(size)));
  });
  const patience = { headers: 150, silence: 300, form: 200, leastBytes: 100 };
  guardAgainstSlowClients(server, (path) => path === '/file', patience);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function open(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  await once(socket, 'connect');
  return socket;
}

/** Sends a byte whenever the clock says so, until the other side has had enough. @returns all that was answered */
async function trickle(socket: Socket, bytes: string, pause: number): Promise<string> {
  let answer = '';
  socket.on('data', (piece) => (answer += String(piece)));
  const timer = setInterval(() => socket.writable && socket.write(bytes), pause);
  await once(socket, 'close');
  clearInterval(timer);
  return answer;
}

describe('a slow client', () => {
  it('that never sends the head of a request is cut', async () => {
    const socket = await open(await serve());
    socket.resume();
    await once(socket, 'close');
    expect(server.listening).toBe(true);
  });

  it('that sends its headers a letter at a time is cut', async () => {
    const socket = await open(await serve());
    socket.write('GET / HTTP/1.1\r\nHost: x\r\nX-Long: ');
    expect(await trickle(socket, 'a', 20)).not.toMatch(/200 OK/);
  });

  it('that sends a form a letter at a time is cut', async () => {
    const socket = await open(await serve());
    socket.write('POST /form HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n');
    expect(await trickle(socket, 'a', 20)).not.toMatch(/200 OK/);
    expect(received).toBeGreaterThan(0);
  });

  it('that sends a file in a trickle is cut; one that keeps moving is heard to the end', async () => {
    const port = await serve();
    const slow = await open(port);
    slow.write('POST /file HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n');
    expect(await trickle(slow, 'a', 20)).not.toMatch(/200 OK/);

    const steady = await open(port);
    const size = 60 * 100;
    steady.write(`POST /file HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: ${size}\r\n\r\n`);
    let answer = '';
    let sent = 0;
    steady.on('data', (piece) => (answer += String(piece)));
    // six times the patience for a form: a file may take its time
    const timer = setInterval(() => {
      if (sent < size) steady.write('x'.repeat(100));
      sent += 100;
    }, 20);
    await once(steady, 'close');
    clearInterval(timer);
    expect(answer).toMatch(new RegExp(`\\r\\n${size}|${size}\\r\\n`));
  });

  it('that asks for much and reads nothing costs little memory and is cut', async () => {
    const socket = await open(await serve());
    const before = process.memoryUsage.rss();
    socket.pause();
    const asking = once(server, 'request');
    socket.write('GET /big HTTP/1.1\r\nHost: x\r\n\r\n');
    const [taken] = await asking;
    await once(taken.socket, 'close');
    expect(process.memoryUsage.rss() - before).toBeLessThan(32 * MB);
    socket.destroy();
  });
});

describe('the most connections', () => {
  it('leave descriptors to everything else', () => {
    const limits = (open: number) =>
      `Limit  Soft Limit\nMax open files            ${open}                 4096    files\n`;
    expect(mostConnections(limits(1024))).toBe(768);
    expect(mostConnections(limits(100))).toBe(64);
    expect(mostConnections(limits(1_000_000))).toBe(20_000);
    expect(mostConnections('')).toBe(3840);
  });

  it('are kept: whoever comes after them is turned away, and the rest are answered', async () => {
    const port = await serve();
    server.maxConnections = 2;
    const first = await open(port);
    const second = await open(port);
    const third = connect(port, '127.0.0.1');
    third.on('error', () => {});
    await once(third, 'close');
    second.destroy();
    first.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    expect(String((await once(first, 'data'))[0])).toMatch(/200 OK/);
  });
});
