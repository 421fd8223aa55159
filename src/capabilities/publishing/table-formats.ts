import { extname } from 'node:path';
import type { CardResource } from '../catalog/index.ts';
import { downloadFormats } from '../tables/index.ts';

/** The ending of a file's name, as cards name formats. */
export function formatOf(fileName: string): string {
  return extname(fileName).slice(1).toUpperCase() || 'BIN';
}

/**
 * Formats a card names for a table: all listed ones, then the original's own where it is open. They follow from what the card says, so that a
 * card can be written anew when the system learns a format.
 */
export function tableFormats({ fields, rows, file }: Pick<CardResource, 'fields' | 'rows' | 'file'>): string[] {
  const listed = downloadFormats(fields, { parquet: false, rows }).filter((format) => format.listed);
  return [...new Set([...listed.map(({ name }) => name), ...(file ? [formatOf(file.name)] : [])])];
}

/** The resources of a version with the formats they are given in today. */
export function withPresentFormats(resources: readonly CardResource[]): CardResource[] {
  return resources.map((resource) =>
    resource.kind === 'table' ? { ...resource, formats: tableFormats(resource) } : resource,
  );
}
