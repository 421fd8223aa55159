import { RequestError } from '../../kernel/errors.ts';
import { type Context, transaction } from '../../platform/context.ts';
import { addResource, removeResource } from '../catalog/index.ts';
import {
  cancelReading,
  type FilePart,
  forgetParts,
  loadReading,
  partsOfFile,
  publishedReading,
  type Reading,
  takePart,
} from '../ingest/index.ts';
import { titleOfFile } from './start-file.ts';

/** Names programs give to sheets themselves say nothing of what is there. */
const NAMELESS = /^(sheet|аркуш|лист|table|таблиця|worksheet)?[\s_-]*\d*$/iu;

/** A title to begin with: the part's own name, or the file's where the part has none of its own. */
export function titleOfPart(name: string, fileName: string): string {
  const last = name.split('/').at(-1)?.trim() ?? '';
  return NAMELESS.test(last) ? `${titleOfFile(fileName)}: ${name}`.slice(0, 200) : titleOfFile(last);
}

/**
 * Takes further tables of a file that was read: each becomes a resource of the same dataset with a reading of its own, all or none. Names that were
 * taken before are passed over. Throws `invalid` (code `no-part-chosen`), `not-found` (`no-such-part`), `conflict`, `forbidden`.
 */
export async function takeParts(
  ctx: Context,
  readingId: string,
  names: readonly string[],
): Promise<readonly FilePart[]> {
  const reading = await loadReading(ctx, readingId);
  const taken = (await partsOfFile(ctx, reading)).filter((part) => part.reading !== null).map(({ name }) => name);
  const wanted = [...new Set(names)];
  if (wanted.length === 0) {
    throw new RequestError('invalid', 'no-part-chosen', {
      uk: 'Позначте хоча б одну таблицю, яку взяти до набору.',
      en: 'Mark at least one table to take into the dataset.',
    });
  }
  await transaction(ctx, async (tx) => {
    for (const name of wanted.filter((one) => !taken.includes(one))) {
      const title = titleOfPart(name, reading.fileName);
      const resource = await addResource(tx, reading.datasetId, { kind: 'table', title });
      await takePart(tx, reading.id, { resourceId: resource.id, name });
    }
  });
  return partsOfFile(ctx, reading);
}

/** Gives up a table that was taken beside another one; its resource goes too, unless it was published. Throws `conflict`, `forbidden`, `not-found`. */
export async function leaveOutPart(ctx: Context, reading: Reading): Promise<void> {
  const published = await publishedReading(ctx, reading.resourceId);
  await cancelReading(ctx, reading.id);
  if (published) return;
  await transaction(ctx, async (tx) => {
    await removeResource(tx, reading.resourceId);
    await forgetParts(tx, reading.resourceId);
  });
}
