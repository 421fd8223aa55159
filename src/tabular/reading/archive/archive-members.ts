import type { Finding } from '../../../kernel/finding.ts';
import { ARCHIVE_REFUSALS, LIMITS } from '../refusals.ts';
import { unpackedSize, type ZipDirectory, type ZipMember } from '../zip-directory.ts';

/** A member larger than this may be at most `LIMITS.workbookRatio` times larger than packed. */
const LARGE_MEMBER = 50_000_000;
/** Members that are looked into at most. */
const MOST_MEMBERS = 200;

/** What systems put into archives beside the files of people. */
const OF_SYSTEM = /(^|\/)(__MACOSX\/|\.|~\$|Thumbs\.db$|desktop\.ini$)/i;

/** The files people put into an archive, without folders and what systems add. */
export function filesOf({ members }: ZipDirectory): ZipMember[] {
  return members.filter(({ name }) => !name.endsWith('/') && !OF_SYSTEM.test(name));
}

/** A name that leads out of the folder it is unpacked into. We unpack under names of our own, yet such an archive was made to do harm. */
function leadsOut(name: string): boolean {
  return name.startsWith('/') || /^[a-z]:/i.test(name) || name.split('/').includes('..');
}

/** Why an archive is not opened, told by its directory before a byte is unpacked; null when it is safe. */
export function refusalOfArchive(directory: ZipDirectory): Finding | null {
  const files = filesOf(directory);
  if (directory.members.some(({ name }) => leadsOut(name))) return ARCHIVE_REFUSALS.paths;
  if (files.some(({ encrypted }) => encrypted)) return ARCHIVE_REFUSALS.encrypted;
  const inflated = files.some(
    ({ packed, unpacked }) => unpacked > LARGE_MEMBER && unpacked > packed * LIMITS.workbookRatio,
  );
  if (inflated || unpackedSize(directory) > LIMITS.workbookBytes) return ARCHIVE_REFUSALS.large;
  if (files.length > MOST_MEMBERS) return ARCHIVE_REFUSALS.many;
  return files.length === 0 ? ARCHIVE_REFUSALS.empty : null;
}

/** Names by which members are told: without the folders all of them share. */
export function shownNames(files: readonly ZipMember[]): Map<ZipMember, string> {
  const folders = files.map(({ name }) => name.split('/').slice(0, -1));
  const [first = []] = folders;
  let shared = 0;
  while (shared < first.length && folders.every((folder) => folder[shared] === first[shared])) shared += 1;
  return new Map(files.map((file) => [file, file.name.split('/').slice(shared).join('/')]));
}
