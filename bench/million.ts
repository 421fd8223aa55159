import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openSystem } from '../src/app/open-system.ts';
import { listUnits } from '../src/capabilities/accounts/index.ts';
import { changePassport, createDataset, loadDataset } from '../src/capabilities/catalog/index.ts';
import { carryForward } from '../src/capabilities/drafts/index.ts';
import {
  acceptRepairs,
  loadReading,
  type Reading,
  receiveFile,
  startReading,
} from '../src/capabilities/ingest/index.ts';
import { askForPublication, awaitPublication } from '../src/capabilities/publishing/index.ts';
import { system } from '../src/kernel/actor.ts';
import { readConfig } from '../src/platform/config/read-config.ts';
import { actingAs, type Context } from '../src/platform/context.ts';
import { socketUrl } from '../src/platform/database/embedded-postgres.ts';
import { livePostmaster } from '../src/platform/database/postmaster-file.ts';
import { SILENT } from '../src/platform/logging/pino-log.ts';
import { safeRecipe } from '../src/tabular/index.ts';

const ROWS = 1_000_000;
const PATIENCE = 600_000;

/** Does something over the records of a running system, as the system itself; its own worker does the work. */
export async function inside<T>(data: string, deed: (ctx: Context) => Promise<T>): Promise<T> {
  const live = await livePostmaster(join(data, 'postgres'));
  if (!live) throw new Error('the system does not run');
  const config = readConfig({ VIDKRYTO_DATA: data });
  const databaseUrl = socketUrl(live.socketFolder);
  const opened = await openSystem({ config, databaseUrl, log: SILENT, signal: new AbortController().signal });
  try {
    return await deed(actingAs(opened.ctx, system('bench')));
  } finally {
    await opened.close();
  }
}

/** A register of invented repairs of streets with faults to mend: 1M × 8. */
export async function writeMillion(path: string): Promise<void> {
  const out = createWriteStream(path);
  out.write('Номер;Район;Вид робіт;Вулиця;Сума, грн;Дата початку;Завершено;Примітка\n');
  let piece = '';
  for (let row = 0; row < ROWS; row += 1) {
    const day = String(1 + (row % 28)).padStart(2, '0');
    const month = String(1 + (row % 12)).padStart(2, '0');
    piece += `${row + 1};${['Центр', 'Поділ', 'Замостя '][row % 3]};ремонт № ${row % 40};вулиця Верболозова ${row % 977};${(row * 7919) % 100_000},${row % 90};${day}.${month}.2025;${row % 7 === 0 ? 'так' : 'ні'};дільниця ${row % 5003} за планом\n`;
    if (piece.length < 1 << 18) continue;
    if (!out.write(piece)) await once(out, 'drain');
    piece = '';
  }
  out.end(piece);
  await once(out, 'finish');
}

/** Waits until a file is read, or mended. */
export async function settled(ctx: Context, id: string): Promise<Reading> {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await sleep(500)) {
    const reading = await loadReading(ctx, id);
    if (!['received', 'reading', 'mending'].includes(reading.state)) return reading;
  }
  throw new Error('the reading did not end');
}

/** Hands the file over (it is taken away), waits until it is read and mended; gives the dataset. */
export function readMillion(data: string, path: string): Promise<string> {
  return inside(data, async (ctx) => {
    const unit = (await listUnits(ctx))[0];
    if (!unit) throw new Error('the system has no unit');
    const title = 'Ремонти вулиць';
    const dataset = await createDataset(ctx, { unitId: unit.id, title, resource: { kind: 'table', title } });
    const { size } = await stat(path);
    const resourceId = dataset.resources[0]?.id ?? '';
    const asked = { datasetId: dataset.id, resourceId, unitId: unit.id, fileName: 'million.csv', size };
    const { id } = await receiveFile(ctx, (await startReading(ctx, asked)).id, path);
    const read = await settled(ctx, id);
    if (!read.inspection) throw new Error(read.refusal?.message.en ?? `the reading is ${read.state}`);
    await acceptRepairs(ctx, id, safeRecipe(read.inspection));
    await carryForward(ctx, await settled(ctx, id));
    const { passport } = await loadDataset(ctx, dataset.id);
    await changePassport(ctx, dataset.id, {
      ...passport,
      description: 'Ремонти вулиць вигаданої громади.',
      purpose: 'Виміри.',
      frequency: 'once a month',
      themes: ['transport'],
      keywords: ['ремонт', 'вулиці', 'дороги'],
      responsibleName: 'Ганна Мальва',
      responsibleEmail: 'data@verbivka.example',
    });
    return dataset.id;
  });
}

/** Asks for its publication and waits for the end of it. */
export function publishMillion(data: string, datasetId: string): Promise<void> {
  return inside(data, async (ctx) => {
    const ended = await awaitPublication(ctx, await askForPublication(ctx, datasetId), PATIENCE);
    if (ended.state !== 'done') throw new Error(ended.refusal?.text.en ?? `the publication is ${ended.state}`);
  });
}
