import { posix } from 'node:path';
import type { ZipDirectory, ZipMember } from '../zip-directory.ts';
import { findMember, unpackMember } from './archive.ts';
import { type CellStyle, styleOf } from './values.ts';
import { attribute, walkXml } from './xml.ts';

/** A sheet of cells as the workbook names it. */
export interface OutlineSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Undefined when the file lacks what the workbook names. */
  readonly member: ZipMember | undefined;
  /** Addresses of its links by the name the sheet gives them. */
  readonly addresses: ReadonlyMap<string, string>;
}

/** What a workbook says of itself before its cells. */
export interface WorkbookOutline {
  readonly sheets: readonly OutlineSheet[];
  /** Days are counted from 1904 (old Macs), not from 1900. */
  readonly since1904: boolean;
  /** By number of a cell's style: what its number is shown as. */
  readonly styles: readonly CellStyle[];
  readonly macros: boolean;
  readonly texts: ZipMember | undefined;
}

interface Relation {
  readonly id: string;
  /** The last word of its type: `worksheet`, `sharedStrings`, `styles` … */
  readonly type: string;
  readonly target: string;
  /** It leads out of the file: the target is an address. */
  readonly outside: boolean;
}

type Open = (name: string, attributes: string) => void;

async function eachTag(path: string, member: ZipMember, open: Open, close: Open = () => undefined): Promise<void> {
  await walkXml(unpackMember(path, member), { open, close: (name) => close(name, ''), text: () => undefined });
}

async function relations(path: string, directory: ZipDirectory, of: string): Promise<Relation[]> {
  const folder = posix.dirname(of);
  const member = findMember(directory, posix.join(folder, '_rels', `${posix.basename(of)}.rels`));
  const found: Relation[] = [];
  if (member === undefined) return found;
  await eachTag(path, member, (name, attributes) => {
    if (name !== 'Relationship') return;
    const outside = attribute(attributes, 'TargetMode') === 'External';
    const given = attribute(attributes, 'Target') ?? '';
    const target = outside ? given : given.replaceAll('\\', '/');
    found.push({
      outside,
      id: attribute(attributes, 'Id') ?? '',
      type: (attribute(attributes, 'Type') ?? '').replace(/^.*\//, ''),
      target: outside ? target : target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
    });
  });
  return found;
}

/** The workbook's own part: by the package's relations, else by its usual name. */
async function workbookName(path: string, directory: ZipDirectory): Promise<string> {
  const root = await relations(path, directory, '');
  const named = root.find(({ type }) => type === 'officeDocument')?.target;
  return (
    named ?? directory.members.find(({ name }) => /^(xl\/)?workbook\d*\.xml$/i.test(name))?.name ?? 'xl/workbook.xml'
  );
}

async function cellStyles(path: string, member: ZipMember | undefined): Promise<CellStyle[]> {
  const codes = new Map<number, string>();
  const styles: CellStyle[] = [];
  if (member === undefined) return styles;
  let inCells = false;
  await eachTag(
    path,
    member,
    (name, attributes) => {
      if (name === 'cellXfs') inCells = true;
      else if (name === 'numFmt' && !inCells)
        codes.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '');
      else if (name === 'xf' && inCells) {
        const id = Number(attribute(attributes, 'numFmtId') ?? 0);
        styles.push(styleOf(id, codes.get(id)));
      }
    },
    (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  );
  return styles;
}

/** The identifier of a sheet's relation stands in an attribute whose prefix programs choose themselves. */
function relationId(attributes: string): string | null {
  return attribute(attributes, 'r:id') ?? /\s[\w.-]+:id\s*=\s*["']([^"']+)["']/.exec(attributes)?.[1] ?? null;
}

/**
 * Reads what a workbook says of itself: its sheets in their order, its styles of dates, where its texts stand. Sheets of charts are left
 * out: they have no cells.
 * @throws when a part is damaged
 */
export async function readOutline(path: string, directory: ZipDirectory): Promise<WorkbookOutline> {
  const main = await workbookName(path, directory);
  const member = findMember(directory, main);
  if (member === undefined) throw new Error('the archive has no workbook');
  const parts = await relations(path, directory, main);
  const found: { name: string; hidden: boolean; target: string }[] = [];
  let since1904 = false;
  await eachTag(path, member, (name, attributes) => {
    if (name === 'workbookPr') since1904 = ['1', 'true'].includes(attribute(attributes, 'date1904') ?? '');
    if (name !== 'sheet') return;
    const part = parts.find(({ id }) => id === relationId(attributes));
    const title = attribute(attributes, 'name') ?? '';
    if (title === '' || part?.type !== 'worksheet') return;
    const state = attribute(attributes, 'state') ?? '';
    found.push({ name: title, hidden: state === 'hidden' || state === 'veryHidden', target: part.target });
  });
  const sheets: OutlineSheet[] = [];
  for (const { name, hidden, target } of found) {
    const addresses = new Map<string, string>();
    for (const one of await relations(path, directory, target))
      if (one.type === 'hyperlink' && one.outside) addresses.set(one.id, one.target);
    sheets.push({ name, hidden, member: findMember(directory, target), addresses });
  }
  const partOf = (type: string) => {
    const found = parts.find((part) => part.type === type);
    return found && findMember(directory, found.target);
  };
  return {
    sheets,
    since1904,
    styles: await cellStyles(path, partOf('styles')),
    macros: directory.members.some(({ name }) => /(^|\/)vbaProject\.bin$/i.test(name)),
    texts: partOf('sharedStrings'),
  };
}
