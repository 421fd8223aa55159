import { mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { NAMED_COLUMNS, type ReadOutcome, type SheetInfo, type TextTable } from '../../text-table.ts';
import { type Content, detectContent } from '../content-kind.ts';
import { knownParts, type ReadJob } from '../read-job.ts';
import { notTaken } from '../reading-findings.ts';
import { ARCHIVE_REFUSALS, noSuchSheet, refusedKind } from '../refusals.ts';
import type { ZipDirectory, ZipMember } from '../zip-directory.ts';
import { filesOf, refusalOfArchive, shownNames } from './archive-members.ts';
import { gunzipToFile, UnpackedTooLarge, unpackToFile } from './unpack-file.ts';

/** Between the name of a member and of a part inside it. */
const INSIDE = ' › ';

/** Reads a file whose content is known; archives inside archives are not opened. */
export type ReadContent = (job: ReadJob, content: Content) => Promise<ReadOutcome>;

interface Found {
  readonly name: string;
  readonly table: TextTable;
  readonly infos: readonly SheetInfo[];
}

const cells = ({ rows, columns, hidden }: SheetInfo) => rows * columns * (hidden ? 0.001 : 1);

function infosOf(name: string, table: TextTable): SheetInfo[] {
  if (table.sheets.length < 2) {
    const { rows, headers } = table;
    return [{ name, rows, columns: headers.length, headers: headers.slice(0, NAMED_COLUMNS) }];
  }
  return table.sheets.map((part) => ({
    ...part,
    name: `${name}${INSIDE}${part.name}`,
    ...(part.joins ? { joins: part.joins.map((one) => `${name}${INSIDE}${one}`) } : {}),
  }));
}

/** The part read of a member, by the name it has in the archive. */
function partRead({ name, table }: Pick<Found, 'name' | 'table'>): string {
  return table.sheets.length < 2 || table.sheet === null ? name : `${name}${INSIDE}${table.sheet}`;
}

class ArchiveReader {
  readonly found: Found[] = [];
  readonly others: string[] = [];
  private refused: ReadOutcome | null = null;
  private readonly job: ReadJob;
  private readonly read: ReadContent;

  constructor(job: ReadJob, read: ReadContent) {
    this.job = job;
    this.read = read;
  }

  /** The refusal of the member that was asked for. */
  get refusal(): ReadOutcome | null {
    return this.refused;
  }

  async look(member: ZipMember, name: string, at: number): Promise<void> {
    const { job } = this;
    job.signal?.throwIfAborted();
    if (knownParts(job) !== null && !this.isAsked(name)) return;
    const workFolder = join(job.workFolder, `member-${at}`);
    await mkdir(workFolder, { recursive: true });
    const path = join(workFolder, 'file');
    const outcome = (await unpackToFile(job.path, member, path, job.signal))
      ? await this.readMember(path, name, workFolder)
      : null;
    await rm(path, { force: true });
    if (outcome?.kind === 'table') {
      const { table } = outcome;
      this.found.push({ name, table, infos: infosOf(name, table) });
      return;
    }
    if (this.isAsked(name)) this.refused = outcome;
    this.others.push(name);
    await rm(workFolder, { recursive: true, force: true });
  }

  private isAsked(name: string): boolean {
    const asked = this.job.choices?.sheet;
    return asked === name || asked?.startsWith(name + INSIDE) === true;
  }

  /** Choices are of the one part that was asked for; the others are only looked at. */
  private async readMember(path: string, name: string, workFolder: string): Promise<ReadOutcome> {
    const { job } = this;
    const { sheet, ...rest } = job.choices ?? {};
    const inner = sheet?.startsWith(name + INSIDE) ? sheet.slice(name.length + INSIDE.length) : undefined;
    const mine = sheet === undefined || this.isAsked(name) ? rest : {};
    const content = await detectContent(path);
    const choices = inner === undefined ? mine : { ...mine, sheet: inner };
    // what is known are parts of the archive, not of its member
    const inside = { path, fileName: basename(name), workFolder, size: content.size, choices, known: undefined };
    return this.read({ ...job, ...inside }, content);
  }
}

/**
 * Reads a table of a ZIP: each member is what its content says, each table inside a part. Nothing is unpacked under a name of the archive; bombs,
 * passwords and names that lead out are refused before a byte is unpacked.
 */
export async function readArchive(job: ReadJob, directory: ZipDirectory, read: ReadContent): Promise<ReadOutcome> {
  const reason = refusalOfArchive(directory);
  if (reason) return { kind: 'refused', reason };
  const files = filesOf(directory);
  const names = shownNames(files);
  const reader = new ArchiveReader(job, read);
  try {
    for (const [at, file] of files.entries()) await reader.look(file, names.get(file) ?? file.name, at);
  } catch (error) {
    job.signal?.throwIfAborted();
    if (isOurs(error)) throw error;
    return { kind: 'refused', reason: ARCHIVE_REFUSALS.broken };
  }
  return answer(job, reader);
}

/** Faults of the disk and of our own code are thrown on; a fault while unpacking is the archive's. */
function isOurs(error: unknown): boolean {
  if (!(error instanceof Error)) return true;
  if ('code' in error) return !/^(Z_|ERR_)/.test(String(error.code));
  return !/^[^:]+: (cannot unpack|no local header|larger than|cut short)/.test(error.message);
}

function answer(job: ReadJob, reader: ArchiveReader): ReadOutcome {
  const { found, others } = reader;
  const asked = job.choices?.sheet;
  const sheets = knownParts(job) ?? found.flatMap(({ infos }) => infos);
  if (asked !== undefined && reader.refusal) return reader.refusal;
  const chosen =
    asked === undefined
      ? found.reduce<Found | null>((best, one) => (best === null || weight(one) > weight(best) ? one : best), null)
      : (found.find((one) => partRead(one) === asked) ?? null);
  if (chosen === null) {
    if (asked !== undefined)
      return {
        kind: 'refused',
        reason: noSuchSheet(
          asked,
          sheets.map(({ name }) => name),
        ),
      };
    return { kind: 'refused', reason: ARCHIVE_REFUSALS.noTable(others) };
  }
  const { table } = chosen;
  const inner = table.findings.filter(({ code }) => code !== 'other-sheets');
  const findings = others.length > 0 && asked === undefined ? [notTaken(others), ...inner] : inner;
  const several = sheets.length > 1;
  return {
    kind: 'table',
    table: {
      ...table,
      sheet: several ? partRead(chosen) : table.sheet,
      sheets: several ? sheets : table.sheets,
      // where one member is read alone the others are not looked at
      ...(knownParts(job) === null ? { besides: others.length } : {}),
      findings,
    },
  };
}

function weight(found: Found): number {
  const read = partRead(found);
  return cells(found.infos.find(({ name }) => name === read) ?? { name: '', rows: 0, columns: 0 });
}

/** Reads the file inside a GZIP; a TAR in it is refused with words. */
export async function readGzip(job: ReadJob, read: ReadContent): Promise<ReadOutcome> {
  const workFolder = join(job.workFolder, 'unpacked');
  await mkdir(workFolder, { recursive: true });
  const path = join(workFolder, 'file');
  try {
    await gunzipToFile(job.path, job.size, path, job.signal);
  } catch (error) {
    job.signal?.throwIfAborted();
    if (error instanceof UnpackedTooLarge) return { kind: 'refused', reason: ARCHIVE_REFUSALS.large };
    if (isOurs(error)) throw error;
    return { kind: 'refused', reason: ARCHIVE_REFUSALS.broken };
  }
  const content = await detectContent(path);
  if (content.head.toString('latin1', 257, 262) === 'ustar') return { kind: 'refused', reason: refusedKind('archive') };
  return read({ ...job, path, fileName: job.fileName.replace(/\.gz$/i, ''), workFolder, size: content.size }, content);
}
