import type { Context as HonoContext } from 'hono';
import { findUnit } from '../../../capabilities/accounts/index.ts';
import { findCard, loadDataset } from '../../../capabilities/catalog/index.ts';
import { fillForm } from '../../../capabilities/documents/index.ts';
import { DOCX_TYPE } from '../../../platform/documents/index.ts';
import { ownFile, passportDocument, passportForm, type SurfaceEnv } from '../../components/index.ts';
import { relativesOf } from './passport-relatives.ts';
import { signedIn } from './signed-in.ts';

/** The working copy's passport as a document to be filed or shown to a head before publication. */
export async function sendDraftPassport(c: HonoContext<SurfaceEnv>): Promise<Response> {
  const visit = signedIn(c.get('visit'));
  const { ctx, language, origin } = visit;
  const dataset = await loadDataset(ctx, c.req.param('id') ?? '');
  const [unit, card, relatives] = await Promise.all([
    findUnit(ctx, dataset.unitId),
    findCard(ctx, dataset.id),
    relativesOf(ctx, dataset.passport),
  ]);
  const tables = dataset.resources.filter(({ structure }) => structure.fields.length > 0);
  const address = `${origin}/datasets/${dataset.slug}`;
  const document = passportDocument(
    {
      number: dataset.number,
      nationalId: dataset.nationalId,
      passport: dataset.passport,
      unit: { name: unit?.name ?? '', edrpou: unit?.shownEdrpou ?? null },
      community: visit.profile?.name ?? '',
      formats: [...new Set((card?.resources ?? []).flatMap(({ formats }) => formats))],
      published: card && {
        first: card.firstPublishedAt,
        changed: card.changedAt,
        dataAsOf: card.dataAsOf,
        version: card.versionNumber,
        address,
        structures: tables.map(({ id }) => `${address}/structure/${id}.json`),
        earlier: [],
      },
      related: relatives.map(({ title }) => title),
      tables,
    },
    language,
  );
  return ownFile(await fillForm(ctx, passportForm, document, language), DOCX_TYPE, `${dataset.slug}-passport.docx`);
}
