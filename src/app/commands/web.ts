import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import { openLazyDuckDb } from '../../platform/duckdb/lazy-duckdb.ts';
import { QueryProcess } from '../../platform/duckdb/query-process.ts';
import { Metrics } from '../../platform/http/metrics.ts';
import { answerUnreadRequest } from '../../platform/http/plain-address.ts';
import { guardAgainstSlowClients } from '../../platform/http/slow-clients.ts';
import { clientFolder, StaticFiles } from '../../platform/http/static-files.ts';
import { openLog } from '../../platform/logging/pino-log.ts';
import { databaseOf } from '../database-of.ts';
import { backgroundThreads, objectsFolder, openSystem } from '../open-system.ts';
import { aborted, stopSignal } from '../stop-signal.ts';
import { UseCounter } from '../use-counter.ts';
import { splitLanguage } from '../visit-of-request.ts';
import { createWeb, filesArriveAt } from '../web.ts';
import type { Command } from './command.ts';

/** Answers in flight get so long to finish when the site stops, ms. */
const FAREWELL = 8_000;

/** Serves the site until it is asked to stop. */
export const web: Command = async ({ config, program }) => {
  const log = openLog({ level: config.logLevel, process: 'web' });
  const signal = stopSignal();
  const { url: databaseUrl, release } = await databaseOf(config, log);
  const queries = new QueryProcess(program, log);
  const own = openLazyDuckDb({ folder: objectsFolder(config), threads: backgroundThreads(config) });
  const duckdb = {
    session: own.session,
    query: queries.query.bind(queries),
    close: async () => {
      await Promise.all([own.close(), queries.stop()]);
    },
  };
  const system = await openSystem({ config, databaseUrl, log, signal, duckdb });
  const files = new StaticFiles(clientFolder(program));
  const use = new UseCounter(system.ctx);
  const app = createWeb({ ctx: system.ctx, config, queries, metrics: new Metrics(), files, use });
  const answer = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const server = createServer({ connectionsCheckingInterval: 5_000 }, (incoming, outgoing) => {
    void answer(incoming, outgoing);
  });
  server.on('clientError', answerUnreadRequest);
  guardAgainstSlowClients(server, (address) => filesArriveAt(splitLanguage(address.split('?', 1)[0] ?? '').path));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, resolve);
  });
  log.info({ port: config.port, host: config.host }, 'the site is open');
  process.send?.('ready');
  void queries.warm().catch(() => {}); // the first visitor of a table need not wait for its start
  await aborted(signal);
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  await Promise.race([closed, sleep(FAREWELL)]);
  server.closeAllConnections();
  await use.close();
  await system.close();
  await release();
  return 0;
};
