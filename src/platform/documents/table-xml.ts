import type { DocumentTable } from './form.ts';
import { tableSize } from './table-size.ts';

/** Width of the text on an upright page of ours (170 mm), twentieths of a point; the table itself takes the whole width of wherever it stands. */
const WIDTH = 9639;

const escaped = (text: string) =>
  text
    .replaceAll(/[^\P{Cc}\n\t]|[\ufffe\uffff]|\p{Cs}/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

function cell(text: string, width: number, { bold, size }: { bold: boolean; size: number }): string {
  const look = `<w:rPr>${bold ? '<w:b/>' : ''}<w:sz w:val="${size}"/></w:rPr>`;
  const lines = text.split('\n').map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`);
  return (
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:spacing w:after="0" w:line="252" w:lineRule="auto"/>` +
    `</w:pPr><w:r>${look}${lines.join('<w:br/>')}</w:r></w:p></w:tc>`
  );
}

/** A whole table as a part of `word/document.xml`: its heading is repeated on every page, rows are not torn. */
export function tableXml({ heading, rows, shares }: DocumentTable): string {
  const parts = heading.map((_, at) => shares?.[at] ?? 1);
  const whole = parts.reduce((sum, one) => sum + one, 0) || 1;
  const widths = parts.map((part) => Math.floor((WIDTH * part) / whole));
  const row = (cells: readonly string[], first: boolean) =>
    `<w:tr><w:trPr><w:cantSplit/>${first ? '<w:tblHeader/>' : ''}</w:trPr>` +
    `${widths.map((width, at) => cell(cells[at] ?? '', width, { bold: first, size: tableSize(heading.length) })).join('')}</w:tr>`;
  const line = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>`;
  const lines = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(line).join('');
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${lines}</w:tblBorders><w:tblLayout w:type="fixed"/>` +
    '<w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="100" w:type="dxa"/><w:bottom w:w="60" w:type="dxa"/>' +
    '<w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr>' +
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>` +
    `${row(heading, true)}${rows.map((cells) => row(cells, false)).join('')}</w:tbl><w:p/>`
  );
}
