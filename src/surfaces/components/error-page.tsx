import { HTTP_STATUS, isRequestError } from '../../kernel/errors.ts';
import { inLanguage } from '../../kernel/text.ts';
import { componentsTexts } from '../../locales/components.ts';
import { LinkButton } from './button.tsx';
import { Page } from './page.tsx';
import { SearchBox } from './search-box.tsx';
import { href, type Visit } from './visit.ts';

/** Where people came for something that may be elsewhere: the search stands on the page itself. */
const SEARCHED: ReadonlySet<string> = new Set([
  'not-found',
  'gone',
  'invalid',
  'forbidden',
  'internal',
  'busy',
  'too-large',
]);

/** The page of any refusal or fault: what happened, and ways on. Never shows more of our own faults than the request's number. */
export function ErrorPage({ visit, error }: { visit: Visit; error: unknown }) {
  const kind = isRequestError(error) ? error.kind : 'internal';
  const texts = componentsTexts[visit.language].errors;
  // to somebody without an account «not for your account» says nothing
  const title = kind === 'forbidden' && visit.person === null ? texts.closed : texts.titles[kind];
  return (
    <Page visit={visit} title={title} search={false} head={<meta name="robots" content="noindex" />}>
      <div class="error-page stack">
        <p class="soft figures">{HTTP_STATUS[kind]}</p>
        <h1>{title}</h1>
        <p class="lead">
          {isRequestError(error) ? beyond(title, inLanguage(error.text, visit.language)) : texts.internal}
        </p>
        {isRequestError(error) && error.fields.length > 0 && (
          <ul>
            {error.fields.map((fault) => (
              <li key={fault.field}>{inLanguage(fault.text, visit.language)}</li>
            ))}
          </ul>
        )}
        {visit.profile && SEARCHED.has(kind) && <SearchBox visit={visit} large id="error-search" />}
        <p class="row">
          {kind === 'signed-out' && visit.profile && (
            <LinkButton
              kind="primary"
              href={href(
                visit,
                `/sign-in?next=${encodeURIComponent(visit.method === 'GET' ? visit.path : '/cabinet')}`,
              )}
            >
              {texts.signIn}
            </LinkButton>
          )}
          <LinkButton href={href(visit, '/datasets')}>{texts.toDatasets}</LinkButton>
          <LinkButton kind="quiet" href={href(visit, '/')}>
            {texts.toHome}
          </LinkButton>
          {visit.profile?.email && (
            <LinkButton kind="quiet" href={`mailto:${visit.profile.email}`}>
              {texts.write}
            </LinkButton>
          )}
        </p>
        {kind === 'internal' && (
          <p class="small soft">
            {texts.requestNumber}: <code>{visit.requestId}</code>
          </p>
        )}
      </div>
    </Page>
  );
}

/** What a text says beyond the heading above it. */
function beyond(title: string, text: string): string {
  const said = `${title}. `;
  return text.startsWith(said) ? text.slice(said.length) : text;
}
