import { parse } from 'node:path';
import type { SecurityFlag } from '../../../capabilities/privacy/index.ts';
import { privacyUk } from '../../../locales/privacy-uk.ts';
import type { Inspection, TextTable } from '../../../tabular/index.ts';

/**
 * What asks for a security decision in time of war, by the name of the file, its sheet and its columns: the site knows the title and the item of the
 * list of resolution 835 besides.
 */
export async function securityOfFile(
  fileName: string,
  table: TextTable,
  { columns }: Inspection,
): Promise<readonly SecurityFlag[]> {
  const { securityFlags } = await import('../../../capabilities/privacy/index.ts');
  const title = parse(fileName).name.replaceAll('_', ' ');
  return securityFlags({
    passport: { title, ground: { kind: 'own-initiative' } },
    resources: [{ id: fileName, title: table.sheet ?? title, columns }],
  });
}

/** What asks for a security decision, for people. */
export function securityLines(flags: readonly SecurityFlag[]): string[] {
  if (flags.length === 0) return [];
  const told = flags.flatMap(({ title, harm, columns }) => [
    `  ! ${title.uk}`,
    `      ${harm.uk}`,
    ...columns.map(({ columnTitle, way }) => `      «${columnTitle}»: ${privacyUk.ways[way]}`),
  ]);
  return ['', `  Безпека: потрібне окреме рішення (${flags.length})`, ...told];
}

/** The same for programs. */
export function jsonOfSecurity(flags: readonly SecurityFlag[]): object {
  return {
    stopsPublication: flags.length > 0,
    flags: flags.map(({ code, title, harm, by, columns }) => ({
      code,
      title,
      harm,
      by,
      columns: columns.map(({ columnTitle, risk, way }) => ({ title: columnTitle, risk, way })),
    })),
  };
}
