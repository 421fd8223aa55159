import { type DocumentBlock, readDocument } from '../../../platform/documents/index.ts';

/** The words of a DOCX, a paragraph a line, cells of a table a line each: what its citations are looked for in. Throws where the file is refused. */
export function textOfDocx(file: Uint8Array): string {
  return textOf(readDocument(file));
}

function textOf(blocks: readonly DocumentBlock[]): string {
  return blocks
    .map((block) => {
      if (block.kind === 'paragraph') return block.runs.map(({ text }) => text).join('');
      return block.kind === 'table'
        ? block.rows
            .flat()
            .map((cell) => textOf(cell.blocks))
            .join('\n')
        : '';
    })
    .join('\n');
}
