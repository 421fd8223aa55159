import { createHash } from 'node:crypto';
import { z } from 'zod';
import { isRequestError } from '../../../kernel/errors.ts';
import { defineJob } from '../../../platform/jobs/job.ts';
import { notify } from '../../notices/index.ts';
import { loadCard } from './read-cards.ts';

/** A version was published: where it differs from the approved technical card, the coordinators are told, once for each difference. */
export const followCardJob = defineJob({
  name: 'dictionary.follow-card',
  data: z.object({ datasetId: z.uuid() }),
  async handle(ctx, { datasetId }) {
    const card = await loadCard(ctx, datasetId).catch((error: unknown) => {
      if (isRequestError(error) && error.kind === 'not-found') return null;
      throw error;
    });
    if (card?.state !== 'changed') return;
    const digest = createHash('sha256').update(JSON.stringify(card.present)).digest('hex').slice(0, 16);
    await notify(ctx, {
      to: { deed: 'dataset.coordinate', place: null },
      kind: 'dictionary.card-outdated',
      subject: { kind: 'dataset', id: datasetId, name: card.title },
      link: `/cabinet/datasets/${datasetId}/card`,
      once: `technical-card ${datasetId} ${digest}`,
    });
  },
});
