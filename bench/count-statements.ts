import { writeFileSync } from 'node:fs';
import pg from 'pg';

/**
 * Loaded into the web process before anything else (`--import`): counts every statement it sends to PostgreSQL, and on SIGUSR2 writes the
 * count to the file named by BENCH_STATEMENTS.
 */
const path = process.env.BENCH_STATEMENTS;
if (path && process.argv[2] === 'web') {
  let count = 0;
  const send = pg.Client.prototype.query as (...args: unknown[]) => unknown;
  const counting = function (this: unknown, ...args: unknown[]): unknown {
    count += 1;
    return send.apply(this, args);
  };
  Object.assign(pg.Client.prototype, { query: counting });
  process.on('SIGUSR2', () => writeFileSync(path, String(count)));
}
