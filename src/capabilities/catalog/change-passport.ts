import type { Context } from '../../platform/context.ts';
import type { Dataset } from './dataset.ts';
import type { Passport } from './passport.ts';

export interface ChangeOptions {
  /** `changedAt` of the record the person had before them: a later change by somebody else is refused as `conflict`. */
  readonly expectedChangedAt?: Date;
}

export declare function changePassport(
  ctx: Context,
  id: string,
  passport: Passport,
  options?: ChangeOptions,
): Promise<Dataset>;
export declare function changeNationalId(ctx: Context, id: string, nationalId: string | null): Promise<Dataset>;
