import { join } from 'node:path';
import type { ZipDirectory } from '../zip-directory.ts';
import { unpackMember } from './archive.ts';
import { readOutline } from './outline.ts';
import { readSharedTexts, SharedTexts } from './shared-texts.ts';
import { readSheetMarks } from './sheet-marks.ts';
import { SheetRows } from './sheet-rows.ts';
import type { Workbook } from './workbook.ts';
import { walkXml } from './xml.ts';

/**
 * Opens an XLSX workbook; sheets are streamed from the disk, memory is flat.
 * @param workFolder where texts that memory should not hold are kept until `close`
 * @throws when the file is no readable workbook
 */
export async function openXlsx(path: string, directory: ZipDirectory, workFolder: string): Promise<Workbook> {
  const outline = await readOutline(path, directory);
  const texts = new SharedTexts(join(workFolder, 'shared-texts'));
  try {
    if (outline.texts) await readSharedTexts(unpackMember(path, outline.texts), texts);
  } catch (error) {
    texts.close();
    throw error;
  }
  const { styles, since1904 } = outline;
  return {
    macros: outline.macros,
    async eachSheet(visit) {
      for (const { name, hidden, member, addresses } of outline.sheets) {
        if (member === undefined) throw new Error('the workbook lacks a sheet it names');
        const visitor = visit({ name, hidden });
        if (visitor.passesOver) continue;
        const marks = await readSheetMarks(path, member);
        const rows = new SheetRows({ texts, styles, since1904, marks, addresses }, (row) => visitor.take(row));
        await walkXml(unpackMember(path, member), rows, () => rows.wanted);
        visitor.end(rows.hiddenColumns);
      }
    },
    close: () => texts.close(),
  };
}
