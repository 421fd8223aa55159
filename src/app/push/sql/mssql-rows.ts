import { Connection, Request } from 'tedious';
import { isoOf, type SqlCell, type SqlRows } from './csv-rows.ts';

/** Rows that may wait to be written; then the server waits too. */
const WAITING = 1_000;

/** What is used of tedious's own description of a column. */
type ColumnMetaData = { readonly colName: string; readonly type: { readonly name: string } };
type Column = { readonly value: unknown; readonly metadata: ColumnMetaData };

/**
 * Rows of a query to MS SQL, as they come, in a transaction that is rolled back whatever it did. The driver gives decimals as floating numbers: cast
 * them to text in the query where every digit counts.
 */
export async function withMssqlRows<T>(address: string, query: string, use: (rows: SqlRows) => Promise<T>): Promise<T> {
  const connection = await connect(new URL(address));
  try {
    await new Promise<void>((resolve, reject) =>
      connection.beginTransaction((error) => (error ? reject(error) : resolve())),
    );
    const outcome = await use(await ask(connection, query));
    await new Promise<void>((resolve) => connection.rollbackTransaction(() => resolve()));
    return outcome;
  } finally {
    connection.close();
  }
}

function connect(url: URL): Promise<Connection> {
  const connection = new Connection({
    server: url.hostname,
    authentication: {
      type: 'default',
      options: { userName: decodeURIComponent(url.username), password: decodeURIComponent(url.password) },
    },
    options: {
      port: url.port === '' ? 1433 : Number(url.port),
      database: decodeURIComponent(url.pathname.slice(1)),
      encrypt: url.searchParams.get('encrypt') !== 'off',
      trustServerCertificate: url.searchParams.get('trustServerCertificate') === 'on',
      readOnlyIntent: true,
      useUTC: true,
      requestTimeout: 0,
      appName: 'vidkryto push',
    },
  });
  return new Promise((resolve, reject) => connection.connect((error) => (error ? reject(error) : resolve(connection))));
}

async function ask(connection: Connection, query: string): Promise<SqlRows> {
  const waiting: SqlCell[][] = [];
  let ended: { readonly error: Error | null } | null = null;
  let wake = () => {};
  const request = new Request(query, (error) => {
    ended = { error: error ?? null };
    wake();
  });
  const named = new Promise<string[]>((resolve) => {
    request.once('columnMetadata', (columns: ColumnMetaData[]) => resolve(columns.map(({ colName }) => colName)));
  });
  request.on('row', (columns: Column[]) => {
    waiting.push(columns.map(cellOf));
    if (waiting.length >= WAITING) request.pause();
    wake();
  });
  const rows = async function* () {
    for (;;) {
      const row = waiting.shift();
      if (row) yield row;
      else if (ended) {
        if (ended.error) throw ended.error;
        return;
      } else {
        request.resume();
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  };
  connection.execSql(request);
  const failed = new Promise<never>((_, reject) => {
    request.once('requestCompleted', () => ended?.error && reject(ended.error));
  });
  failed.catch(() => {});
  return { columns: await Promise.race([named, failed]), rows: rows() };
}

function cellOf({ value, metadata }: Column): SqlCell {
  if (value === null || value === undefined) return null;
  if (Buffer.isBuffer(value)) return value.toString('hex');
  if (!(value instanceof Date)) return String(value);
  const text = value.toISOString();
  const { name } = metadata.type;
  if (name === 'Date') return text.slice(0, 10);
  if (name === 'Time') return text.slice(11, 23).replace(/\.?0+$/, '');
  return isoOf(name === 'DateTimeOffset' ? text : text.slice(0, 23));
}
