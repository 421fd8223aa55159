import { system } from '../../../kernel/actor.ts';
import { actingAs, type Context } from '../../../platform/context.ts';
import { countReporters } from '../reports/report-store.ts';
import { hasSign } from '../scans/scan-store.ts';
import { selectSettings } from '../settings/settings-store.ts';
import { beginHiding } from './begin-hiding.ts';
import type { ColumnPlace } from './hiding.ts';
import { isEnoughToHide } from './hiding-rules.ts';
import { selectLastHiding } from './hiding-store.ts';

/**
 * Hides the column where the city chose that reports may, and there are enough. Reports that hid it once do not hide it again. Called in the
 * transaction that made the last of them count.
 */
export async function considerHiding(tx: Context, place: ColumnPlace): Promise<void> {
  if (place.columnName === '' || !(await selectSettings(tx.db)).hides) return;
  const last = await selectLastHiding(tx.db, place);
  if (last && last.endedAt === null) return;
  const reporters = await countReporters(tx.db, place, last?.beganAt ?? null);
  const detector = await hasSign(tx.db, place);
  // the city's rule hides it, not the visitor whose word was the last
  const own = actingAs(tx, system('exposure'));
  if (isEnoughToHide(reporters, detector)) await beginHiding(own, place, { reporters, detector, by: '' });
}
