import { Hono } from 'hono';
import { type Card, loadCard } from '../../../capabilities/catalog/index.ts';
import { listVersions, loadVersion, refuseWithdrawn, type Version } from '../../../capabilities/publishing/index.ts';
import { downloadPath } from '../../../capabilities/tables/index.ts';
import { RequestError } from '../../../kernel/errors.ts';
import type { Context } from '../../../platform/context.ts';
import type { SurfaceEnv } from '../../components/index.ts';
import { cardDownloads } from './download-list.ts';
import { passportAsData } from './passport-elements.ts';
import { STRUCTURE_FORMS, sendStructure } from './structure-file.ts';

const VERSION = '/datasets/:slug/versions/:number{[0-9]{1,9}}';

/** Passport, structures and sums of one version, each at an address that never says anything else. */
export function versionRoutes(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>()
    .get(`${VERSION}/passport.json`, async (c) => {
      const { ctx, origin, profile } = c.get('visit');
      const { card, version } = await openVersion(ctx, c.req.param('slug'), c.req.param('number'));
      const own = cardOfVersion(card, version);
      const versions = await listVersions(ctx, card.datasetId);
      const downloads = await cardDownloads(ctx, own, origin);
      const passport = passportAsData(own, versions, origin, downloads, profile?.name ?? '');
      const base = `${origin}/datasets/${card.slug}/versions/${version.number}`;
      const { note, repeats, checksums } = version;
      const structures = own.resources
        .filter(({ kind }) => kind === 'table')
        .map(({ id }) => `${base}/structure/${id}.json`);
      return c.json({ ...passport, url: base, structures, note, repeats, checksums }, 200, OPEN);
    })
    .get(`${VERSION}/structure/:file{[0-9a-f-]+\\.(json|csv|xsd)}`, async (c) => {
      const { card, version } = await openVersion(c.get('visit').ctx, c.req.param('slug'), c.req.param('number'));
      const [id, extension] = c.req.param('file').split('.');
      const own = cardOfVersion(card, version);
      const resource = own.resources.find((one) => one.id === id);
      if (!resource) throw noResource();
      return sendStructure(c, own, resource, STRUCTURE_FORMS.find((form) => form === extension) ?? 'json');
    })
    .get(`${VERSION}/checksums.txt`, async (c) => {
      const { ctx, origin } = c.get('visit');
      const { card, version } = await openVersion(ctx, c.req.param('slug'), c.req.param('number'));
      if (card.state !== 'published') throw noResource();
      return c.text(checksumsText(version, origin), 200, OPEN);
    });
}

/** Anybody's page may read public facts. */
const OPEN = { 'access-control-allow-origin': '*' };

/** Lines as `sha256sum -c` reads them; where each file is taken stands in a comment above it. */
function checksumsText(version: Version, origin: string): string {
  const lines = version.resources.flatMap(({ id, tableId, file }) => {
    const sum = version.checksums[id];
    return [
      ...(tableId && sum ? [`# ${origin}${downloadPath(tableId, 'csv')}`, `${sum}  ${tableId}.csv`] : []),
      ...(file ? [`# ${origin}/file/${id}?version=${version.number}`, `${file.sha256}  ${file.name}`] : []),
    ];
  });
  return `${lines.join('\n')}\n`;
}

async function openVersion(ctx: Context, slug: string, number: string): Promise<{ card: Card; version: Version }> {
  const card = await loadCard(ctx, slug);
  if (card.state === 'withdrawn') throw withdrawn();
  const version = await loadVersion(ctx, card.datasetId, Number(number));
  refuseWithdrawn(version);
  return { card, version };
}

/** The card as it was when the version was published. */
function cardOfVersion(card: Card, version: Version): Card {
  const publishedAt = version.publishedAt.toISOString();
  return {
    ...card,
    passport: version.passport,
    resources: version.resources,
    versionId: version.id,
    versionNumber: version.number,
    changedAt: publishedAt,
    dataAsOf: version.passport.dataAsOf ?? publishedAt,
  };
}

function withdrawn(): RequestError {
  return new RequestError('gone', 'dataset-withdrawn', { uk: 'Набір вилучено.', en: 'The dataset was withdrawn.' });
}

function noResource(): RequestError {
  return new RequestError('not-found', 'no-such-resource', {
    uk: 'У цій версії набору немає такого ресурсу.',
    en: 'This version of the dataset has no such resource.',
  });
}
