import { titlesOfProtection } from '../../tabular/index.ts';
import type { Resource } from '../catalog/index.ts';
import type { Reading } from '../ingest/index.ts';

/**
 * The resource as its protected table is: fields of columns that were taken out are gone, those of columns that were changed have the type of what stands
 * there now (a birth date that became a year) and no values of what stood there. Nobody has to save the structure again for a decision on personal data.
 */
export function asProtected(resource: Resource, reading: Reading | null): Resource {
  const steps = reading?.mended?.protection?.steps ?? [];
  if (steps.length === 0 || reading?.mended == null) return resource;
  const { removedColumns } = reading.mended;
  const titles = new Set(steps.flatMap(titlesOfProtection));
  const typeAt = new Map(reading.typed?.columns.map(({ index, type }) => [index, type]));
  const fields = resource.structure.fields.flatMap((field) => {
    const { sourceColumn, type } = field;
    if (sourceColumn === null || !titles.has(reading.mended?.headers[sourceColumn] ?? field.title)) return [field];
    if (removedColumns.includes(sourceColumn)) return [];
    const now = typeAt.get(sourceColumn) ?? type;
    // examples and listed values were taken from the column as it was before
    const { allowed: _allowed, examples: _examples, ...shown } = field;
    return [now === type ? shown : { ...shown, type: now, format: '' }];
  });
  return { ...resource, structure: { fields } };
}
