import type { Context } from '../../platform/context.ts';
import type { ChangeOptions } from './change-passport.ts';
import type { Resource } from './dataset.ts';
import type { Structure } from './structure.ts';

export declare function changeStructure(
  ctx: Context,
  resourceId: string,
  structure: Structure,
  options?: ChangeOptions,
): Promise<Resource>;
