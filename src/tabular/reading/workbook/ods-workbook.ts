import type { ZipDirectory } from '../zip-directory.ts';
import { findMember, unpackMember } from './archive.ts';
import { OdsRows } from './ods-rows.ts';
import type { Workbook } from './workbook.ts';
import { walkXml } from './xml.ts';

/**
 * Opens an OpenDocument spreadsheet; its one part with all sheets is streamed, memory is flat.
 * @throws when the file is no readable spreadsheet
 */
export async function openOds(path: string, directory: ZipDirectory): Promise<Workbook> {
  const member = findMember(directory, 'content.xml');
  if (member === undefined) throw new Error('the archive has no content');
  return {
    macros: directory.members.some(({ name }) => /^(Basic|Scripts)\//.test(name)),
    async eachSheet(visit) {
      const rows = new OdsRows(visit);
      await walkXml(unpackMember(path, member), rows);
    },
    close: () => undefined,
  };
}
