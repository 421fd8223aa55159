import { nameOfActor } from '../../../kernel/actor.ts';
import { dayOf } from '../../../kernel/dates.ts';
import { RequestError } from '../../../kernel/errors.ts';
import { isId, newId } from '../../../kernel/ids.ts';
import { formatNumber } from '../../../language/numbers.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { permit } from '../../accounts/index.ts';
import { record } from '../../history/index.ts';
import { invalidForm } from '../refusals.ts';
import type { CodeList, GivenCode, Served } from './code-list.ts';
import { type CodesDifference, differenceOf, isSweeping, mergeCodes } from './code-list-rules.ts';
import { freeListSlug, lockCodeList, putCodeList, setGated, setShownVersion } from './code-list-store.ts';

/** A unit's list is changed by those who may edit its datasets; the community's by those who coordinate all. */
export function permitListChange(ctx: Context, unitId: string | null): Promise<void> {
  return unitId === null ? permit(ctx, 'dataset.coordinate', null) : permit(ctx, 'dataset.edit', unitId);
}

/** Also of a list, or a version of one, that has not been shown to the public. */
export function noCodeList(): RequestError {
  return new RequestError('not-found', 'code-list-not-found', {
    uk: 'Такого довідника немає. Перевірте адресу або відкрийте список довідників.',
    en: 'There is no such code list. Check the address or open the list of code lists.',
  });
}

function tidyName(name: string): string {
  const tidy = name.trim().replace(/\s+/g, ' ');
  if (tidy !== '' && tidy.length <= 254) return tidy;
  const text = {
    uk: 'Назвіть довідник, до 254 знаків, наприклад «Види покриття доріг».',
    en: 'Name the code list in up to 254 characters, for example “Kinds of road surface”.',
  };
  throw invalidForm([{ field: 'name', text }]);
}

const subjectOf = ({ id, name }: Pick<CodeList, 'id' | 'name'>) => ({ kind: 'code-list', id, name });

/** Makes a code list. Throws `forbidden`, `invalid` (name). */
export function createCodeList(
  ctx: Context,
  wanted: {
    readonly name: string;
    readonly unitId: string | null;
    readonly codes: readonly GivenCode[];
    readonly serves?: Served;
    readonly source?: string;
  },
): Promise<CodeList> {
  return transaction(ctx, async (inner) => {
    await permitListChange(inner, wanted.unitId);
    const now = inner.clock.now();
    const name = tidyName(wanted.name);
    const slug = await freeListSlug(inner.db, name);
    const codes = wanted.codes.map((one) => ({ ...one, retiredOn: null }));
    const { unitId, serves = null, source = '' } = wanted;
    const list = {
      id: newId(now.getTime()),
      name,
      slug,
      unitId,
      shown: false,
      serves,
      source,
      version: 1,
      shownVersion: null,
      codes,
    };
    await putCodeList(inner.db, list, now, { by: nameOfActor(inner.actor), difference: differenceOf([], codes) });
    const after = { name, codes: codes.length };
    await record(inner, { deed: 'code-list.created', subject: subjectOf(list), after });
    return list;
  });
}

/** What is changed of a list: its name; codes that are added or renamed; codes that go out of use. */
export interface CodeListChange {
  readonly name?: string;
  readonly codes?: readonly GivenCode[];
  /** Codes that are not among `codes` go out of use. */
  readonly only?: boolean;
  /** Refused where most codes would go out of use: nobody has seen the difference. */
  readonly careful?: boolean;
  readonly retire?: readonly string[];
  readonly source?: string;
}

/** Codes that differ. */
const sizeOf = ({ added, renamed, retired, moved }: CodesDifference) =>
  added.length + renamed.length + retired.length + moved;

/** Changes a code list. A retired code stays in it and is never given to another value. Throws `forbidden`, `not-found`, `invalid` (name, codes), `conflict` (`careful`). */
export function changeCodeList(ctx: Context, id: string, change: CodeListChange): Promise<CodeList> {
  return transaction(ctx, async (inner) => {
    const before = isId(id) ? await lockCodeList(inner.db, id) : null;
    if (!before) throw noCodeList();
    await permitListChange(inner, before.unitId);
    const now = inner.clock.now();
    const today = dayOf(now);
    const merged = mergeCodes(before.codes, change.codes ?? [], { only: change.only === true, today });
    if (merged.faults.length > 0) throw invalidForm(merged.faults);
    const gone = new Set(change.retire);
    const codes = merged.codes.map((one) =>
      one.retiredOn === null && gone.has(one.code) ? { ...one, retiredOn: today } : one,
    );
    const difference = differenceOf(before.codes, codes);
    if (change.careful === true && isSweeping(before.codes, difference)) throw tooSweeping(before, difference);
    const isChanged = sizeOf(difference) > 0;
    const version = before.version + (isChanged ? 1 : 0);
    const source = change.source ?? before.source;
    const after = { ...before, name: tidyName(change.name ?? before.name), source, version, codes };
    await putCodeList(inner.db, after, now, isChanged ? { by: nameOfActor(inner.actor), difference } : null);
    await record(inner, {
      deed: 'code-list.changed',
      subject: subjectOf(after),
      before: { name: before.name, codes: before.codes.length },
      after: { name: after.name, codes: codes.length, ...toldDifference(difference) },
    });
    if (isChanged) await inner.emit(inner.db, { name: 'code-list-changed', listId: id });
    return after;
  });
}

function tooSweeping({ name, codes }: CodeList, { retired }: CodesDifference): RequestError {
  const inUse = codes.filter(({ retiredOn }) => retiredOn === null).length;
  const uk = (n: number) => formatNumber(n, 'uk');
  const en = (n: number) => formatNumber(n, 'en');
  return new RequestError('conflict', 'code-list-sweeping', {
    uk: `З ужитку вийшло б ${uk(retired.length)} з ${uk(inUse)} чинних кодів довідника «${name}»: схоже, це інший файл або його частина. Довідник не змінено.`,
    en: `${en(retired.length)} of the ${en(inUse)} codes in use of “${name}” would go out of use: this seems to be another file or a part of one. The code list was not changed.`,
  });
}

/** For the history: codes are values of somebody's columns, so only how many differ. */
function toldDifference({ added, renamed, retired }: CodesDifference): Record<string, number> {
  return { added: added.length, renamed: renamed.length, retired: retired.length };
}

/**
 * The list goes through the gate of publication as a dataset of its own from now on: what anybody may read of it moves on only with that dataset. Called
 * by the use case that asked the rights.
 */
export function gateCodeList(ctx: Context, id: string): Promise<void> {
  return setGated(ctx.db, id);
}

/** Anybody may read this version of the list: it was published as a dataset. */
export function showCodeList(ctx: Context, id: string, version: number): Promise<void> {
  return setShownVersion(ctx.db, id, version);
}
