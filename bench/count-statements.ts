import { writeFileSync } from 'node:fs';
import pg from 'pg';

/**
 * Loaded into the web process before anything else (`--import`): counts every statement it sends to PostgreSQL, and on SIGUSR2 writes the
 * count, and what was sent since the last time, to the file named by BENCH_STATEMENTS.
 */
const path = process.env.BENCH_STATEMENTS;
if (path && process.argv[2] === 'web') {
  let count = 0;
  let sent: string[] = [];
  const send = pg.Client.prototype.query as (...args: unknown[]) => unknown;
  const counting = function (this: unknown, ...args: unknown[]): unknown {
    const [asked] = args;
    count += 1;
    sent.push(typeof asked === 'string' ? asked : String((asked as { text?: string }).text));
    return send.apply(this, args);
  };
  Object.assign(pg.Client.prototype, { query: counting });
  process.on('SIGUSR2', () => {
    writeFileSync(path, JSON.stringify({ count, sent }));
    sent = [];
  });
}
