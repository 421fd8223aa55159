import { mkdir, readdir, rm, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Context } from '../../platform/context.ts';
import { diskFull } from '../../platform/objects/disk-full.ts';
import { UPLOAD_LIMIT } from './start-reading.ts';

/** What the application tells about uploads. */
export interface UploadOptions {
  /** Where bytes gather until a file is whole; survives a restart, so that uploads are resumed. */
  readonly uploadsFolder?: string;
  /** Largest file, bytes. */
  readonly uploadLimit?: number;
}

/** Where and how much, with the defaults filled in. */
export interface UploadPlace {
  readonly limit: number;
  folder(ctx: Context): Promise<string>;
  /** Throws `busy` (code `disk-full`) where a file of so many bytes would leave no room to work at it: told before it travels. */
  refuseWithoutRoom(ctx: Context, size: number): Promise<void>;
}

const DAY = 86_400_000;
/** Their readings are forgotten after two days, see ingest. */
const KEPT = 3 * DAY;

/** The file itself, the table read from it and the table published; below the reserve nothing is taken at all, bytes. */
const TIMES = 3;
const RESERVE = 100 * 1024 * 1024;

/** Without a folder of its own it is beside the objects, on their file system: a whole file is then moved, not copied. */
export function uploadPlace(options: UploadOptions): UploadPlace {
  let known = options.uploadsFolder;
  let swept = 0;
  const folderOf = async (ctx: Context): Promise<string> => {
    if (known === undefined) {
      const work = await ctx.objects.workFolder();
      known = join(dirname(dirname(work)), 'uploads');
    }
    await mkdir(known, { recursive: true });
    if (Date.now() - swept > DAY) {
      swept = Date.now();
      await sweep(known, ctx);
    }
    return known;
  };
  return {
    limit: options.uploadLimit ?? UPLOAD_LIMIT,
    folder: folderOf,
    refuseWithoutRoom: async (ctx, size) => {
      const { bavail, bsize } = await statfs(await folderOf(ctx));
      if (bavail * bsize < size * TIMES + RESERVE) throw diskFull();
    },
  };
}

/** Bytes of uploads nobody went on with. Once a day, when somebody uploads. */
async function sweep(folder: string, ctx: Context): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const file = await stat(path).catch(() => null);
    if (file && name.endsWith('.part') && Date.now() - file.mtimeMs > KEPT) {
      await rm(path, { force: true });
      ctx.log.info({ name }, 'an abandoned upload was swept');
    }
  }
}
