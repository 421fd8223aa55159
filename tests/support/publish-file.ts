import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createUnit, setUp } from '../../src/capabilities/accounts/index.ts';
import {
  changePassport,
  changeStructure,
  createDataset,
  type Dataset,
  loadDataset,
  suggestStructure,
} from '../../src/capabilities/catalog/index.ts';
import { acceptRepairs, loadReading, receiveFile, startReading } from '../../src/capabilities/ingest/index.ts';
import { stateFile } from '../../src/capabilities/privacy/index.ts';
import { keepInventedPeople } from './keep-people.ts';
import type { TestContext } from './make-context.ts';

/** A file and what is said of its columns. */
export interface GivenFile {
  readonly name: string;
  readonly text: string | Uint8Array;
  readonly originalPublic?: boolean;
  /** Titles of columns that nobody may see. */
  readonly restricted?: readonly string[];
  /** Titles of the columns that identify a row. */
  readonly identifier?: readonly string[];
  /** Personal data found in it wait for a decision; left out: its invented people are published. */
  readonly undecided?: boolean;
}

/** An invented community with one unit below its council; gives the unit's id. */
export async function setUpCommunity({ ctx }: TestContext): Promise<string> {
  const community = { name: 'Вигадана громада', edrpou: '04053648', katottg: 'UA46020030010057497' };
  const { root } = await setUp(ctx, { community, administrator: null });
  return (await createUnit(ctx, { name: 'Управління освіти', parentId: root.id })).id;
}

/** Walks a file of the dataset's first resource to the state in which it can be published, accepting no repair. */
export async function giveFile(test: TestContext, dataset: Dataset, file: GivenFile): Promise<void> {
  const { ctx } = test;
  const resource = dataset.resources[0];
  if (!resource) throw new Error('the dataset has no resource');
  const { id } = await startReading(ctx, {
    datasetId: dataset.id,
    resourceId: resource.id,
    unitId: dataset.unitId,
    fileName: file.name,
    size: Buffer.byteLength(file.text),
    originalPublic: file.originalPublic ?? false,
    ...(resource.kind === 'document' || resource.kind === 'table' ? { kind: resource.kind } : {}),
  });
  const path = join(await ctx.objects.workFolder(), 'given');
  await writeFile(path, file.text);
  await receiveFile(ctx, id, path);
  await test.runJobs();
  if ((await loadReading(ctx, id)).state === 'checked') {
    await acceptRepairs(ctx, id, []);
    await test.runJobs();
  }
  const ready = await loadReading(ctx, id);
  if (ready.state !== 'ready') throw new Error(`the file is ${ready.state}: ${ready.refusal?.message.en ?? ''}`);
  if (resource.kind !== 'table') {
    const sha256 = ready.originalSha256 ?? '';
    if (!file.undecided) await stateFile(ctx, resource.id, { says: 'none', sha256 });
    return;
  }
  const { columns } = ready.mended?.inspection ?? ready.inspection ?? { columns: [] };
  const { fields } = suggestStructure(columns, resource.structure);
  await changeStructure(ctx, resource.id, {
    fields: fields.map((field) => ({
      ...field,
      purpose: 'Для обліку',
      sensitivity: file.restricted?.includes(field.title) ? 'restricted' : 'open',
      identifier: file.identifier?.includes(field.title) ?? false,
    })),
  });
  if (!file.undecided) await keepInventedPeople(ctx, dataset.id, resource.id);
}

/** A draft with a sound passport and a file, ready to be published. */
export async function draftDataset(
  test: TestContext,
  unitId: string,
  title: string,
  file: GivenFile,
): Promise<Dataset> {
  const { ctx } = test;
  const created = await createDataset(ctx, { unitId, title, resource: { kind: 'table', title: 'Заклади освіти' } });
  await changePassport(ctx, created.id, {
    ...created.passport,
    description: 'Школи громади: назва, район, кількість учнів.',
    purpose: 'Облік мережі закладів освіти.',
    frequency: 'once a year',
    themes: ['molod-i-sport'],
    keywords: ['школи', 'освіта'],
    responsibleName: 'Олена Вигадана',
    responsibleEmail: 'osvita@example.org',
  });
  await giveFile(test, created, file);
  return loadDataset(ctx, created.id);
}
