import { randomBytes } from 'node:crypto';
import { copyFile, readFile, rm, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import {
  communityProfile,
  createPerson,
  createUnit,
  listUnits,
  setUp,
  type Unit,
} from '../../capabilities/accounts/index.ts';
import {
  applyRequiredItem,
  changePassport,
  createDataset,
  type Dataset,
  FREQUENCIES,
  firstEditionItem,
  loadDataset,
  type Resource,
} from '../../capabilities/catalog/index.ts';
import { carryForward } from '../../capabilities/drafts/index.ts';
import {
  acceptAllRepairs,
  acceptRepairs,
  loadReading,
  offeredRepairs,
  type Reading,
  type ReadingState,
  receiveFile,
  startReading,
} from '../../capabilities/ingest/index.ts';
import {
  decide,
  decideSecurity,
  needsDecision,
  securityOf,
  signsOfFile,
  stateFile,
} from '../../capabilities/privacy/index.ts';
import { publishDataset } from '../../capabilities/publishing/index.ts';
import { RequestError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { fillDocuments } from './demo-documents.ts';
import { fillMessages } from './demo-messages.ts';
import { fillOrders } from './demo-orders.ts';
import { fillPeople } from './demo-people.ts';
import { fillRegistry } from './demo-registry.ts';
import { fillRequired } from './demo-required.ts';

/** examples/demo.json: an invented community, its units and datasets. */
const Demo = z.object({
  community: z.object({
    name: z.string(),
    edrpou: z.string(),
    katottg: z.string(),
    colour: z.string(),
    email: z.string(),
    site: z.string(),
  }),
  units: z.array(
    z.object({ key: z.string(), name: z.string(), parent: z.string().nullable(), edrpou: z.string().optional() }),
  ),
  datasets: z.array(
    z.object({
      file: z.string(),
      unit: z.string(),
      title: z.string(),
      item: z.tuple([z.string(), z.number()]).nullable(),
      frequency: z.enum(FREQUENCIES),
      themes: z.array(z.string()),
      keywords: z.array(z.string()),
      description: z.string(),
      kind: z.enum(['document', 'link']).optional(),
      url: z.string().optional(),
    }),
  ),
});
type Demo = z.infer<typeof Demo>;
type DemoDataset = Demo['datasets'][number];

/** What the command needs beside the context: where the samples are, how background work is done, where to speak. */
export interface DemoSurroundings {
  /** The project's `examples` folder. */
  readonly examples: string;
  /** Does all enqueued jobs to the end, or waits until the worker of a running system has. */
  readonly settle: () => Promise<unknown>;
  readonly say: (line: string) => void;
}

/**
 * Fills a fresh system with the invented community of examples/, by the same deeds a clerk does: file, repairs, passport, publication.
 * Throws `conflict` on a system that already has a community.
 */
export async function runDemo(ctx: Context, surroundings: DemoSurroundings): Promise<void> {
  if (await communityProfile(ctx)) {
    throw new RequestError('conflict', 'not-empty', {
      uk: 'У цій системі вже є громада. Приклад заповнює лише порожню систему: назвіть іншу теку в VIDKRYTO_DATA.',
      en: 'This system already has a community. The demo fills an empty system only: name another folder in VIDKRYTO_DATA.',
    });
  }
  const demo = Demo.parse(JSON.parse(await readFile(join(surroundings.examples, 'demo.json'), 'utf8')));
  const units = await makeCommunity(ctx, demo, surroundings);
  const waiting: { file: string; dataset: Dataset; reading: Reading | null }[] = [];
  for (const wanted of demo.datasets) {
    const unit = units.get(wanted.unit);
    if (!unit) throw new Error(`examples/demo.json names no unit ${wanted.unit}`);
    const dataset = await describe(ctx, wanted, unit);
    const resource = dataset.resources[0];
    const reading =
      resource && wanted.kind !== 'link' ? await hand(ctx, dataset, resource, wanted, surroundings) : null;
    waiting.push({ file: wanted.file, dataset, reading });
  }
  surroundings.say(`Файли прийнято: ${waiting.length}. Читаємо й перевіряємо…`);
  const readings = waiting.flatMap(({ reading }) => (reading ? [reading.id] : []));
  await settled(ctx, readings, surroundings);
  for (const id of readings) await mendAll(ctx, id);
  await settled(ctx, readings, surroundings);
  for (const id of readings) await carryForward(ctx, await loadReading(ctx, id));
  await settled(ctx, readings, surroundings);
  await decideOnPeople(ctx, readings, surroundings);
  for (const { dataset } of waiting) await decideOnDanger(ctx, dataset.id);
  for (const { dataset } of waiting) await publishDataset(ctx, dataset.id);
  await surroundings.settle();
  surroundings.say(`Опубліковано наборів: ${waiting.length}.`);
  const datasets = new Map(waiting.map(({ file, dataset }) => [file, dataset]));
  const messages = await fillMessages(ctx, surroundings.examples, { datasets, units });
  surroundings.say(`Повідомлень від людей: ${messages}.`);
  surroundings.say(`Записів у реєстрі: ${await fillRegistry(ctx)}.`);
  const { present, applicable } = await fillRequired(ctx, units);
  surroundings.say(`Обов’язкових наборів: ${present} з ${applicable}.`);
  surroundings.say(`Розпорядчих документів: ${await fillOrders(ctx, demo.community.site)}.`);
  surroundings.say(`Відповідальних осіб призначено: ${await fillPeople(ctx, units)}.`);
  // last: evidence is of all that was done before
  surroundings.say(`Документів: ${await fillDocuments(ctx)}.`);
}

/** All people of the example are invented: what the check finds of them is published, with that said. */
async function decideOnPeople(
  ctx: Context,
  readings: readonly string[],
  surroundings: DemoSurroundings,
): Promise<void> {
  for (const id of readings) {
    const reading = await loadReading(ctx, id);
    const { kind, originalSha256: sha256 } = reading;
    if (kind !== 'table' && sha256) await stateFile(ctx, reading.resourceId, { says: 'none', sha256 });
    const signs = reading.kind === 'table' ? (signsOfFile(reading) ?? []) : [];
    const columns = new Set(signs.filter(needsDecision).map(({ columnTitle }) => columnTitle));
    const wishes = [...columns].map((columnTitle) => ({
      ...{ columnTitle, way: 'keep' as const, groundCode: 'not-personal' },
      reason: 'Усі люди й контакти в цьому наборі вигадані',
    }));
    if (wishes.length > 0) await decide(ctx, reading.resourceId, wishes);
  }
  await settled(ctx, readings, surroundings);
}

/** The places of the example are invented, too. */
async function decideOnDanger(ctx: Context, datasetId: string): Promise<void> {
  const { faults } = await securityOf(ctx, await loadDataset(ctx, datasetId));
  if (faults.length === 0) return;
  await decideSecurity(ctx, datasetId, {
    way: 'publish',
    reason: 'Усі місця й об’єкти в цьому наборі вигадані',
    agreedWith: 'Відділ цивільного захисту Вербівської міської ради',
  });
}

const AT_WORK: ReadonlySet<ReadingState> = new Set(['received', 'reading', 'mending']);

/** Does the waiting jobs, and waits for those that the worker of a running system has taken. */
async function settled(ctx: Context, readings: readonly string[], { settle }: DemoSurroundings): Promise<void> {
  for (const id of readings) {
    while (AT_WORK.has((await loadReading(ctx, id)).state)) {
      await settle();
      await pause(100);
    }
  }
}

/** The community, its units, and one administrator whose password is said once. */
async function makeCommunity(ctx: Context, demo: Demo, { say }: DemoSurroundings): Promise<Map<string, Unit>> {
  const password = randomBytes(9).toString('base64url');
  const email = 'admin@verbivka.example';
  await setUp(ctx, { community: demo.community, administrator: { name: 'Ганна Мальва', email, password } });
  say(`Адміністратор: ${email}, пароль: ${password}`);
  const root = (await listUnits(ctx))[0];
  const units = new Map<string, Unit>();
  for (const { key, name, parent, edrpou } of demo.units) {
    if (parent === null && root) units.set(key, root);
    else
      units.set(
        key,
        await createUnit(ctx, { name, parentId: units.get(parent ?? '')?.id ?? null, edrpou: edrpou ?? null }),
      );
  }
  await createPerson(ctx, {
    name: 'Богдан Журавель',
    email: 'clerk@verbivka.example',
    password,
    role: 'responsible',
    unitId: units.get('transport')?.id ?? null,
  });
  say(`Розпорядник: clerk@verbivka.example, пароль той самий`);
  return units;
}

/** A dataset with its passport filled in, not yet with data. */
async function describe(ctx: Context, wanted: DemoDataset, unit: Unit): Promise<Dataset> {
  const kind = wanted.kind ?? 'table';
  const dataset = await createDataset(ctx, {
    unitId: unit.id,
    title: wanted.title,
    resource: { kind, title: wanted.title, ...(wanted.url ? { url: wanted.url } : {}) },
  });
  const item = wanted.item && firstEditionItem(...wanted.item);
  const passport = item ? applyRequiredItem(dataset.passport, item) : dataset.passport;
  return changePassport(ctx, dataset.id, {
    ...passport,
    title: wanted.title,
    description: wanted.description,
    purpose:
      passport.purpose || 'Виконання повноважень органів місцевого самоврядування (приклад для випробування системи).',
    frequency: wanted.frequency,
    themes: wanted.themes,
    keywords: wanted.keywords,
    responsibleName: 'Ганна Мальва',
    responsibleEmail: 'data@verbivka.example',
  });
}

/** Hands a copy of the sample file over; the reading begins in the background. */
async function hand(
  ctx: Context,
  dataset: Dataset,
  resource: Resource,
  wanted: DemoDataset,
  { examples }: DemoSurroundings,
): Promise<Reading> {
  const source = join(examples, 'demo', wanted.file);
  const folder = await ctx.objects.workFolder();
  const copy = join(folder, `copy${extname(wanted.file)}`);
  try {
    await copyFile(source, copy);
    const { size } = await stat(copy);
    const reading = await startReading(ctx, {
      datasetId: dataset.id,
      resourceId: resource.id,
      unitId: dataset.unitId,
      fileName: basename(wanted.file),
      size,
    });
    return await receiveFile(ctx, reading.id, copy);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function mendAll(ctx: Context, readingId: string): Promise<void> {
  const reading = await loadReading(ctx, readingId);
  if (reading.refusal) throw new Error(`${reading.fileName}: ${reading.refusal.message.en}`);
  if (reading.kind !== 'table' || !reading.inspection) return;
  // a clerk would press the button too: a table without a column that names its rows is not published
  const number = reading.inspection.findings.flatMap(({ code, step }) =>
    code === 'no-identifier' && step ? [step] : [],
  );
  if (number.length === 0) await acceptAllRepairs(ctx, readingId);
  else await acceptRepairs(ctx, readingId, [...offeredRepairs(reading.inspection), ...number], { rest: true });
}
