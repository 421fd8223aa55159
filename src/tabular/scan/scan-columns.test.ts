import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SCANNED } from '../checks/check-list.ts';
import type { ColumnKind } from '../column.ts';
import { NASTY, OF_KINDS } from '../testing/nasty-values.ts';
import { cellsOf, testDuckDb, textTableOf } from '../testing/text-table-of.ts';
import type { TextTable } from '../text-table.ts';
import { predicateSet } from './guards.ts';
import { countNaively, differences } from './naive-count.ts';
import { planColumns } from './plan.ts';
import { scanColumns } from './scan-columns.ts';

const cell = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.constantFrom(...NASTY).map((value) => ` ${value}`),
  fc.tuple(fc.constantFrom(...NASTY), fc.constantFrom(...NASTY)).map(([a, b]) => `${a}${b}`),
  fc.integer({ min: -1e6, max: 1e9 }).map(String),
  fc.double({ noNaN: true, min: -1e6, max: 1e6 }).map(String),
  fc.string({ unit: fc.constantFrom(...'0123456789.,:/- abсіАB\u00a0\u200b'), maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 6 }).map((text) => text.toWellFormed()),
  fc.constant(null),
);

let parts: Awaited<ReturnType<typeof testDuckDb>>;
beforeAll(async () => {
  parts = await testDuckDb();
});
afterAll(() => rm(parts.folder, { recursive: true, force: true }));

async function compare(table: TextTable, kinds?: ReadonlyMap<number, ColumnKind>, set = SCANNED): Promise<string[]> {
  const session = await parts.duckdb.session();
  try {
    const planned = await scanColumns({
      session,
      path: table.parquetPath,
      rows: table.rows,
      headers: table.headers,
      set,
      ...(kinds ? { kinds } : {}),
    });
    const naive = await countNaively(
      session,
      table.parquetPath,
      planned.map(({ asked }) => asked),
      set,
    );
    return differences(planned, naive);
  } finally {
    session.close();
  }
}

describe('the planned scan', () => {
  it('counts the same as asking every value, on nasty values', async () => {
    const column = fc.array(cell, { minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(column, async (values) => {
        const headers = ['Дата', 'Код ЄДРПОУ'];
        const table = await textTableOf(
          parts,
          headers,
          values.map((value) => [value, value]),
        );
        expect(await compare(table)).toEqual([]);
      }),
      { numRuns: 20, examples: [[['31.02.2025\0', null, "\0'"]]] },
    );
  });

  it('asks columns of a kind what its checks ask, and counts the same', async () => {
    // untidy values are collected because these two look at them, whatever other guards find
    const untidy = ['spaces-around', 'look-alike-letters'];
    const ofKinds = predicateSet(
      SCANNED.all.filter(({ code, onlyKinds }) => onlyKinds !== undefined || untidy.includes(code)),
    );
    const bound = [...new Set(ofKinds.all.flatMap(({ onlyKinds = [] }) => onlyKinds))];
    const rows = Array.from({ length: 3_200 }, (_, at) => {
      const [a = '', b = ''] = [OF_KINDS[at % OF_KINDS.length], OF_KINDS[(at * 7 + 3) % OF_KINDS.length]];
      // many values of few shapes, and text
      const shaped = at % 401 === 7 ? a : String(10_000_000 + at * 337);
      return [shaped, at % 3 === 0 ? `${b}${at.toString(36)}` : b];
    });
    const columns = bound.flatMap((kind) => [kind, kind]);
    const table = await textTableOf(
      parts,
      columns.map(() => 'Дата рішення'),
      rows.map((row) => bound.flatMap(() => row)),
    );
    expect(await compare(table, new Map(columns.entries()), ofKinds)).toEqual([]);
    const few = await textTableOf(
      parts,
      columns.map(() => 'Дата рішення'),
      OF_KINDS.map((value) => columns.map(() => value)),
    );
    expect(few.rows * columns.length).toBeLessThan(20_000);
    expect(await compare(few, new Map(columns.entries()), ofKinds)).toEqual([]);
  });

  it('counts the same where columns are large: learnt shapes, exceptions outside the sample, text behind guards', async () => {
    const rows = Array.from({ length: 12_000 }, (_, at) => {
      const nasty = at % 997 === 500 ? (NASTY[at % NASTY.length] ?? null) : undefined;
      const day = `2024-${String((at % 12) + 1).padStart(2, '0')}-${String((at % 31) + 1).padStart(2, '0')} ${String(at % 24).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}:${String((at * 7) % 60).padStart(2, '0')}`;
      const row = [
        String(at * 7919),
        day,
        `вулиця ${'абвгґдеєжз'[at % 10]}${(at * 31).toString(36)} ${at % 13 === 0 ? ' буд.' : 'буд.'} ${at}`,
        `${at},${at % 100}`,
        String(10_000_000 + at * 337),
        `${at}@x.ua`,
      ];
      return nasty === undefined ? row : row.map(() => nasty);
    });
    const table = await textTableOf(parts, ['№', 'Дата', 'Адреса', 'Сума', 'Код ЄДРПОУ', 'Пошта'], rows);
    expect(await compare(table)).toEqual([]);
    expect((await cellsOf(parts.duckdb, table.parquetPath)).length).toBe(12_000);
  });

  it('counts the same where many different values are of few shapes, strange ones among them', async () => {
    const rows = Array.from({ length: 26_000 }, (_, at) => {
      const different = at % 5_600;
      const strange = different % 997 === 500 ? (NASTY[different % NASTY.length] ?? null) : undefined;
      const latitude = `${(different % 60) - 5}.${String(different * 19).padStart(5, '0')}`;
      const day = `${String((different % 32) + 1).padStart(2, '0')}.${String((different % 13) + 1).padStart(2, '0')}.${1_590 + (different % 600)}`;
      // a mark of byte order is a part of the value, like every other character
      const mark = different % 50 === 7 ? '\ufeff' : '';
      return [strange ?? `${mark}${latitude}`, strange ?? `${mark}${day}`];
    });
    const table = await textTableOf(parts, ['Широта', 'Дата'], rows);
    expect(await compare(table)).toEqual([]);
  });

  it('does not take a column of a large table for one of few values because its beginning is empty', async () => {
    const session = await parts.duckdb.session();
    try {
      const path = join(parts.folder, 'large.parquet');
      const cells = `CASE WHEN i >= 160000 THEN 'справа ' || md5(CAST(i AS VARCHAR)) END AS c0, 'вулиця ' || (i % 20000) AS c1`;
      await session.run(
        `COPY (SELECT ${cells} FROM range(500000) t(i)) TO '${path}' (FORMAT parquet, ROW_GROUP_SIZE 61440)`,
      );
      const plans = await planColumns(session, path, 500_000, ['Справа', 'Вулиця']);
      expect(plans.map(({ way }) => way)).toEqual(['text', 'values']);
    } finally {
      session.close();
    }
  });

  it('tells cells of nothing but spaces from others that no predicate tells from them', async () => {
    const set = predicateSet(
      SCANNED.all.filter(({ code }) => code === 'spaces-around' || code === 'look-alike-letters'),
    );
    // so many shapes times rows that those which answer alike are counted together
    const letters = [...'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя']
      .flatMap((letter) => [`${letter}-`, `${letter}/`])
      .slice(0, 58);
    const odd = ['   ', '\u00a0', null];
    const rows = Array.from({ length: 43_000 }, (_, at) => {
      const number = String(100_000 + at);
      return [at % 61 < 3 ? (odd[at % 61] ?? null) : at % 61 === 3 ? ` е ${number}` : `${letters[at % 58]}${number}`];
    });
    const table = await textTableOf(parts, ['Код'], rows);
    const session = await parts.duckdb.session();
    try {
      const { parquetPath: path, headers } = table;
      const [column] = await scanColumns({ session, path, rows: table.rows, headers, set });
      expect(column?.blanks).toBe(rows.filter(([value]) => !value?.trim()).length);
    } finally {
      session.close();
    }
  });

  it('counts the same where values are longer than a regex counts, or stand on several lines', async () => {
    const rows = Array.from({ length: 3_200 }, (_, at) => {
      const number = String(100_000 + at);
      const day = `\n0${(at % 9) + 1}.1${at % 4}.${1_000 + at}`;
      return [
        `${'1'.repeat(1_200)}${number}`,
        at % 10 === 3 ? '2'.repeat(1_300) : number,
        `№ ${number}\nвід${day}`,
        day,
      ];
    });
    const ofAll = predicateSet(SCANNED.all.filter(({ family }) => family !== 'personal'));
    const table = await textTableOf(parts, ['Ряд', 'Код', 'Запис', 'Дата'], rows);
    expect(await compare(table, undefined, ofAll)).toEqual([]);
  });
});
