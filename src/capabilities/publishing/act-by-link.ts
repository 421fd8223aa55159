import { RequestError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { type Link, useLink } from '../links/index.ts';
import { notify } from '../notices/index.ts';
import { loadSubmission, wantedInstant } from '../review/index.ts';
import { confirmUnchanged } from './confirm-unchanged.ts';
import { approveSubmission, returnSubmission } from './decide-submission.ts';

/** What a person with a link decided. */
export interface LinkAnswer {
  /** Of a submission: approve it, or return it with the reasons and words. */
  readonly decision: 'approve' | 'return';
  readonly reasons: readonly string[];
  readonly words: string;
}

/** Does the one deed of a link, in the name of its person, and tells those who look after the dataset. Throws `gone`, and what the deed throws. */
export function actByLink(ctx: Context, code: string, answer: LinkAnswer): Promise<Link> {
  return useLink(ctx, code, async (guest, link) => {
    const outcome = await deedOf(guest, link, answer);
    await notify(guest, {
      to: { deed: 'dataset.publish', place: { id: link.datasetId, unitId: link.unitId } },
      kind: 'review.answered',
      subject: { kind: 'dataset', id: link.datasetId, name: link.subject.name },
      link: `/cabinet/datasets/${link.datasetId}`,
      facts: { by: link.person.name },
    });
    return outcome;
  });
}

async function deedOf(guest: Context, link: Link, answer: LinkAnswer): Promise<string> {
  switch (link.purpose) {
    case 'approve': {
      if (answer.decision === 'return') {
        await returnSubmission(guest, link.subject.id, answer);
        return 'returned';
      }
      // the instant the submission asked for, where it is still to come
      const publishAt = wantedInstant(await loadSubmission(guest, link.subject.id), guest.clock.now());
      await approveSubmission(guest, link.subject.id, { ticked: [], publishAt });
      return publishAt ? 'approved-later' : 'approved';
    }
    case 'confirm-unchanged':
      await confirmUnchanged(guest, link.datasetId);
      return 'confirmed';
    case 'acknowledge':
      return 'acknowledged';
    case 'confirm-registry':
    case 'decide-personal-data':
      throw notOurs();
  }
}

/** A link of another capability: the registry or privacy does its deed. */
function notOurs(): RequestError {
  return new RequestError('invalid', 'link-purpose', {
    uk: 'Це посилання для іншої дії. Відкрийте його з листа ще раз.',
    en: 'This link is for another deed. Open it from the letter again.',
  });
}
