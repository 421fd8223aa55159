import { foldName } from '../../language/folding.ts';
import type { Context } from '../../platform/context.ts';
import { titlesOfProtection } from '../../tabular/index.ts';
import { readingsById } from '../ingest/index.ts';
import { type Decision, signsOfFile } from '../privacy/index.ts';
import type { ManifestColumn } from '../tables/index.ts';
import { titlesInFile } from './titles-in-file.ts';
import type { StoredResource } from './version-store.ts';

/**
 * Names of the open columns of an earlier version's table that decisions made since are about: those called so then, in the file or in the structure; and
 * where there is none, those that were called otherwise: of a title the present file has no more, in which the same sorts of personal data were seen.
 * @param present the same resource in the published version; null: it has none
 */
export async function decidedColumns(
  ctx: Context,
  stored: StoredResource,
  of: {
    readonly columns: readonly ManifestColumn[];
    readonly decisions: readonly Decision[];
    readonly present: StoredResource | null;
  },
): Promise<string[]> {
  const { columns, decisions, present } = of;
  const titles = await titlesInFile(ctx, stored, columns);
  const now = await titlesOfPresent(ctx, present);
  const seen = await signsThen(ctx, stored);
  const named = (title: string) =>
    columns.filter((column, at) => column.title === title || (titles[at] ?? column.title) === title);
  const renamed = ({ codes }: Decision) =>
    columns.filter((column, at) => {
      const title = titles[at] ?? column.title;
      return !now.has(foldName(title)) && codes.some((code) => seen.has(`${code} ${title}`));
    });
  const about = decisions.flatMap((decision) => {
    const found = (decision.step ? titlesOfProtection(decision.step) : []).flatMap(named);
    return found.length > 0 ? found : renamed(decision);
  });
  return [...new Set(about.flatMap(({ name, sensitivity }) => (sensitivity === 'open' ? [name] : [])))];
}

/** Folded titles of all columns of the file that is published now. */
async function titlesOfPresent(ctx: Context, present: StoredResource | null): Promise<ReadonlySet<string>> {
  const [reading] = present?.readingId ? await readingsById(ctx, [present.readingId]) : [];
  return new Set((reading?.mended?.headers ?? reading?.source?.headers ?? []).map(foldName));
}

/** What was seen in the columns of an earlier file, each as «code title». */
async function signsThen(ctx: Context, { readingId }: StoredResource): Promise<ReadonlySet<string>> {
  const [reading] = readingId ? await readingsById(ctx, [readingId]) : [];
  const signs = (reading && signsOfFile(reading)) ?? [];
  return new Set(signs.map(({ code, columnTitle }) => `${code} ${columnTitle}`));
}
