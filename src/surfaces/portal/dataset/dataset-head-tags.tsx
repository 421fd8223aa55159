import { portalTexts } from '../../../locales/portal.ts';
import { href, type Visit } from '../../components/index.ts';
import { firstSentence } from '../words.tsx';
import type { DatasetView } from './dataset-view.ts';
import { partAddresses } from './passport-elements.ts';
import { PICTURE_SIZE } from './picture-size.ts';
import { type SchemaOrgFacts, schemaOrgDataset } from './schema-org.ts';

/** Open Graph, the canonical address, machine-readable twins, schema.org. */
export function DatasetHeadTags({ visit, view, title }: { visit: Visit; view: DatasetView; title: string }) {
  const { card } = view;
  const addresses = partAddresses(card, visit.origin);
  const words = firstSentence(card.passport.description, 300);
  const picture = `${visit.origin}${href(visit, `/datasets/${card.slug}/picture.png`)}?v=${card.versionNumber}`;
  // A data block is never executed, so it needs no permission of the CSP; `<` is escaped so that no text can close the element.
  const facts = JSON.stringify(schemaOrgDataset(schemaOrgFacts(visit, view))).replaceAll('<', '\\u003c');
  return (
    <>
      <link rel="canonical" href={view.old ? addresses.version(view.old.number) : addresses.dataset} />
      <link rel="alternate" type="application/json" href={addresses.passport} />
      <link
        rel="alternate"
        type="application/atom+xml"
        href={`${addresses.dataset}/feed.atom`}
        title={portalTexts[visit.language].versions.caption}
      />
      <meta property="og:type" content="website" />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={words} />
      <meta property="og:url" content={addresses.dataset} />
      <meta property="og:site_name" content={visit.profile?.name} />
      <meta property="og:locale" content={visit.language === 'uk' ? 'uk_UA' : 'en_GB'} />
      <meta property="og:image" content={picture} />
      <meta property="og:image:type" content="image/png" />
      <meta property="og:image:width" content={String(PICTURE_SIZE.width)} />
      <meta property="og:image:height" content={String(PICTURE_SIZE.height)} />
      <meta property="og:image:alt" content={title} />
      <meta name="twitter:card" content="summary_large_image" />
      {!view.old && <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: facts }} />}
    </>
  );
}

function schemaOrgFacts(visit: Visit, { card, facts, offer }: DatasetView): SchemaOrgFacts {
  const { profile, origin, language } = visit;
  const parquet = offer?.formats.some(({ format }) => format === 'parquet') ?? false;
  return { card, profile, origin, language, facts, parquet };
}
