import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Context } from '../../platform/context.ts';
import type { DuckSession } from '../../platform/duckdb/duckdb.ts';
import type { Manifest, ManifestColumn, ManifestPart } from './manifest.ts';
import { alreadyThere, misfit, outsideValue, repeatedKey, requiredBlank, severalRows } from './patch-faults.ts';
import {
  batchStatement,
  blankStatement,
  freshStatement,
  hitStatement,
  misfitStatement,
  oldStatement,
  outsideStatement,
  partStatement,
  removedStatement,
  twiceStatement,
} from './patch-statement.ts';
import {
  type BatchCounts,
  type BatchKind,
  type CleanRow,
  type ColumnRule,
  MOST_FAULTS,
  type RowFault,
} from './row-batch.ts';
import type { OpenTable } from './table.ts';

/** Parts with fewer rows are written anew together with the next batch, so that a thousand small batches do not make a thousand parts. */
const SMALL_PART = 5_000;
/** For so few rows opening a DuckDB costs more than writing them. */
const SMALL_BATCH = 1_000;
/** So many old rows are fetched by their numbers. */
const FEW = 200;

/** Rows to write, in plain forms. */
export interface CleanRows {
  readonly kind: BatchKind;
  readonly rows: readonly CleanRow[];
  readonly rules: readonly ColumnRule[];
}

/** What came of a batch: nothing but faults, or the table as it is after it. `manifest` null: it is as it was. */
export type PatchOutcome =
  | { readonly faults: readonly RowFault[] }
  | { readonly counts: BatchCounts; readonly manifest: Manifest | null };

/**
 * Writes a batch upon a table: all of it or nothing. The table stays as it is; the outcome is a manifest of another, which shares its large parts. The
 * new files lie in place, named by nothing until the caller keeps the manifest. Rows keep the order of the source; new and changed ones come last.
 */
export async function patchTable(ctx: Context, table: OpenTable, batch: CleanRows): Promise<PatchOutcome> {
  const folder = await ctx.objects.workFolder();
  const own = { memory: '300MB', spillFolder: join(folder, 'spill') };
  const session = await ctx.duckdb.session(batch.rows.length <= SMALL_BATCH ? { warm: true } : own);
  const stop = () => session.interrupt();
  ctx.signal.addEventListener('abort', stop, { once: true });
  try {
    ctx.signal.throwIfAborted();
    return await new Patch(ctx, session, folder, table, batch).carryOut();
  } finally {
    ctx.signal.removeEventListener('abort', stop);
    session.close();
    await rm(folder, { recursive: true, force: true });
  }
}

class Patch {
  readonly #ctx: Context;
  readonly #session: DuckSession;
  readonly #folder: string;
  readonly #table: OpenTable;
  readonly #batch: CleanRows;
  readonly #columns: readonly ManifestColumn[];

  constructor(ctx: Context, session: DuckSession, folder: string, table: OpenTable, batch: CleanRows) {
    this.#ctx = ctx;
    this.#session = session;
    this.#folder = folder;
    this.#table = table;
    this.#batch = batch;
    this.#columns = table.columns;
  }

  async carryOut(): Promise<PatchOutcome> {
    await this.#load();
    const faults = await this.#faultsOfBatch();
    if (faults.length > 0) return { faults };
    await this.#session.run(hitStatement(this.#columns, this.#table.paths));
    return this.#batch.kind === 'delete' ? this.#delete() : this.#write();
  }

  /** The batch as a file of JSON lines, then as a temporary table. */
  async #load(): Promise<void> {
    const path = join(this.#folder, 'batch.jsonl');
    const columns = this.#columns;
    const lines = function* (rows: readonly CleanRow[]) {
      for (const [i, { values, given }] of rows.entries()) {
        const cells = columns.flatMap(({ parquetColumn }, at) =>
          values[at] === null ? [] : [[parquetColumn, values[at]]],
        );
        const has = given.map((one) => (one ? '1' : '0')).join('');
        yield `${JSON.stringify({ n: i + 1, has, ...Object.fromEntries(cells) })}\n`;
      }
    };
    await pipeline(Readable.from(lines(this.#batch.rows)), createWriteStream(path));
    await this.#session.run(batchStatement(path, columns));
  }

  async #faultsOfBatch(): Promise<RowFault[]> {
    const misfits = await this.#session.rows(misfitStatement(MOST_FAULTS));
    if (misfits.length > 0) return misfits.map(({ n, place }) => misfit(Number(n), this.#columns[Number(place)]));
    const outside = await this.#outside();
    if (outside.length > 0) return outside;
    const twice = await this.#session.rows(twiceStatement(this.#columns, MOST_FAULTS));
    return twice.map(({ n, first }) => repeatedKey(Number(n), Number(first)));
  }

  /** Values outside code lists and allowed values, in the order of the rows; keys to delete are asked nothing. */
  async #outside(): Promise<RowFault[]> {
    if (this.#batch.kind === 'delete') return [];
    const faults: RowFault[] = [];
    for (const rule of this.#batch.rules) {
      const column = this.#columns.find(({ name }) => name === rule.name);
      if (!column || !rule.values || rule.values.length === 0) continue;
      const found = await this.#session.rows(outsideStatement(column, rule.values, MOST_FAULTS));
      faults.push(...found.map(({ n }) => outsideValue(Number(n), column, rule)));
    }
    return faults.sort((one, other) => one.row - other.row).slice(0, MOST_FAULTS);
  }

  async #delete(): Promise<PatchOutcome> {
    const [found] = await this.#session.rows('SELECT count(*) AS rows, count(DISTINCT n) AS keys FROM hit');
    const deleted = Number(found?.rows ?? 0);
    const counts = { added: 0, changed: 0, deleted, unchanged: this.#batch.rows.length - Number(found?.keys ?? 0) };
    if (deleted === 0) return { counts, manifest: null };
    const parts = await this.#partsWithout(this.#table.manifest.parts, 'hit', await this.#counted('hit'));
    return { counts, manifest: this.#manifestOf(parts, -deleted) };
  }

  async #write(): Promise<PatchOutcome> {
    const { kind, rows, rules } = this.#batch;
    if (kind === 'append') {
      const there = await this.#session.rows(`SELECT DISTINCT n FROM hit ORDER BY n LIMIT ${MOST_FAULTS}`);
      if (there.length > 0) return { faults: there.map(({ n }) => alreadyThere(Number(n))) };
    }
    const several = await this.#session.rows(
      `SELECT n FROM hit GROUP BY n HAVING count(*) > 1 ORDER BY n LIMIT ${MOST_FAULTS}`,
    );
    if (several.length > 0) return { faults: several.map(({ n }) => severalRows(Number(n))) };
    await this.#session.run(oldStatement(this.#columns, this.#table.paths, await this.#fewHits()));
    await this.#session.run(freshStatement(this.#columns, kind === 'patch'));
    const required = this.#columns.flatMap(({ name }, at) =>
      rules.some((rule) => rule.required && rule.name === name) ? [at] : [],
    );
    if (kind === 'patch' && required.length > 0) {
      const blanks = await this.#session.rows(blankStatement(this.#columns, required, MOST_FAULTS));
      if (blanks.length > 0)
        return { faults: blanks.map(({ n, place }) => requiredBlank(Number(n), this.#columns[Number(place)])) };
    }
    const [found] = await this.#session.rows('SELECT count(*) AS rows, count(*) FILTER (is_new) AS added FROM fresh');
    const [fresh, added] = [Number(found?.rows ?? 0), Number(found?.added ?? 0)];
    const counts = { added, changed: fresh - added, deleted: 0, unchanged: rows.length - fresh };
    if (fresh === 0) return { counts, manifest: null };
    await this.#session.run(`CREATE TEMP TABLE lost AS SELECT part, "row" FROM hit WHERE n IN (SELECT n FROM fresh)`);
    const lost = await this.#counted('lost');
    const allLost = [...lost.values()].reduce((sum, n) => sum + n, 0);
    return { counts, manifest: this.#manifestOf(await this.#partsWith(fresh, lost), fresh - allLost) };
  }

  async #fewHits(): Promise<Map<number, number[]> | null> {
    const hits = await this.#session.rows(`SELECT part, "row" FROM hit LIMIT ${FEW + 1}`);
    if (hits.length > FEW) return null;
    const byPart = new Map<number, number[]>();
    for (const { part, row } of hits) byPart.set(Number(part), [...(byPart.get(Number(part)) ?? []), Number(row)]);
    return byPart;
  }

  /** How many rows of each part a temporary table (`part`, `row`) names. */
  async #counted(gone: 'hit' | 'lost'): Promise<Map<number, number>> {
    const counted = await this.#session.rows(`SELECT part, count(*) AS n FROM ${gone} GROUP BY part`);
    return new Map(counted.map(({ part, n }) => [Number(part), Number(n)]));
  }

  /** The parts with the fresh rows behind them: in the last one where it is small, else in one of their own. */
  async #partsWith(fresh: number, lost: ReadonlyMap<number, number>): Promise<ManifestPart[]> {
    const { parts } = this.#table.manifest;
    const last = parts.at(-1);
    const alive = last ? last.rows - (last.removed?.rows ?? 0) - (lost.get(parts.length - 1) ?? 0) : 0;
    const grows = last?.kind === 'appended' && alive + fresh <= SMALL_PART * 2 && fresh <= SMALL_PART;
    const kept = grows ? parts.slice(0, -1) : parts;
    const before = grows ? (this.#table.paths.at(-1) ?? null) : null;
    const path = join(this.#folder, 'part.parquet');
    const gone = `SELECT "row" FROM lost WHERE part = ${parts.length - 1}`;
    await this.#session.run(partStatement(path, this.#columns, before, gone));
    const { key } = await this.#ctx.objects.takeFile('public', this.#table.resourceId, path);
    const rows = (grows ? alive : 0) + fresh;
    return [...(await this.#partsWithout(kept, 'lost', lost)), { kind: 'appended', key, rows }];
  }

  /** The parts with the rows of a temporary table (`part`, `row`) said to be no more. */
  async #partsWithout(
    parts: readonly ManifestPart[],
    gone: 'hit' | 'lost',
    counts: ReadonlyMap<number, number>,
  ): Promise<ManifestPart[]> {
    const changed: ManifestPart[] = [];
    for (const [i, part] of parts.entries()) {
      const more = counts.get(i) ?? 0;
      changed.push(more === 0 ? part : await this.#partWithout(part, i, more, gone));
    }
    return changed;
  }

  async #partWithout(part: ManifestPart, i: number, more: number, gone: string): Promise<ManifestPart> {
    const path = join(this.#folder, `removed-${i}.parquet`);
    const before = this.#table.paths[i]?.removed ?? null;
    await this.#session.run(removedStatement(path, before, `SELECT DISTINCT "row" FROM ${gone} WHERE part = ${i}`));
    const { key } = await this.#ctx.objects.takeFile('public', this.#table.resourceId, path);
    return { ...part, removed: { key, rows: (part.removed?.rows ?? 0) + more } };
  }

  #manifestOf(parts: readonly ManifestPart[], more: number): Manifest {
    const { manifest } = this.#table;
    return { ...manifest, parts, rows: manifest.rows + more, byRows: true };
  }
}
