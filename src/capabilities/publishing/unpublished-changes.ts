import type { Context } from '../../platform/context.ts';
import { Passport } from '../catalog/index.ts';
import { loadDraft } from './draft.ts';
import { tableSource } from './draft-rules.ts';
import { present } from './present.ts';

/**
 * True when the draft differs from what is published in anything but the file of one resource: somebody works on it, and nobody else's deed may
 * carry that out. Also true where the dataset, or that resource, was never published. Needs the right `dataset.edit`.
 */
export async function hasUnpublishedChanges(
  ctx: Context,
  datasetId: string,
  exceptResourceId: string,
): Promise<boolean> {
  const { dataset, resources } = await loadDraft(ctx, datasetId, 'dataset.view-drafts');
  const { last, stored } = await present(ctx, datasetId);
  if (!last) return true;
  if (samePassport(dataset.passport) !== samePassport(last.passport)) return true;
  const published = new Map(stored.map((one) => [one.resourceId, one]));
  if (last.resources.length !== resources.length || !published.has(exceptResourceId)) return true;
  return resources.some((part, at) => {
    const { resource, reading } = part;
    const before = published.get(resource.id);
    if (last.resources[at]?.id !== resource.id || last.resources[at]?.title !== resource.title) return true;
    if (resource.kind === 'link') return false;
    const ours = resource.id === exceptResourceId;
    if (!ours && (reading?.id ?? null) !== (before?.readingId ?? null)) return true;
    if (resource.kind !== 'table') return false;
    const structured = { ...part, reading: ours ? asIf(part.reading, before?.readingId ?? null) : reading };
    return tableSource(structured) !== before?.tableSource;
  });
}

/** The draft as it would be with the file that was published. */
function asIf<T extends { readonly id: string }>(reading: T | null, id: string | null): T | null {
  return reading === null || id === null ? null : { ...reading, id };
}

/** A passport as text that does not depend on the order of its parts, nor on parts that came to be since it was written. */
function samePassport(passport: unknown): string {
  const parsed = Passport.safeParse(passport);
  return JSON.stringify(parsed.success ? parsed.data : passport, (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
