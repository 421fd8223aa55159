import { createConnection, type FieldPacket } from 'mysql2';
import { isoOf, type SqlCell, type SqlRows } from './csv-rows.ts';

const BINARY = 63; // character set of bytes
const TIMES = new Set(['DATETIME', 'TIMESTAMP', 'DATETIME2', 'TIMESTAMP2']);
const BYTES = new Set(['BLOB', 'TINY_BLOB', 'MEDIUM_BLOB', 'LONG_BLOB', 'BIT', 'GEOMETRY']);

/** A field as mysql2 hands it to a cast of one's own. */
interface RawField {
  readonly type: string;
  string(): string | null;
  buffer(): Buffer | null;
}

/** Rows of a query to MySQL or MariaDB, as they come, in a transaction that may only read. Values as the server writes them; bytes as hex. */
export async function withMysqlRows<T>(address: string, query: string, use: (rows: SqlRows) => Promise<T>): Promise<T> {
  const url = new URL(address);
  const connection = createConnection({
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? 3306 : Number(url.port),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: decodeURIComponent(url.pathname.slice(1)),
    charset: 'utf8mb4',
    dateStrings: true,
    multipleStatements: false,
    rowsAsArray: true,
    ...(url.searchParams.get('tls') === 'on' ? { ssl: {} } : {}),
  });
  const fault = new Promise<never>((_, reject) => connection.once('error', reject));
  fault.catch(() => {});
  try {
    for (const statement of ['set session transaction read only', 'start transaction read only']) {
      await Promise.race([run(() => connection.query(statement)), fault]);
    }
    return await Promise.race([stream(connection, query, use), fault]);
  } finally {
    connection.destroy(); // nothing was written: there is nothing to end
  }
}

type Connection = ReturnType<typeof createConnection>;
type Query = ReturnType<Connection['query']>;

function run(start: () => Query): Promise<void> {
  return new Promise((resolve, reject) => {
    start()
      .once('error', reject)
      .once('end', () => resolve());
  });
}

async function stream<T>(connection: Connection, sql: string, use: (rows: SqlRows) => Promise<T>): Promise<T> {
  let columns: readonly FieldPacket[] = [];
  let at = 0;
  // asked for every cell of every row, in order; the cell itself does not say whether it holds bytes or text
  const typeCast = (field: RawField) => {
    const column = columns[at % columns.length];
    at += 1;
    return cellOf(field, column?.characterSet === BINARY);
  };
  const query = connection.query({ sql, rowsAsArray: true, typeCast: typeCast as never });
  const named = new Promise<string[]>((resolve, reject) => {
    query.once('fields', (fields: FieldPacket[]) => {
      columns = fields;
      resolve(fields.map(({ name }) => name));
    });
    query.once('error', reject);
  });
  const rows = query.stream({ highWaterMark: 500 });
  rows.once('error', () => {}); // told by `named` or by reading
  return await use({ columns: await named, rows: rows as unknown as AsyncIterable<SqlCell[]> });
}

function cellOf(field: RawField, binary: boolean): SqlCell {
  if (BYTES.has(field.type) && (binary || field.type === 'BIT' || field.type === 'GEOMETRY')) {
    return field.buffer()?.toString('hex') ?? null;
  }
  const text = field.string();
  return text !== null && TIMES.has(field.type) ? isoOf(text) : text;
}
