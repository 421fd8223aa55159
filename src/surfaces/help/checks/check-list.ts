import { PASSPORT_CHECKS } from '../../../capabilities/catalog/index.ts';
import { CHECK_GROUPS, type CheckEntry, type CheckGroup } from '../../../kernel/check.ts';
import { foldName } from '../../../language/folding.ts';
import { CHECK_CATALOGUE, REFUSAL_CHECKS } from '../../../tabular/index.ts';

/** All checks of the product: of tables and of passports. */
export const ALL_CHECKS: readonly CheckEntry[] = [...CHECK_CATALOGUE, ...REFUSAL_CHECKS, ...PASSPORT_CHECKS];

/** The check of a code; null for findings that no check makes. */
export function checkOf(code: string): CheckEntry | null {
  return ALL_CHECKS.find((one) => one.code === code) ?? null;
}

/** Checks that have every word asked for in their title, their reason or their code, in the order of the guide. */
export function findChecks(asked: string): CheckEntry[] {
  const words = asked.split(/\s+/).map(foldName).filter(Boolean);
  return ALL_CHECKS.filter(({ code, title, why }) => {
    const text = foldName(`${code} ${title.uk} ${title.en} ${why.uk} ${why.en}`);
    return words.every((word) => text.includes(word));
  });
}

/** Checks by what they look at; groups without any are left out. */
export function byGroup(checks: readonly CheckEntry[]): { group: CheckGroup; checks: CheckEntry[] }[] {
  return CHECK_GROUPS.map((group) => ({ group, checks: checks.filter((one) => one.group === group) })).filter(
    (one) => one.checks.length > 0,
  );
}
