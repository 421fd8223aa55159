import { nameOfActor } from '../../../kernel/actor.ts';
import { dayOf } from '../../../kernel/dates.ts';
import { isId, newId } from '../../../kernel/ids.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { permit } from '../../accounts/index.ts';
import { record } from '../../history/index.ts';
import { invalidForm } from '../refusals.ts';
import { OwnContent, type OwnStandard } from './own-standard.ts';
import { noStandard } from './read-standards.ts';
import { putOwnStandard, selectOwnStandard } from './standard-store.ts';

const subjectOf = ({ id, title }: Pick<OwnStandard, 'id' | 'title'>) => ({ kind: 'standard', id, name: title });

function contentOf(given: unknown): OwnContent {
  const parsed = OwnContent.safeParse(given);
  if (parsed.success) return parsed.data;
  const isTitle = parsed.error.issues.some(({ path }) => path[0] === 'title');
  const text = isTitle
    ? {
        uk: 'Назвіть структуру, до 254 знаків, наприклад «Притулки для тварин».',
        en: 'Name the structure in up to 254 characters, for example “Animal shelters”.',
      }
    : {
        uk: 'Опишіть хоча б одне поле й не більше ніж 500.',
        en: 'Describe at least one field and at most 500.',
      };
  throw invalidForm([{ field: isTitle ? 'title' : 'fields', text }]);
}

/** Makes a structure of the community's own. Throws `forbidden`, `invalid` (title, fields). */
export function createOwnStandard(ctx: Context, given: unknown): Promise<OwnStandard> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'dataset.coordinate', null);
    const now = inner.clock.now();
    const standard = { ...contentOf(given), id: newId(now.getTime()), version: 1, retiredOn: null };
    await putOwnStandard(inner.db, standard, now, nameOfActor(inner.actor));
    const after = { title: standard.title, fields: standard.fields.length };
    await record(inner, { deed: 'standard.created', subject: subjectOf(standard), after });
    return standard;
  });
}

/** Gives a structure a new version; the same again makes none. Throws `forbidden`, `not-found`, `invalid`. */
export function changeOwnStandard(ctx: Context, id: string, given: unknown): Promise<OwnStandard> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'dataset.coordinate', null);
    const before = isId(id) ? await selectOwnStandard(inner.db, id, true) : null;
    if (!before) throw noStandard();
    const content = contentOf(given);
    if (JSON.stringify(OwnContent.parse(before)) === JSON.stringify(content)) return before;
    const after = { ...before, ...content, version: before.version + 1 };
    await putOwnStandard(inner.db, after, inner.clock.now(), nameOfActor(inner.actor));
    await record(inner, {
      deed: 'standard.changed',
      subject: subjectOf(after),
      before: { title: before.title, fields: before.fields.length, version: before.version },
      after: { title: after.title, fields: after.fields.length, version: after.version },
    });
    return after;
  });
}

/** Takes a structure out of use, or back into it. What was made by it stays as it is. Throws `forbidden`, `not-found`. */
export function retireOwnStandard(ctx: Context, id: string, retired: boolean): Promise<void> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'dataset.coordinate', null);
    const before = isId(id) ? await selectOwnStandard(inner.db, id, true) : null;
    if (!before) throw noStandard();
    if ((before.retiredOn !== null) === retired) return;
    const now = inner.clock.now();
    await putOwnStandard(inner.db, { ...before, retiredOn: retired ? dayOf(now) : null }, now, null);
    await record(inner, { deed: retired ? 'standard.retired' : 'standard.restored', subject: subjectOf(before) });
  });
}
