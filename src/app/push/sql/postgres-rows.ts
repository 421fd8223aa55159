import pg from 'pg';
import { isoOf, type SqlCell, type SqlRows } from './csv-rows.ts';

const AT_ONCE = 2_000;
const BOOLEAN = 16;
const TIMESTAMPS = new Set([1114, 1184]);

/**
 * Rows of a query to PostgreSQL, by a cursor, in a transaction that may only read. Values come as PostgreSQL writes them, so that no number loses a
 * digit; true and false in words, times by ISO 8601.
 */
export async function withPostgresRows<T>(
  address: string,
  query: string,
  use: (rows: SqlRows) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    connectionString: address,
    application_name: 'vidkryto push',
    types: { getTypeParser: () => (value: string) => value },
    options: '-c default_transaction_read_only=on -c datestyle=ISO',
  });
  await client.connect();
  try {
    await client.query('begin transaction isolation level repeatable read read only');
    await client.query(`declare vidkryto_push no scroll cursor for ${query}`);
    const next = () =>
      client.query<SqlCell[]>({ text: `fetch forward ${AT_ONCE} from vidkryto_push`, rowMode: 'array' });
    const first = await next();
    const types = first.fields.map(({ dataTypeID }) => dataTypeID);
    const columns = first.fields.map(({ name }) => name);
    const rows = async function* () {
      for (let found = first.rows; found.length > 0; found = (await next()).rows) {
        for (const row of found) yield row.map((value, at) => cellOf(value, types[at] ?? 0));
      }
    };
    const outcome = await use({ columns, rows: rows() });
    await client.query('rollback');
    return outcome;
  } finally {
    await client.end();
  }
}

function cellOf(value: SqlCell, type: number): SqlCell {
  if (value === null) return null;
  if (type === BOOLEAN) return value === 't' ? 'true' : 'false';
  return TIMESTAMPS.has(type) ? isoOf(value) : value;
}
