import type { DuckSession } from '../../platform/duckdb/duckdb.ts';
import { mendHeaders } from '../checks/header/headers.ts';
import type { DetectorCode } from '../detectors/sign.ts';
import type { RecipeStep } from '../inspection.ts';
import type { ShapedRelation } from '../shaping/shape-step.ts';
import { foldTitle } from '../types/tidy-text.ts';
import { giveKey } from './keyed-digest.ts';
import { faultOfProtection, protectionInOrder, protectStep } from './protect-list.ts';
import type { ProtectChange, ProtectWork } from './protect-step.ts';
import type { Protected, Protection } from './protection.ts';

/** A column whose every cell says a thing only in general now, so that what a detector sees there is that. */
export interface CoarseColumn {
  readonly column: number;
  readonly code: DetectorCode;
}

/**
 * Puts steps one upon another over a relation without writing anything. Throws on a step that cannot be read: a protection that is not understood must
 * stop the work, not be passed by.
 */
export async function composeProtection(
  session: DuckSession,
  start: ShapedRelation,
  { steps, key }: Protection,
): Promise<{ readonly sql: string; readonly coarse: readonly CoarseColumn[] } & Protected> {
  const wanted = protectionInOrder(steps);
  for (const step of wanted) mustBeRight(step, key);
  if (key !== null) await giveKey(session, key);
  const composer = new Composer(session, start);
  const [done, missed]: [(RecipeStep & { count: number })[], RecipeStep[]] = [[], []];
  const coarse: CoarseColumn[] = [];
  for (const step of wanted) {
    const change = await composer.put(step);
    if (change === null || change.missing?.length) missed.push(step);
    if (change === null) continue;
    done.push({ ...step, count: change.count });
    const code = protectStep(step.code)?.leaves;
    if (code) coarse.push(...[...(change.cells?.keys() ?? [])].map((column) => ({ column, code })));
  }
  return { sql: composer.sql(), steps: done, missed, removedColumns: composer.removed(), coarse };
}

function mustBeRight(step: RecipeStep, key: string | null): void {
  const fault = faultOfProtection(step);
  if (fault !== null) throw new Error(`a protection cannot be read: ${fault}`);
  if (protectStep(step.code)?.keyed && key === null) throw new Error(`${step.code} has no key`);
}

/** Cells of different columns are written in one SELECT: a table of hundreds of columns must not become hundreds of relations in one another. */
class Composer {
  readonly #session: DuckSession;
  readonly #headers: readonly string[];
  readonly #placesOf: (title: string) => readonly number[];
  readonly #removed = new Set<number>();
  #sql: string;
  #waiting = new Map<number, string>();
  #named = 0;

  constructor(session: DuckSession, { sql, headers }: ShapedRelation) {
    this.#session = session;
    this.#headers = headers;
    this.#placesOf = placesByTitle(headers);
    this.#sql = sql;
  }

  /** Null where the table has no column the step names. */
  async put({ code, columnTitle, parameters }: RecipeStep): Promise<ProtectChange | null> {
    const places = columnTitle === null ? [] : this.#placesOf(columnTitle);
    if (columnTitle !== null && places.length === 0) return null;
    const step = protectStep(code);
    if (step === null) return null;
    const change = await step.apply(this.#work(places, step.of !== 'column' || step.beside === true), parameters ?? {});
    this.#take(change);
    return change;
  }

  /** A step on other columns than those that wait may be asked of the relation below them, which is cheaper. */
  #work(places: readonly number[], whole: boolean): ProtectWork {
    if (whole || places.some((place) => this.#waiting.has(place))) this.#flush();
    return {
      sql: this.#sql,
      headers: this.#headers,
      places,
      placesOf: this.#placesOf,
      ask: (sql) => this.#session.rows(sql),
      run: (sql) => this.#session.run(sql),
      freshName: () => {
        this.#named += 1;
        return `protect_${this.#named}`;
      },
    };
  }

  #take({ cells, sql, removed = [] }: ProtectChange): void {
    for (const place of removed) this.#removed.add(place);
    if (sql !== undefined) {
      this.#flush(sql);
      return;
    }
    if ([...(cells ?? [])].some(([place]) => this.#waiting.has(place))) this.#flush();
    for (const [place, cell] of cells ?? []) this.#waiting.set(place, cell);
  }

  #flush(below = this.#sql): void {
    const replaced = [...this.#waiting].map(([place, cell]) => `${cell} AS c${place}`);
    this.#waiting = new Map();
    this.#sql = replaced.length === 0 ? below : `(SELECT * REPLACE (${replaced.join(', ')}) FROM ${below})`;
  }

  sql(): string {
    this.#flush();
    return this.#sql;
  }

  removed(): number[] {
    return [...this.#removed].toSorted((a, b) => a - b);
  }
}

/**
 * Every column a title may mean, as it stands or as a repair of headers would call it: of two columns with one title both are protected, for nobody can
 * say which was meant.
 */
function placesByTitle(headers: readonly string[]): (title: string) => readonly number[] {
  const places = new Map<string, Set<number>>();
  for (const names of [headers, mendHeaders(headers), mendHeaders(headers, { duplicate: true })]) {
    for (const [index, name] of names.entries()) {
      const folded = foldTitle(name);
      places.set(folded, (places.get(folded) ?? new Set()).add(index));
    }
  }
  return (title) => [...(places.get(foldTitle(title)) ?? [])].toSorted((a, b) => a - b);
}
