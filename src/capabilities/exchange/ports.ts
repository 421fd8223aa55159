import type { Context } from '../../platform/context.ts';

/** What the app fills in: other capabilities and settings of the installation this one stands on without seeing them. */
export interface ExchangePorts {
  /** Bytes of the largest file. */
  readonly limit: number;
  /** Hosts of the city's own network that an administrator allows to be asked. */
  trustedHosts(ctx: Context): Promise<readonly string[]>;
}
