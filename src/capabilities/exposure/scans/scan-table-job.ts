import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Context, transaction } from '../../../platform/context.ts';
import { defineJob } from '../../../platform/jobs/job.ts';
import { DETECTORS_FINGERPRINT, signsOfTable } from '../../../tabular/index.ts';
import { notify } from '../../notices/index.ts';
import { type OpenTableOfVersion, tablesOfPublic, titlesInFile } from '../../publishing/index.ts';
import { writeTextTable } from '../../tables/index.ts';
import { considerHiding } from '../hidings/consider-hiding.ts';
import { putScan, selectScanned, selectSigns } from './scan-store.ts';
import type { SeenSign } from './seen-sign.ts';
import { undecidedOf } from './undecided.ts';

/**
 * Each night: begins to look again at every public table that these detectors have not seen, new versions too. One table a job, each asks for the
 * next: other work comes in between, and what was broken off goes on the next night.
 */
export const rescanJob = defineJob({
  name: 'exposure.rescan',
  data: z.object({}),
  handle: (ctx) => askNext(ctx, null),
});

/** Looks at one public table, every cell of it, and asks for the next one. Repeating it is harmless. */
export const scanTableJob = defineJob({
  name: 'exposure.scan-table',
  data: z.object({ tableId: z.string() }),
  async handle(ctx, { tableId }) {
    const [table] = await tablesOfPublic(ctx, [tableId]);
    // it was closed meanwhile
    if (table) await lookAt(ctx, table);
    await askNext(ctx, tableId);
  },
  async park(ctx, { tableId }, reason) {
    ctx.log.warn({ tableId, reason }, 'a public table could not be looked at for personal data');
    const [table] = await tablesOfPublic(ctx, [tableId]);
    // the others must not wait for it; the next detectors try it again
    if (table) await keep(ctx, table, await selectSigns(ctx.db, tableId));
    await askNext(ctx, tableId);
  },
});

async function askNext(ctx: Context, after: string | null): Promise<void> {
  const seen = await selectScanned(ctx.db, DETECTORS_FINGERPRINT);
  const next = (await tablesOfPublic(ctx)).find(({ tableId }) => tableId !== after && !seen.has(tableId));
  if (next) await ctx.emit(ctx.db, { name: 'table-look-asked', tableId: next.tableId });
}

async function lookAt(ctx: Context, table: OpenTableOfVersion): Promise<void> {
  const { tableId, datasetId, resourceId } = table;
  const folder = await ctx.objects.workFolder();
  try {
    const parquetPath = join(folder, 'text.parquet');
    const { rows, columns } = await writeTextTable(ctx, tableId, parquetPath);
    const headers = columns.map(({ title }) => title);
    const signs = await signsOfTable(ctx.duckdb, { parquetPath, rows, headers }, ctx.signal);
    const since = ctx.clock.now();
    const titles = await titlesInFile(ctx, table);
    const seen = signs.flatMap(({ column, code, count, share, confidence, whose }): SeenSign[] => {
      const { name: columnName, title } = columns[column] ?? { name: '', title: '' };
      const columnTitle = titles.get(columnName) ?? title;
      return [
        { tableId, datasetId, resourceId, columnName, columnTitle, code, count, share, confidence, whose, since },
      ];
    });
    await tell(ctx, table, seen);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Keeps what was seen; those who answer hear of columns that nobody had heard of. */
async function tell(ctx: Context, table: OpenTableOfVersion, seen: readonly SeenSign[]): Promise<void> {
  const known = new Set(
    (await selectSigns(ctx.db)).filter(({ resourceId }) => resourceId === table.resourceId).map(mark),
  );
  const fresh = (await undecidedOf(ctx, seen)).filter((sign) => !known.has(mark(sign)));
  await transaction(ctx, async (tx) => {
    await keep(tx, table, seen);
    const columns = new Set(fresh.map(({ columnName }) => columnName));
    if (columns.size === 0) return;
    const notice = {
      kind: 'exposure.found',
      subject: { kind: 'dataset', id: table.datasetId, name: table.title },
      link: '/cabinet/exposure',
      facts: { count: columns.size },
      once: `${table.tableId} ${DETECTORS_FINGERPRINT}`,
    } as const;
    const place = { id: table.datasetId, unitId: table.unitId };
    await notify(tx, { ...notice, to: { deed: 'message.answer', place } });
    await notify(tx, { ...notice, to: { deed: 'city.manage', place: null } });
    for (const columnName of columns) await considerHiding(tx, { resourceId: table.resourceId, columnName });
  });
}

const mark = ({ columnName, code }: SeenSign) => `${columnName} ${code}`;

async function keep(ctx: Context, table: OpenTableOfVersion, signs: readonly SeenSign[]): Promise<void> {
  const { tableId, datasetId, resourceId } = table;
  const scan = { tableId, datasetId, resourceId, fingerprint: DETECTORS_FINGERPRINT, at: ctx.clock.now() };
  await putScan(ctx.db, scan, signs);
}
