import type { Language } from '../../../kernel/text.ts';
import { aboutTexts } from '../../../locales/about.ts';
import { cityTexts } from '../../../locales/city.ts';
import { portalTexts } from '../../../locales/portal.ts';
import { href, LinkButton, Page, Snippet, type Visit } from '../../components/index.ts';
import { FeedLink } from './feed-link.tsx';

/** What open data are, terms of reuse, the API, accessibility, contacts. */
export function AboutPage({ visit }: { visit: Visit }) {
  const { language, profile, origin } = visit;
  const texts = aboutTexts[language];
  return (
    <Page visit={visit} title={texts.title} description={texts.lead}>
      <h1>{texts.title}</h1>
      <p class="lead page-lead">{texts.lead}</p>
      <AboutPart id="what" title={texts.whatTitle} paragraphs={texts.what} />
      <AboutPart id="reuse" title={texts.reuseTitle} paragraphs={[portalTexts[language].reuse.terms, ...texts.reuse]} />
      <section class="part" id="api" aria-labelledby="api-title">
        <h2 id="api-title">{texts.apiTitle}</h2>
        <div class="part-body stack">
          <p>{texts.api}</p>
          {apiExamples(origin, language).map(([label, code]) => (
            <Snippet key={code} label={label} code={code} language={language} />
          ))}
          <p>
            <a href="/api/openapi.json">{texts.openApi}</a>
          </p>
        </div>
      </section>
      <Answers visit={visit} />
      <section class="part" id="accessibility" aria-labelledby="accessibility-title">
        <h2 id="accessibility-title">{texts.accessibilityTitle}</h2>
        <div class="part-body prose">
          {texts.accessibility.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          <p>
            <a href={href(visit, '/accessibility')}>{cityTexts[language].about.accessibilityLink}</a>
          </p>
        </div>
      </section>
      <section class="part" id="contacts" aria-labelledby="contacts-title">
        <h2 id="contacts-title">{texts.contactsTitle}</h2>
        <div class="part-body stack">
          <p>{texts.contacts}</p>
          {profile?.email && (
            <p>
              <a href={`mailto:${profile.email}`}>{profile.email}</a>
            </p>
          )}
          {profile?.site && (
            <p>
              <a href={profile.site}>{profile.site}</a>
            </p>
          )}
        </div>
      </section>
    </Page>
  );
}

/** How questions are answered, and how to follow what is new. */
function Answers({ visit }: { visit: Visit }) {
  const texts = cityTexts[visit.language].about;
  return (
    <>
      <section class="part" id="questions" aria-labelledby="questions-title">
        <h2 id="questions-title">{texts.answerTitle}</h2>
        <div class="part-body prose">
          {texts.answer.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          <p>
            <LinkButton href={href(visit, '/messages/new')}>{texts.ask}</LinkButton>
          </p>
        </div>
      </section>
      <section class="part" id="follow" aria-labelledby="follow-title">
        <h2 id="follow-title">{texts.followTitle}</h2>
        <div class="part-body prose">
          <p>{texts.follow}</p>
          <FeedLink visit={visit} path="/feed.atom" label={texts.feed} />
        </div>
      </section>
    </>
  );
}

function AboutPart(props: { id: string; title: string; paragraphs: readonly string[] }) {
  const { id, title, paragraphs } = props;
  return (
    <section class="part" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <div class="part-body prose">
        {paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
    </section>
  );
}

function apiExamples(origin: string, language: Language): [label: string, code: string][] {
  const texts = aboutTexts[language];
  return [
    [texts.apiSearch, `curl -G '${origin}/api/1/datasets' --data-urlencode 'q=парки' -d rows=10`],
    [
      texts.apiRows,
      `curl -G '${origin}/api/rows/<id>' --data-urlencode 'район__exact=Центральний' --data-urlencode 'sort=-площа'`,
    ],
    [texts.apiDownload, `curl -O '${origin}/download/<id>.csv'`],
  ];
}
