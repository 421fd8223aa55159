import type { Context as HonoContext } from 'hono';
import { type Card, relatedCards } from '../../../capabilities/catalog/index.ts';
import { fillForm } from '../../../capabilities/documents/index.ts';
import { listVersions } from '../../../capabilities/publishing/index.ts';
import { DOCX_TYPE } from '../../../platform/documents/index.ts';
import { passportDocument, passportForm, type SurfaceEnv } from '../../components/index.ts';
import { formatsOf } from '../search/dataset-row.tsx';
import { partAddresses } from './passport-elements.ts';
import { namedRelatives } from './passport-more.tsx';

/** The passport of what is published now as a document to be filed. */
export async function sendPassportDocument(c: HonoContext<SurfaceEnv>, card: Card): Promise<Response> {
  const visit = c.get('visit');
  const versions = await listVersions(visit.ctx, card.datasetId);
  const addresses = partAddresses(card, visit.origin);
  const related = namedRelatives(card, await relatedCards(visit.ctx, card, 0));
  const document = passportDocument(
    {
      number: card.number,
      nationalId: card.nationalId,
      passport: card.passport,
      unit: card.unit,
      community: visit.profile?.name ?? '',
      formats: formatsOf(card),
      published: {
        first: card.firstPublishedAt,
        changed: card.changedAt,
        dataAsOf: card.dataAsOf,
        version: card.versionNumber,
        address: addresses.dataset,
        structures: addresses.structures,
        earlier: versions
          .filter(({ number }) => number < card.versionNumber)
          .map(({ number }) => addresses.version(number)),
      },
      related: related.map(({ passport }) => passport.title),
      tables: card.resources
        .filter(({ fields }) => fields.length > 0)
        .map(({ title, fields }) => ({ title, structure: { fields: [...fields] } })),
    },
    visit.language,
  );
  return c.body(await fillForm(visit.ctx, passportForm, document, visit.language), 200, {
    'content-type': DOCX_TYPE,
    'content-disposition': `attachment; filename="${card.slug}-passport.docx"`,
    'access-control-allow-origin': '*',
  });
}
