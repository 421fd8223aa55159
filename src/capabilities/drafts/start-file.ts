import { RequestError } from '../../kernel/errors.ts';
import { type Context, transaction } from '../../platform/context.ts';
import { addResource, createDataset, type Dataset, loadDataset } from '../catalog/index.ts';
import { type FileKind, kindOfName, type Reading, refusalOfName, startReading } from '../ingest/index.ts';

/** What a person says with a file. */
export interface FileWish {
  readonly fileName: string;
  readonly size: number;
  /** `document`: keep the file as it is, whatever it is. */
  readonly kind: 'table' | 'document';
  readonly unitId: string | null;
  /** The dataset to update; a new one is made without it. */
  readonly datasetId: string | null;
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
export function startFile(ctx: Context, wish: FileWish): Promise<Reading> {
  const kind = kindOfWish(wish);
  const refusal = refusalOfName(wish.fileName, kind);
  if (refusal) throw new RequestError('invalid', 'file-kind', refusal.message);
  return transaction(ctx, async (tx) => {
    const dataset = wish.datasetId ? await loadDataset(tx, wish.datasetId) : await newDataset(tx, wish, kind);
    const resource =
      dataset.resources.find((one) => one.kind === kind) ??
      (await addResource(tx, dataset.id, { kind, title: titleOfFile(wish.fileName) }));
    return startReading(tx, {
      datasetId: dataset.id,
      resourceId: resource.id,
      unitId: dataset.unitId,
      fileName: wish.fileName,
      size: wish.size,
      kind,
      limit: wish.limit,
    });
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
