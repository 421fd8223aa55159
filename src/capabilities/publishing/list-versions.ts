import type { Context } from '../../platform/context.ts';
import type { Version } from './version.ts';

/** All versions of a dataset, newest first. */
export async function listVersions(_ctx: Context, _datasetId: string): Promise<Version[]> {
  throw new Error('not built yet');
}

/** One version by its number. Throws `not-found`. */
export async function loadVersion(_ctx: Context, _datasetId: string, _number: number): Promise<Version> {
  throw new Error('not built yet');
}
