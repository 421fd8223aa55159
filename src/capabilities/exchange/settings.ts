import { type Context, transaction } from '../../platform/context.ts';
import { permit } from '../accounts/index.ts';
import { record } from '../history/index.ts';
import type { Reach } from './portal/ask-portal.ts';
import { type ExchangeSettings, selectSettings, updateSettings } from './portal/pace-store.ts';
import type { ExchangePorts } from './ports.ts';
import { badWait } from './refusals.ts';

/** How portals may be asked now. */
export async function reachOf(ctx: Context, ports: ExchangePorts): Promise<Reach> {
  return { settings: await selectSettings(ctx.db), trustedHosts: await ports.trustedHosts(ctx) };
}

/** How politely other portals are asked. Needs `city.manage`. */
export async function exchangeSettings(ctx: Context): Promise<ExchangeSettings> {
  await permit(ctx, 'city.manage', null);
  return selectSettings(ctx.db);
}

const isWhole = (value: number, least: number, most: number) =>
  Number.isInteger(value) && value >= least && value <= most;

/** Sets the pause between questions to one server (ms) and the patience with its answers (s). Needs `city.manage`. Throws `invalid`. */
export async function changeExchangeSettings(ctx: Context, wanted: ExchangeSettings): Promise<void> {
  await permit(ctx, 'city.manage', null);
  if (!isWhole(wanted.waitMs, 0, 60_000) || !isWhole(wanted.patienceSeconds, 1, 600)) throw badWait();
  await transaction(ctx, async (tx) => {
    const before = await selectSettings(tx.db);
    await updateSettings(tx.db, wanted);
    const subject = { kind: 'community', id: 'exchange' };
    await record(tx, { deed: 'exchange.settings-changed', subject, before, after: wanted });
  });
}
