import { join } from 'node:path';
import { unpackMember } from './workbook-archive.ts';
import { readOutline } from './workbook-outline.ts';
import { SheetRows, type WorkbookRow } from './workbook-sheet.ts';
import { readSharedTexts, SharedTexts } from './workbook-texts.ts';
import { walkXml } from './workbook-xml.ts';
import type { ZipDirectory } from './zip-directory.ts';

/** One sheet as it stands in the workbook. */
export interface WorkbookSheet {
  readonly name: string;
  readonly hidden: boolean;
}

/** An open workbook; sheets are streamed from the disk, memory is flat. */
export interface Workbook {
  readonly sheets: readonly WorkbookSheet[];
  /** Hands over the rows of the sheet at that place in `sheets`, in order, until `take` gives false. */
  eachRow(sheet: number, take: (row: WorkbookRow) => boolean): Promise<void>;
  /** Removes what was kept on the disk meanwhile. */
  close(): void;
}

/**
 * Opens an XLSX workbook.
 * @param workFolder where texts that memory should not hold are kept until `close`
 * @throws when the file is no readable workbook
 */
export async function openWorkbook(path: string, directory: ZipDirectory, workFolder: string): Promise<Workbook> {
  const outline = await readOutline(path, directory);
  const texts = new SharedTexts(join(workFolder, 'shared-texts'));
  try {
    if (outline.texts) await readSharedTexts(unpackMember(path, outline.texts), texts);
  } catch (error) {
    texts.close();
    throw error;
  }
  return {
    sheets: outline.sheets,
    async eachRow(sheet, take) {
      const member = outline.sheets[sheet]?.member;
      if (member === undefined) throw new Error('the workbook lacks a sheet it names');
      const rows = new SheetRows({ texts, dateStyles: outline.dateStyles, since1904: outline.since1904 }, take);
      await walkXml(unpackMember(path, member), rows, () => rows.wanted);
    },
    close: () => texts.close(),
  };
}
