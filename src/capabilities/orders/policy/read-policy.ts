import { isId } from '../../../kernel/ids.ts';
import type { Context } from '../../../platform/context.ts';
import { permit } from '../../accounts/index.ts';
import { noSuchPolicy } from '../refusals.ts';
import type { Policy, PolicyComment, PolicyTerm, PolicyVersion, TermComparison } from './policy.ts';
import { workingDaysIn } from './policy-rules.ts';
import { selectPolicies, selectVersion, selectWholeVersion } from './policy-store.ts';

/** Policies with all their versions, the newest first. Needs `dataset.view-internal`. */
export async function listPolicies(ctx: Context): Promise<{ policy: Policy; versions: PolicyVersion[] }[]> {
  await permit(ctx, 'dataset.view-internal');
  return selectPolicies(ctx.db);
}

/** What anybody may read: policies that were ever in force, with those versions. Open to all. */
export async function publicPolicies(ctx: Context): Promise<{ policy: Policy; versions: PolicyVersion[] }[]> {
  const all = await selectPolicies(ctx.db);
  return all
    .map(({ policy, versions }) => ({ policy, versions: versions.filter(({ approvedOn }) => approvedOn !== null) }))
    .filter(({ versions }) => versions.length > 0);
}

/** A version with remarks on it and its terms beside the settings. */
export interface OpenedVersion {
  readonly policy: Policy;
  readonly version: PolicyVersion;
  readonly comments: readonly PolicyComment[];
  readonly terms: readonly TermComparison[];
}

/** Needs `dataset.view-internal`. Throws `not-found`. */
export async function openVersion(ctx: Context, id: string, terms: readonly PolicyTerm[]): Promise<OpenedVersion> {
  await permit(ctx, 'dataset.view-internal');
  const found = isId(id) ? await selectWholeVersion(ctx.db, id) : null;
  if (!found) throw noSuchPolicy();
  return { ...found, terms: await compareTerms(ctx, found.version, terms) };
}

/** Throws `not-found`. Asks no right. */
export async function loadVersion(ctx: Context, id: string, lock = false): Promise<PolicyVersion> {
  const version = isId(id) ? await selectVersion(ctx.db, id, lock) : null;
  if (!version) throw noSuchPolicy();
  return version;
}

/** Each term the text promises beside the same term of the settings, in the order of the text. A setting is read once. */
async function compareTerms(
  ctx: Context,
  version: PolicyVersion,
  terms: readonly PolicyTerm[],
): Promise<TermComparison[]> {
  const asked = terms.filter(({ code }) => version.clauses.some((clause) => clause.terms.includes(code)));
  const days = new Map(await Promise.all(asked.map(async (term) => [term.code, await term.days(ctx)] as const)));
  return version.clauses.flatMap((clause) => {
    const written = workingDaysIn(clause.text);
    return clause.terms.flatMap((code, at) => {
      const term = asked.find((one) => one.code === code);
      return term ? [{ clause, term, inText: written[at] ?? null, inSettings: days.get(code) ?? 0 }] : [];
    });
  });
}
