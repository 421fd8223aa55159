import { blocksTexts } from '../../../../locales/open-data-blocks.ts';
import { href, styleUrl, type Visit } from '../../../components/index.ts';
import type { EmbedTheme } from '../../embed/embed-colours.ts';
import type { Block, BlockItem } from './block.ts';

/** The block as HTML for a page of another site: plain elements, whole addresses, no scripts and no styles of ours. */
export function BlockFragment({ visit, block }: { visit: Visit; block: Block }) {
  return (
    <section class="vidkryto-block" lang={visit.language}>
      <h2>
        <a href={whole(visit, block.page)}>{block.title}</a>
      </h2>
      <BlockBody visit={visit} block={block} />
    </section>
  );
}

/** The same as a document for a frame, in the city's colours. */
export function BlockFrame({ visit, block, theme }: { visit: Visit; block: Block; theme: EmbedTheme | null }) {
  return (
    <html lang={visit.language}>
      <head>
        <meta charset="utf-8" />
        <title>{`${block.title} · ${visit.profile?.name ?? ''}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <link rel="stylesheet" href={styleUrl()} />
        <link rel="stylesheet" href={`/theme.css?c=${(visit.profile?.colour ?? '').replace('#', '')}`} />
        {theme && <link rel="stylesheet" href={`/embed/theme-${theme}.css`} />}
        <base target="_blank" />
      </head>
      <body class="embed">
        <header class="embed-head">
          <h1>
            <a href={whole(visit, block.page)} rel="noopener">
              {block.title}
            </a>
          </h1>
        </header>
        <main class="embed-main block-main">
          <BlockBody visit={visit} block={block} />
        </main>
      </body>
    </html>
  );
}

function BlockBody({ visit, block }: { visit: Visit; block: Block }) {
  const texts = blocksTexts[visit.language];
  return (
    <>
      {block.lead !== '' && <p>{block.lead}</p>}
      {block.items.length === 0 ? (
        <p>{texts.empty}</p>
      ) : (
        <ul>
          {block.items.map((item) => (
            <BlockLine key={item.id} visit={visit} item={item} />
          ))}
        </ul>
      )}
      <p>
        {block.total > block.items.length && (
          <>
            <a href={whole(visit, block.page)}>{texts.all(block.total)}</a>{' '}
          </>
        )}
        <small>
          {texts.source}: <a href={whole(visit, '/')}>{visit.profile?.name ?? visit.origin}</a>
        </small>
      </p>
    </>
  );
}

function BlockLine({ visit, item }: { visit: Visit; item: BlockItem }) {
  return (
    <li>
      <strong>{item.path === null ? item.title : <a href={whole(visit, item.path)}>{item.title}</a>}</strong>
      {item.text !== '' && <div>{item.text}</div>}
      {item.facts.map(([label, value]) => (
        <div key={label}>
          <small>
            {label}: {value}
          </small>
        </div>
      ))}
    </li>
  );
}

/** The address with its host: it is read on another site. */
function whole(visit: Visit, path: string): string {
  return visit.origin + href(visit, path);
}
