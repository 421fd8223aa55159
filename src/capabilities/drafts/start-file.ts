import { RequestError } from '../../kernel/errors.ts';
import { type Context, transaction } from '../../platform/context.ts';
import { formatProfile } from '../accounts/index.ts';
import {
  addResource,
  createDataset,
  type Dataset,
  loadDataset,
  type Resource,
  startPlanned,
} from '../catalog/index.ts';
import { type FileKind, kindOfName, type Reading, refusalOfName, refusedKind, startReading } from '../ingest/index.ts';

/** What a person says with a file. */
export interface FileWish {
  readonly fileName: string;
  readonly size: number;
  /** `document`: keep the file as it is, whatever it is. */
  readonly kind: 'table' | 'document';
  readonly unitId: string | null;
  /** The dataset to update; a new one is made without it. */
  readonly datasetId: string | null;
  /** The resource of the dataset whose file it becomes; the first one of the kind without it, and a new one where there is none. */
  readonly resourceId?: string;
  /** Read it as the file before it was. */
  readonly asBefore?: boolean;
  readonly limit: number;
}

/** The kind a wish and a name come to: «document» stands for all that is kept as it is. */
export function kindOfWish(wish: Pick<FileWish, 'kind' | 'fileName'>): FileKind {
  if (wish.kind === 'table') return 'table';
  const named = kindOfName(wish.fileName);
  return named === null || named === 'table' ? 'document' : named;
}

/** A title to begin with, from the file's name: «dogovory_orendy-2025.xlsx» → «Dogovory orendy 2025». */
export function titleOfFile(fileName: string): string {
  const base = fileName
    .replace(/\.[^.]{1,10}$/, '')
    .replace(/[_\s]+|(?<=\p{L})-(?=\d)/gu, ' ')
    .trim();
  const title = base.charAt(0).toLocaleUpperCase('uk') + base.slice(1);
  return title.slice(0, 200) || 'Набір даних';
}

/**
 * Makes room for a file: for a new dataset the dataset too, all or nothing. Kind and size are refused before anything is made.
 * `can become a document` is told by the error's code `file-kind`.
 */
export async function startFile(ctx: Context, wish: FileWish): Promise<Reading> {
  const wished = kindOfWish(wish);
  const refusal = refusalOfName(wish.fileName, wished, await formatProfile(ctx));
  if (refusal && wish.resourceId === undefined) throw refusedKind(refusal);
  return transaction(ctx, async (tx) => {
    const given = wish.datasetId ? await loadDataset(tx, wish.datasetId) : await newDataset(tx, wish, wished);
    const dataset = await startPlanned(tx, given.id);
    const named = wish.resourceId === undefined ? null : resourceNamed(dataset, wish.resourceId);
    const kind = named?.kind ?? wished;
    const resource =
      named ??
      dataset.resources.find((one) => one.kind === kind) ??
      (await addResource(tx, dataset.id, { kind, title: titleOfFile(wish.fileName) }));
    return startReading(tx, {
      datasetId: dataset.id,
      resourceId: resource.id,
      unitId: dataset.unitId,
      fileName: wish.fileName,
      size: wish.size,
      kind,
      asBefore: wish.asBefore ?? false,
      limit: wish.limit,
    });
  });
}

function resourceNamed(dataset: Dataset, id: string): Resource & { kind: FileKind } {
  const resource = dataset.resources.find((one) => one.id === id);
  if (resource && resource.kind !== 'link') return { ...resource, kind: resource.kind };
  throw new RequestError('not-found', 'resource-not-found', {
    uk: 'Такого ресурсу з файлом у цьому наборі немає.',
    en: 'The dataset has no such resource with a file.',
  });
}

function newDataset(ctx: Context, wish: FileWish, kind: FileKind): Promise<Dataset> {
  if (!wish.unitId) {
    throw new RequestError('invalid', 'unit-missing', {
      uk: 'Оберіть, чиї це дані: підрозділ, установу або підприємство.',
      en: 'Choose whose data these are: a unit, an institution or an enterprise.',
    });
  }
  const title = titleOfFile(wish.fileName);
  return createDataset(ctx, { unitId: wish.unitId, title, resource: { kind, title } });
}
