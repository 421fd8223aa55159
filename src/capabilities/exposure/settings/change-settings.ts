import { RequestError } from '../../../kernel/errors.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { permit } from '../../accounts/index.ts';
import { record } from '../../history/index.ts';
import { ExposureSettings } from './settings.ts';
import { selectSettings, updateSettings } from './settings-store.ts';

/** What the city chose; open to everybody, because it is a promise to them. */
export function exposureSettings(ctx: Context): Promise<ExposureSettings> {
  return selectSettings(ctx.db);
}

/** Needs `settings.change`. Throws `invalid` with the field `answerDays`. */
export async function changeExposureSettings(
  ctx: Context,
  form: { readonly hides: boolean; readonly answerDays: string | number },
): Promise<ExposureSettings> {
  await permit(ctx, 'settings.change');
  const parsed = ExposureSettings.safeParse(form);
  if (!parsed.success) throw badDays();
  return transaction(ctx, async (tx) => {
    const before = await selectSettings(tx.db);
    await updateSettings(tx.db, parsed.data);
    await record(tx, {
      deed: 'exposure.settings-changed',
      subject: { kind: 'settings', id: 'exposure', name: '' },
      before,
      after: parsed.data,
    });
    return parsed.data;
  });
}

function badDays(): RequestError {
  const text = { uk: 'Вкажіть від 1 до 30 робочих днів.', en: 'Give 1 to 30 working days.' };
  return new RequestError('invalid', 'bad-exposure-settings', text, [{ field: 'answerDays', text }]);
}
