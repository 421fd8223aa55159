import { cityTexts } from '../../../locales/city.ts';
import { href, LinkButton, Page, type Visit } from '../../components/index.ts';

/** The accessibility statement: what it is built on, what was tested, what falls short, whom to write. */
export function AccessibilityPage({ visit }: { visit: Visit }) {
  const texts = cityTexts[visit.language].accessibility;
  const email = visit.profile?.email;
  const parts: readonly (readonly [id: string, title: string, lines: readonly string[]])[] = [
    ['standard', texts.standardTitle, texts.standard],
    ['done', texts.doneTitle, texts.done],
    ['tested', texts.testedTitle, texts.tested],
    ['known', texts.knownTitle, texts.known],
  ];
  return (
    <Page visit={visit} title={texts.title} description={texts.lead}>
      <h1>{texts.title}</h1>
      <p class="lead page-lead">{texts.lead}</p>
      {parts.map(([id, title, lines]) => (
        <section key={id} class="part" id={id} aria-labelledby={`${id}-title`}>
          <h2 id={`${id}-title`}>{title}</h2>
          <div class="part-body prose">
            {lines.length === 1 ? (
              <p>{lines[0]}</p>
            ) : (
              <ul>
                {lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            )}
          </div>
        </section>
      ))}
      <section class="part" id="contact" aria-labelledby="contact-title">
        <h2 id="contact-title">{texts.contactTitle}</h2>
        <div class="part-body stack">
          <p>{texts.contact}</p>
          <p class="row">
            <LinkButton kind="primary" href={href(visit, '/messages/new')}>
              {texts.write}
            </LinkButton>
            {email && <a href={`mailto:${email}`}>{email}</a>}
          </p>
        </div>
      </section>
    </Page>
  );
}
