import { type CommunitySettings, INFORMATION_REQUEST } from '../../../capabilities/community/index.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { dayInWords } from '../../../language/dates.ts';
import { messagesTexts } from '../../../locales/messages.ts';
import {
  Button,
  Field,
  href,
  type KeyValue,
  KeyValues,
  LinkButton,
  Notice,
  Page,
  Snippet,
  type Visit,
} from '../../components/index.ts';

/** What a person typed to word a request. Never stored, never logged. */
export interface TypedRequest {
  readonly who: string;
  readonly contact: string;
  readonly what: string;
}

export const NO_REQUEST: TypedRequest = { who: '', contact: '', what: '' };

/** Longer addresses are cut by mail programs, characters. */
const MAILTO_LIMIT = 1_900;

/** A request under the Law: what the Law says, where to send it, and help to word it. Nothing of this page is kept. */
export function RequestPage(props: { visit: Visit; settings: CommunitySettings; typed: TypedRequest }) {
  const { visit, settings, typed } = props;
  const { language } = visit;
  const texts = messagesTexts[language].request;
  return (
    <Page visit={visit} title={texts.title} search={false}>
      <div class="ask stack-l">
        <h1>{texts.title}</h1>
        <Notice kind="info" language={language}>
          {texts.lead}
        </Notice>
        {typed.what !== '' && <ReadyText visit={visit} settings={settings} typed={typed} />}
        <Channel visit={visit} settings={settings} />
        <section class="stack" aria-labelledby="terms">
          <h2 id="terms">{texts.terms}</h2>
          <ul class="law">
            {INFORMATION_REQUEST.terms.map(({ norm, text }) => (
              <li key={norm.en}>
                {inLanguage(text, language)} <span class="soft small nowrap">{inLanguage(norm, language)}</span>
              </li>
            ))}
          </ul>
        </section>
        <section class="stack" aria-labelledby="holds">
          <h2 id="holds">{texts.holds}</h2>
          <ul class="law">
            {INFORMATION_REQUEST.holds.map((part) => (
              <li key={part.en}>{inLanguage(part, language)}</li>
            ))}
          </ul>
          <p>
            {inLanguage(INFORMATION_REQUEST.free, language)}{' '}
            <span class="soft small nowrap">{inLanguage(INFORMATION_REQUEST.holdsNorm, language)}</span>
          </p>
          <p>
            <a href={INFORMATION_REQUEST.url}>{texts.law}</a>
          </p>
        </section>
        <Compose visit={visit} typed={typed} />
        <p>
          {texts.notFeedback} <a href={href(visit, '/messages/new?kind=question')}>{texts.toQuestion}</a>
        </p>
      </div>
    </Page>
  );
}

function Channel({ visit, settings }: { visit: Visit; settings: CommunitySettings }) {
  const texts = messagesTexts[visit.language].request;
  const { channel } = settings;
  const items: KeyValue[] = [];
  if (channel.email) items.push([texts.email, <a href={`mailto:${channel.email}`}>{channel.email}</a>]);
  if (channel.form) items.push([texts.form, <a href={channel.form}>{channel.form}</a>]);
  if (channel.address) items.push([texts.address, channel.address]);
  if (channel.phone) items.push([texts.phone, channel.phone]);
  const site = visit.profile?.site;
  return (
    <section class="stack" aria-labelledby="channel">
      <h2 id="channel">{texts.channel}</h2>
      {items.length > 0 ? (
        <KeyValues items={items} />
      ) : site ? (
        <p>
          {texts.noChannel} <a href={site}>{site}</a>
        </p>
      ) : (
        <p>{texts.noChannelNoSite}</p>
      )}
    </section>
  );
}

function Compose({ visit, typed }: { visit: Visit; typed: TypedRequest }) {
  const texts = messagesTexts[visit.language].request;
  return (
    <section class="stack no-print" aria-labelledby="compose">
      <h2 id="compose">{texts.compose}</h2>
      <p>{texts.composeLead}</p>
      <form class="form" method="post" action={href(visit, '/messages/request')}>
        <Field label={texts.who} name="who" value={typed.who} autocomplete="name" maxLength={300} />
        <Field label={texts.contact} name="contact" value={typed.contact} autocomplete="email" maxLength={500} />
        <Field
          label={texts.what}
          hint={texts.whatHint}
          name="what"
          value={typed.what}
          multiline
          rows={6}
          maxLength={8000}
          required
        />
        <Button kind="secondary">{texts.make}</Button>
      </form>
    </section>
  );
}

/** The request in the language of the body it goes to. */
function textOf(visit: Visit, typed: TypedRequest): string {
  const texts = messagesTexts.uk.request;
  const parts = [
    texts.head(visit.profile?.name ?? ''),
    typed.who && `${texts.from}: ${typed.who}`,
    typed.contact && `${texts.answerTo}: ${typed.contact}`,
    '',
    texts.subject.toLocaleUpperCase('uk'),
    '',
    texts.body,
    '',
    typed.what,
    '',
    `${texts.date}: ${dayInWords(visit.ctx.clock.now(), 'uk')}`,
  ];
  return parts.filter((part, at) => part !== '' || parts[at - 1] !== '').join('\n');
}

function ReadyText({ visit, settings, typed }: { visit: Visit; settings: CommunitySettings; typed: TypedRequest }) {
  const texts = messagesTexts[visit.language].request;
  const text = textOf(visit, typed);
  const subject = encodeURIComponent(messagesTexts.uk.request.subject);
  const empty = `mailto:${settings.channel.email}?subject=${subject}`;
  const whole = `${empty}&body=${encodeURIComponent(text.replaceAll('\n', '\r\n'))}`;
  const fits = whole.length <= MAILTO_LIMIT;
  return (
    <section class="stack" aria-labelledby="ready" id="ready-text">
      <h2 id="ready">{texts.ready}</h2>
      <p>{texts.readyLead}</p>
      <Snippet words code={text} label={texts.subject} language={visit.language} />
      <p class="no-print">
        <LinkButton href={fits ? whole : empty}>{fits ? texts.mail : texts.mailLong}</LinkButton>
      </p>
    </section>
  );
}
