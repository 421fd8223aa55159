import type { Deed } from '../accounts/index.ts';

/**
 * What a link about a dataset is for: to approve or return a submission; to say that the data have not changed; to say that one has read something.
 * Each is done once, by one named person, without an account.
 */
export const LINK_PURPOSES = ['approve', 'confirm-unchanged', 'acknowledge'] as const;
/**
 * Beside those: the head of a unit says that its registry is true; a lawyer or the person for access to public information confirms or declines a decision
 * on personal data.
 */
export type LinkPurpose = (typeof LINK_PURPOSES)[number] | 'confirm-registry' | 'decide-personal-data';

/** What the person with the link may do with its dataset while it is open, and what whoever gives it must be allowed to do. */
export const PURPOSE_DEEDS: Readonly<Record<LinkPurpose, { readonly guest: readonly Deed[]; readonly giver: Deed }>> = {
  approve: { guest: ['dataset.view-drafts', 'dataset.approve'], giver: 'dataset.approve' },
  'confirm-unchanged': { guest: ['dataset.view-drafts', 'dataset.publish'], giver: 'dataset.publish' },
  acknowledge: { guest: ['dataset.view-drafts'], giver: 'dataset.submit' },
  'confirm-registry': { guest: ['registry.confirm'], giver: 'registry.confirm' },
  // whoever may not publish personal data asks one who may: the giver needs less than the guest is given
  'decide-personal-data': { guest: ['dataset.view-drafts', 'privacy.keep'], giver: 'privacy.protect' },
};

/** Who a link is for. E-mail may be empty: the code is then given on paper. */
export interface LinkPerson {
  readonly name: string;
  readonly post: string;
  readonly email: string;
}

/** A one-time link, as it is known to us: the code itself is known to nobody but the person. */
export interface Link {
  readonly id: string;
  readonly purpose: LinkPurpose;
  /** `submission`, `dataset`, `unit`, `decision`, or `letter`: of one person who got it. */
  readonly subject: { readonly kind: string; readonly id: string; readonly name: string };
  /** What the deed is upon; where the purpose is a unit's, that unit. */
  readonly datasetId: string;
  readonly unitId: string;
  readonly person: LinkPerson;
  readonly madeBy: string;
  readonly madeAt: Date;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  /** What was done by it. */
  readonly outcome: string | null;
  readonly revokedAt: Date | null;
}

/** How a link stands. */
export function stateOfLink(link: Pick<Link, 'usedAt' | 'revokedAt' | 'expiresAt'>, now: Date) {
  if (link.usedAt) return 'used' as const;
  if (link.revokedAt) return 'revoked' as const;
  return link.expiresAt <= now ? ('expired' as const) : ('open' as const);
}
