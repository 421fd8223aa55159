import { PASSPORT_CHECKS } from '../../../capabilities/catalog/index.ts';
import { CHECK_GROUPS, type CheckEntry, type CheckGroup } from '../../../kernel/check.ts';
import { foldName, foldText } from '../../../language/folding.ts';
import { stemOf } from '../../../language/stemming.ts';
import { CHECK_CATALOGUE, REFUSAL_CHECKS } from '../../../tabular/index.ts';

/** All checks of the product: of tables and of passports. */
export const ALL_CHECKS: readonly CheckEntry[] = [...CHECK_CATALOGUE, ...REFUSAL_CHECKS, ...PASSPORT_CHECKS];

/** The check of a code; null for findings that no check makes. */
export function checkOf(code: string): CheckEntry | null {
  return ALL_CHECKS.find((one) => one.code === code) ?? null;
}

/** Checks that have every word asked for, in any of its forms, in their title, their reason or their code, in the order of the guide. */
export function findChecks(asked: string): CheckEntry[] {
  const wanted = asked.split(/\s+/).filter((word) => foldName(word) !== '');
  return ALL_CHECKS.filter(({ code, title, why }) => {
    const text = `${code} ${title.uk} ${title.en} ${why.uk} ${why.en}`;
    const stems = text.split(/[^\p{L}\p{M}\p{N}’'ʼ]+/u).map((word) => stemOf(foldText(word)));
    return wanted.every(
      (word) =>
        foldName(text).includes(foldName(word)) || stems.some((stem) => stem.startsWith(stemOf(foldText(word)))),
    );
  });
}

/** Checks by what they look at; groups without any are left out. */
export function byGroup(checks: readonly CheckEntry[]): { group: CheckGroup; checks: CheckEntry[] }[] {
  return CHECK_GROUPS.map((group) => ({ group, checks: checks.filter((one) => one.group === group) })).filter(
    (one) => one.checks.length > 0,
  );
}
