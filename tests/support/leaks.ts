import { readFile } from 'node:fs/promises';
import { inflateRawSync } from 'node:zlib';
import { sql } from 'kysely';
import { TABLES_WITH_CELLS } from '../../src/app/backup/restricted.ts';
import { literal } from '../../src/platform/duckdb/duckdb.ts';
import type { ObjectClass } from '../../src/platform/objects/object-store.ts';
import type { TestContext } from './make-context.ts';
import { wholeSite } from './whole-site.ts';

/** Texts nobody may find. */
export type Secrets = readonly string[];

const holds = (text: string, secrets: Secrets) =>
  secrets.filter((one) => text.toLowerCase().includes(one.toLowerCase()));

/** Every table of the database as text, those where cells may stand left out: `table: what of the secrets stands there`. */
export async function leaksOfDatabase({ ctx }: TestContext, secrets: Secrets): Promise<string[]> {
  const { rows } = await sql<{
    schema: string;
    name: string;
  }>`select schemaname as schema, tablename as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')`.execute(ctx.db);
  const leaks: string[] = [];
  for (const { schema, name } of rows) {
    if (TABLES_WITH_CELLS[name] !== undefined) continue;
    const found = await sql<{ text: string }>`select t::text as text from ${sql.table(`${schema}.${name}`)} t`.execute(
      ctx.db,
    );
    const seen = new Set(found.rows.flatMap(({ text }) => holds(text, secrets)));
    if (seen.size > 0) leaks.push(`${name}: ${[...seen].join(', ')}`);
  }
  return leaks;
}

/** What of the files of the class public holds a secret; tables are read cell by cell, packed files unpacked. */
export function leaksOfPublicFiles(test: TestContext, secrets: Secrets): Promise<string[]> {
  return leaksOfFiles(test, secrets, ['public']);
}

/** The same of the files of some classes. */
export async function leaksOfFiles(
  { ctx }: TestContext,
  secrets: Secrets,
  classes: readonly ObjectClass[],
): Promise<string[]> {
  const leaks: string[] = [];
  for await (const { key } of ctx.objects.list()) {
    if (!classes.some((one) => key.startsWith(`${one}/`))) continue;
    const bytes = await readFile(await ctx.objects.localPath(key));
    const text = bytes.subarray(0, 4).toString('latin1') === 'PAR1' ? await cellsOf(ctx, key) : textsOf(bytes);
    const seen = holds(text, secrets);
    if (seen.length > 0) leaks.push(`${key}: ${seen.join(', ')}`);
  }
  return leaks;
}

async function cellsOf(ctx: TestContext['ctx'], key: string): Promise<string> {
  const path = literal(await ctx.objects.localPath(key));
  return JSON.stringify(await ctx.duckdb.query({ sql: `select * from read_parquet(${path})`, values: [] }));
}

/** The bytes as text, with the members of a ZIP (XLSX, ODS) unpacked. */
function textsOf(bytes: Buffer): string {
  const texts = [bytes.toString('utf8')];
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') return texts.join('');
  for (
    let at = bytes.indexOf('PK\u0003\u0004', 0, 'latin1');
    at >= 0;
    at = bytes.indexOf('PK\u0003\u0004', at + 4, 'latin1')
  ) {
    const data = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    if (bytes.readUInt16LE(at + 8) !== 8) continue;
    try {
      texts.push(inflateRawSync(bytes.subarray(data), { finishFlush: 2 }).toString('utf8'));
    } catch {
      texts.push(''); // not a member: the mark stood inside one
    }
  }
  return texts.join('\n');
}

export interface Walked {
  readonly pages: number;
  readonly leaks: readonly string[];
}

/** Follows every link of the site a visitor meets, from these addresses on; what any answer gives away. */
export async function walkSite(test: TestContext, secrets: Secrets, from: readonly string[]): Promise<Walked> {
  const site = wholeSite(test);
  const seen = new Set(from);
  const leaks: string[] = [];
  for (const path of seen) {
    const answer = await site.request(path);
    const text = textsOf(Buffer.from(await answer.arrayBuffer()));
    const found = holds(text, secrets);
    if (found.length > 0) leaks.push(`${path}: ${found.join(', ')}`);
    if (answer.status >= 500) leaks.push(`${path}: ${answer.status}`);
    for (const next of linksOf(text)) if (seen.size < MOST_PAGES) seen.add(next);
  }
  return { pages: seen.size, leaks };
}

const MOST_PAGES = 250;
const ORIGIN = 'https://data.example.org';

function linksOf(text: string): string[] {
  const links = [
    ...text.matchAll(/(?:href|src|action)="([^"]+)"/g),
    ...text.matchAll(/https:\/\/data\.example\.org[^\s"'<>)\\\]]*/g),
  ];
  return links.flatMap(([whole, inner]) => {
    const link = (inner ?? whole).replaceAll('&amp;', '&').replace(ORIGIN, '').replace(/#.*$/, '');
    // pages that are the same for every installation tell nothing of data
    return /^\/(?!\/|assets|guide|cabinet|sign-in|en\/)/.test(link) ? [link] : [];
  });
}
