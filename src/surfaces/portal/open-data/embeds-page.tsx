import { escapeXml } from '../../../kernel/xml.ts';
import { openDataTexts } from '../../../locales/open-data.ts';
import { Breadcrumbs, href, Page, Snippet, type Visit } from '../../components/index.ts';
import type { EmbedExample, EmbedExamples } from './embed-examples.ts';

/** How blocks of the section are put on the council's own site: each as it looks, with lines to copy. */
export function EmbedsPage({ visit, examples }: { visit: Visit; examples: EmbedExamples }) {
  const texts = openDataTexts[visit.language];
  const { table } = examples;
  return (
    <Page visit={visit} title={texts.embeds.title} description={texts.embeds.lead}>
      <Breadcrumbs
        items={[{ label: texts.title, href: href(visit, '/open-data') }, { label: texts.embeds.title }]}
        language={visit.language}
      />
      <h1>{texts.embeds.title}</h1>
      <p class="lead page-lead">{texts.embeds.lead}</p>
      <div class="prose">
        <ul>
          {texts.embeds.how.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
      {examples.blocks.map((example) => (
        <BlockExample key={example.name} visit={visit} example={example} />
      ))}
      {table && (
        <section class="part" aria-labelledby="embed-table">
          <h2 id="embed-table">{texts.embeds.tableTitle}</h2>
          <div class="part-body stack">
            <p>{texts.embeds.table}</p>
            <iframe class="embed-example" src={table.shown} title={table.title} height={460} loading="lazy" />
            <Snippet
              label={texts.embeds.frame}
              code={frameCode(table.frame, table.title, 460)}
              language={visit.language}
            />
            <p>
              <a href={table.explorer}>{texts.embeds.explorer}</a>
            </p>
          </div>
        </section>
      )}
    </Page>
  );
}

function BlockExample({ visit, example }: { visit: Visit; example: EmbedExample }) {
  const texts = openDataTexts[visit.language].embeds;
  const id = `embed-${example.name}`;
  return (
    <section class="part" aria-labelledby={id}>
      <h2 id={id}>{example.title}</h2>
      <div class="part-body stack">
        <iframe
          class="embed-example"
          src={example.shown}
          title={example.title}
          height={example.height}
          loading="lazy"
        />
        <Snippet
          label={texts.frame}
          code={frameCode(example.frame, example.title, example.height)}
          language={visit.language}
        />
        <details>
          <summary>{texts.others}</summary>
          <div class="stack">
            <Snippet label={texts.html} code={example.html} language={visit.language} />
            <Snippet label={texts.rss} code={example.rss} language={visit.language} />
            <Snippet label={texts.json} code={example.json} language={visit.language} />
          </div>
        </details>
      </div>
    </section>
  );
}

/** The line of HTML a page of another site takes. */
function frameCode(address: string, title: string, height: number): string {
  return `<iframe src="${escapeXml(address)}" title="${escapeXml(title)}" width="100%" height="${height}" loading="lazy"></iframe>`;
}
