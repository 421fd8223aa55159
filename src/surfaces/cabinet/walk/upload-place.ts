import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UPLOAD_LIMIT } from '../../../capabilities/ingest/index.ts';
import type { Context } from '../../../platform/context.ts';

/** What the application tells the walk about uploads. */
export interface WalkOptions {
  /** Where bytes gather until a file is whole; survives a restart, so that uploads are resumed. */
  readonly uploadsFolder?: string;
  /** Largest file, bytes. */
  readonly uploadLimit?: number;
}

/** Where and how much, with the defaults filled in. */
export interface UploadPlace {
  readonly limit: number;
  folder(ctx: Context): Promise<string>;
}

/** Without a folder of its own it is beside the objects, on their file system: a whole file is then moved, not copied. */
export function uploadPlace(options: WalkOptions): UploadPlace {
  let known = options.uploadsFolder;
  return {
    limit: options.uploadLimit ?? UPLOAD_LIMIT,
    folder: async (ctx) => {
      if (known === undefined) {
        const work = await ctx.objects.workFolder();
        known = join(dirname(dirname(work)), 'uploads');
      }
      await mkdir(known, { recursive: true });
      return known;
    },
  };
}
