import { isId, newId } from '../../kernel/ids.ts';
import { type Context, transaction } from '../../platform/context.ts';
import { permit } from '../accounts/index.ts';
import { record } from '../history/index.ts';
import { openForChange } from './open-dataset.ts';
import type { Passport } from './passport.ts';
import { invalidForm } from './refusals.ts';
import { deleteTemplate, type PassportTemplate, putTemplate, selectTemplates } from './template-store.ts';

/** Elements that are a dataset's own and are never copied. */
export const OWN_ELEMENTS: readonly (keyof Passport)[] = ['title', 'dataAsOf', 'temporal', 'previousUrl'];

const LONGEST_NAME = 100;

/** The city's own passports to copy from. */
export async function listTemplates(ctx: Context): Promise<PassportTemplate[]> {
  await permit(ctx, 'dataset.view-drafts');
  return selectTemplates(ctx.db);
}

/** Keeps a dataset's passport under a name, for others to copy from; a name that is there already gets the new one. Throws `invalid` (name). */
export function saveTemplate(ctx: Context, datasetId: string, name: string): Promise<void> {
  return transaction(ctx, async (inner) => {
    const { passport } = await openForChange(inner, datasetId);
    const tidy = name.trim().replace(/\s+/g, ' ');
    if (tidy === '' || tidy.length > LONGEST_NAME) {
      const text = {
        uk: `Назвіть зразок, до ${LONGEST_NAME} знаків, наприклад «Реєстри майна».`,
        en: `Name the template in up to ${LONGEST_NAME} characters, for example “Registers of property”.`,
      };
      throw invalidForm([{ field: 'name', text }]);
    }
    const now = inner.clock.now();
    const template = { id: newId(now.getTime()), name: tidy, passport };
    await putTemplate(inner.db, template, now);
    await record(inner, {
      deed: 'passport-template.saved',
      subject: { kind: 'passport-template', id: template.id, name: tidy },
      after: passport,
    });
  });
}

/** Forgets a template; passports copied from it stay as they are. Needs the right to coordinate all. */
export function removeTemplate(ctx: Context, id: string): Promise<void> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'dataset.coordinate', null);
    const found = isId(id) ? (await selectTemplates(inner.db)).find((one) => one.id === id) : undefined;
    if (!found) return;
    await deleteTemplate(inner.db, id);
    const subject = { kind: 'passport-template', id, name: found.name };
    await record(inner, { deed: 'passport-template.removed', subject, before: found.passport });
  });
}
