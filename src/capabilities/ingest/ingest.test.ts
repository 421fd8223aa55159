import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { newId } from '../../kernel/ids.ts';
import {
  acceptRepairs,
  cancelReading,
  changeChoices,
  changeColumnTypes,
  cleanReadingsJob,
  latestReading,
  loadReading,
  markPublished,
  offeredRepairs,
  previewRows,
  type Reading,
  readFileJob,
  receiveFile,
  startReading,
  textSamples,
  typedTable,
  undoRepairs,
} from './index.ts';
import { selectReading } from './reading-store.ts';

let context: TestContext;
let folder: string;
beforeAll(async () => {
  context = await makeTestContext();
  folder = await mkdtemp(join(tmpdir(), 'vidkryto-ingest-'));
});
afterAll(async () => {
  await context.close();
  await rm(folder, { recursive: true, force: true });
});

async function give(
  bytes: string | Uint8Array,
  fileName: string,
  resourceId = newId(),
  kind?: 'document',
): Promise<Reading> {
  const path = join(folder, newId());
  await writeFile(path, bytes);
  const size = typeof bytes === 'string' ? Buffer.byteLength(bytes) : bytes.length;
  const { id } = await startReading(context.ctx, { datasetId: newId(), resourceId, fileName, size, kind });
  return receiveFile(context.ctx, id, path);
}

async function read(
  bytes: string | Uint8Array,
  fileName: string,
  resourceId?: string,
  kind?: 'document',
): Promise<Reading> {
  const { id } = await give(bytes, fileName, resourceId, kind);
  await context.runJobs();
  return loadReading(context.ctx, id);
}

const MESSY = [
  'Номер;Дата договору;Орендар;Площа',
  '001; 12.03.2025 ;ТОВ «Нива»;1,5',
  '002;13.03.2025;ФГ Колос ;2,25',
  '003;14.03.2025;ПП Cад;3,75',
  '',
].join('\n');

async function revisionOf(id: string): Promise<number> {
  return (await selectReading(context.ctx, id))?.revision ?? 0;
}

describe('a table', () => {
  test('is read, checked, mended by one answer, and becomes a typed table', async () => {
    const checked = await read(MESSY, 'orenda.csv');
    expect(checked.refusal).toBeNull();
    expect(checked.state).toBe('checked');
    expect(checked.source?.headers).toEqual(['Номер', 'Дата договору', 'Орендар', 'Площа']);
    expect(checked.inspection?.rows).toBe(3);
    const { inspection } = checked;
    if (!inspection) throw new Error('not inspected');
    const recipe = offeredRepairs(inspection);
    expect(recipe.length).toBeGreaterThan(0);
    await acceptRepairs(context.ctx, checked.id, recipe);
    expect((await loadReading(context.ctx, checked.id)).state).toBe('mending');
    await context.runJobs();
    const ready = await loadReading(context.ctx, checked.id);
    expect(ready.state).toBe('ready');
    const typed = await typedTable(context.ctx, ready.id);
    expect(typed.rows).toBe(3);
    expect(typed.columns.map(({ type }) => type)).toEqual(['text', 'date', 'text', 'decimal']);
    const rows = await previewRows(context.ctx, ready.id, { from: 1, count: 10, mended: true });
    expect(rows.rows[0]?.values).toEqual(['001', '2025-03-12', 'ТОВ «Нива»', '1.5']);
    const before = await previewRows(context.ctx, ready.id, { from: 1, count: 10, mended: false });
    expect(before.rows[0]?.values[1]).toBe(' 12.03.2025 ');
  });

  test('undo brings the table back as it was read; a second press does nothing', async () => {
    const checked = await read(MESSY, 'orenda.csv');
    if (!checked.inspection) throw new Error('not inspected');
    const recipe = offeredRepairs(checked.inspection);
    await acceptRepairs(context.ctx, checked.id, recipe);
    await acceptRepairs(context.ctx, checked.id, recipe);
    await context.runJobs();
    await undoRepairs(context.ctx, checked.id);
    const undone = await loadReading(context.ctx, checked.id);
    expect(undone).toMatchObject({ state: 'checked', recipe: [], mended: null, typed: null, recipeAccepted: false });
  });

  test('the next file of the resource is mended by the recipe without a click', async () => {
    const resourceId = newId();
    const first = await read(MESSY, 'orenda.csv', resourceId);
    if (!first.inspection) throw new Error('not inspected');
    await acceptRepairs(context.ctx, first.id, offeredRepairs(first.inspection));
    await context.runJobs();
    await markPublished(context.ctx, first.id);
    const next = await read(MESSY.replace('001', '004'), 'orenda-2.csv', resourceId);
    expect(next.state).toBe('ready');
    expect(next.recipe).toEqual((await loadReading(context.ctx, first.id)).recipe);
    expect(next.mended?.counts.some(({ count }) => count > 0)).toBe(true);
    expect((await latestReading(context.ctx, resourceId))?.id).toBe(next.id);
  });

  test('a clean file needs no answer', async () => {
    const ready = await read('id,name\n1,one\n2,two\n3,three\n', 'clean.csv');
    expect(ready.state).toBe('ready');
    expect(ready.typed?.columns.map(({ name, type }) => [name, type])).toEqual([
      ['id', 'integer'],
      ['name', 'text'],
    ]);
  });

  test('types of the structure make the typed table anew, and lost values are told', async () => {
    const ready = await read('id,name\n1,one\n2,two\n3,3\n', 'types.csv');
    await changeColumnTypes(context.ctx, ready.id, { 0: 'text' });
    await context.runJobs();
    const again = await loadReading(context.ctx, ready.id);
    expect(again.state).toBe('ready');
    expect(again.typed?.columns[0]?.type).toBe('text');
    await changeColumnTypes(context.ctx, ready.id, { 1: 'integer' });
    await context.runJobs();
    const lossy = await loadReading(context.ctx, ready.id);
    expect(lossy.typed?.columns.map(({ type }) => type)).toEqual(['integer', 'integer']);
    expect(lossy.mended?.inspection.findings[0]).toMatchObject({
      code: 'values-lost',
      severity: 'error',
      count: 2,
      column: 1,
    });
  });

  test('another choice reads it again', async () => {
    const ready = await read('звіт за рік,\nid,name\n1,one\n2,two\n', 'header.csv');
    await changeChoices(context.ctx, ready.id, { headerRow: null });
    await context.runJobs();
    const again = await loadReading(context.ctx, ready.id);
    expect(again.inspection?.rows).toBe(4);
    expect(again.choices).toEqual({ headerRow: null });
    expect((await textSamples(context.ctx, ready.id))[0]?.sample).toContain('звіт за рік');
  });

  test('a PDF named CSV is refused with the way out', async () => {
    const refused = await give('%PDF-1.7 …', 'report.csv');
    expect(refused.state).toBe('refused');
    expect(refused.refusal?.message.uk).toContain('додайте його як документ');
  });
});

describe('jobs', () => {
  test('cancelled before the job began: nothing is read and the bytes are gone', async () => {
    const received = await give(MESSY, 'cancel.csv');
    const original = received.original ?? '';
    await cancelReading(context.ctx, received.id);
    await context.runJobs();
    expect((await loadReading(context.ctx, received.id)).state).toBe('cancelled');
    expect(await context.ctx.objects.stat(original)).toBeNull();
  });

  test('repeated after a kill they give the same; changed meanwhile, they end quietly', async () => {
    const { id } = await give(MESSY, 'again.csv');
    const run = { id: 'one', attempt: 1, last: false };
    const revision = await revisionOf(id);
    await readFileJob().handle(context.ctx, { readingId: id, revision }, run);
    const first = await loadReading(context.ctx, id);
    await readFileJob().handle(context.ctx, { readingId: id, revision }, { ...run, attempt: 2 });
    expect(await loadReading(context.ctx, id)).toEqual(first);
    await changeChoices(context.ctx, id, {});
    const stopped = readFileJob().handle(context.ctx, { readingId: id, revision: revision + 1 }, run);
    await cancelReading(context.ctx, id).catch(() => undefined);
    await stopped;
    expect((await loadReading(context.ctx, id)).state).toBe('cancelled');
    await context.runJobs();
    expect((await loadReading(context.ctx, id)).state).toBe('cancelled');
  });

  test('parked: the clerk reads why, and may try again', async () => {
    const { id } = await give(MESSY, 'parked.csv');
    const revision = await revisionOf(id);
    await readFileJob().park?.(context.ctx, { readingId: id, revision }, 'out of memory');
    const parked = await loadReading(context.ctx, id);
    expect(parked.state).toBe('failed');
    expect(parked.refusal?.message.uk).toContain('Спробуйте прочитати ще раз');
    await changeChoices(context.ctx, id, {});
    await readFileJob().park?.(context.ctx, { readingId: id, revision }, 'told late'); // of the work that was asked for before
    expect((await loadReading(context.ctx, id)).state).toBe('received');
    await context.runJobs();
    expect((await loadReading(context.ctx, id)).state).toBe('checked');
  });

  test('the nightly clean forgets what people left behind, never what was published', async () => {
    const refused = await give('%PDF-1.7', 'left.csv');
    const published = await read('id,name\n1,a\n2,b\n', 'kept.csv');
    await markPublished(context.ctx, published.id);
    const draft = await read('id,name\n1,a\n2,b\n', 'draft.csv');
    context.clock.set(new Date(Date.now() + 40 * 86_400_000));
    await cleanReadingsJob(async () => new Set()).handle(context.ctx, {}, { id: 'one', attempt: 1, last: false });
    await expect(loadReading(context.ctx, refused.id)).rejects.toMatchObject({ kind: 'not-found' });
    expect(await context.ctx.objects.stat(published.original ?? '')).not.toBeNull();
    expect((await loadReading(context.ctx, draft.id)).state).toBe('ready');
    context.clock.set(new Date());
  });

  test('the nightly clean discards files no reading names, and only those', async () => {
    const { objects } = context.ctx;
    const leave = (objectClass: 'staging' | 'restricted', owner: string) =>
      objects.takeStream(objectClass, owner, Readable.from([Buffer.from(`left by a killed try ${objectClass}`)]));
    const ready = await read('id,name\n1,a\n2,b\n', 'named.csv');
    const left = [
      await leave('staging', ready.id),
      await leave('restricted', ready.id),
      await leave('staging', newId()),
    ];
    const foreign = await leave('restricted', newId());
    const clean = () =>
      cleanReadingsJob(async () => new Set()).handle(context.ctx, {}, { id: 'one', attempt: 1, last: false });
    await clean();
    expect(await objects.stat(left[0]?.key ?? '')).not.toBeNull(); // touched a moment ago: a job might be at work
    context.clock.set(new Date(Date.now() + 3 * 86_400_000));
    await clean();
    context.clock.set(new Date());
    for (const { key } of left) expect(await objects.stat(key)).toBeNull();
    for (const key of [foreign.key, ready.original, ready.textTable, ready.typed?.key])
      expect(await objects.stat(key ?? '')).not.toBeNull();
  });

  test('a file that is no longer ready is not marked as published', async () => {
    const ready = await read('id,name\n1,a\n2,b\n', 'cancelled.csv');
    await cancelReading(context.ctx, ready.id);
    await expect(markPublished(context.ctx, ready.id)).rejects.toMatchObject({ kind: 'conflict' });
  });
});

describe('documents', () => {
  test('a scan gets an advice and is kept with its checksum', async () => {
    const kept = await read('%PDF-1.4\n1 0 obj <</Subtype /Image>> endobj\n%%EOF', 'scan.pdf', undefined, 'document');
    expect(kept.state).toBe('ready');
    expect(kept.originalSha256).toMatch(/^[0-9a-f]{64}$/);
    expect(kept.inspection?.findings.map(({ code }) => code)).toEqual(['pdf-scan']);
  });

  test('a PDF with a font has text', async () => {
    const kept = await read('%PDF-1.4\n1 0 obj <</Type /Font>> endobj\n%%EOF', 'text.pdf', undefined, 'document');
    expect(kept.inspection?.findings).toEqual([]);
  });
});
