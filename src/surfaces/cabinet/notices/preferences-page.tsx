import {
  factsOfKind,
  NOTICE_KINDS,
  type NoticeKind,
  type NoticePreferences,
} from '../../../capabilities/notices/index.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { noticesTexts } from '../../../locales/notices.ts';
import {
  Breadcrumbs,
  Button,
  CabinetPage,
  Choice,
  ChoiceGroup,
  Field,
  href,
  Notice,
  type Visit,
} from '../../components/index.ts';

/** Letters or none, their language, and what they are about. */
export function PreferencesPage({ visit, preferences }: { visit: Visit; preferences: NoticePreferences }) {
  const texts = noticesTexts[visit.language];
  const words = texts.preferences;
  return (
    <CabinetPage visit={visit} title={words.title}>
      <div class="stack-l">
        <Breadcrumbs
          language={visit.language}
          items={[{ label: texts.title, href: href(visit, '/cabinet/notices') }, { label: words.title }]}
        />
        <div class="stack">
          <h1>{words.title}</h1>
          <p class="lead">{words.lead}</p>
        </div>
        {visit.query.get('done') === 'saved' && (
          <Notice kind="good" title={words.saved} language={visit.language} live />
        )}
        <form class="form" method="post" action={href(visit, '/cabinet/notices/settings')}>
          <Choice label={words.byMail} hint={words.byMailHint} name="byMail" value="on" checked={preferences.byMail} />
          <Field
            label={words.language}
            name="language"
            value={preferences.language}
            options={[
              { value: 'uk', label: words.uk },
              { value: 'en', label: words.en },
            ]}
          />
          <ChoiceGroup legend={words.kinds} name="kind" hint={words.kindsHint}>
            {(Object.keys(NOTICE_KINDS) as NoticeKind[]).map((kind) => {
              const { name, urgent } = factsOfKind(kind);
              const label = inLanguage(name, visit.language);
              return (
                <Choice
                  key={kind}
                  label={urgent ? `${label} (${words.urgent})` : label}
                  name="kind"
                  value={kind}
                  checked={!preferences.muted.includes(kind)}
                />
              );
            })}
          </ChoiceGroup>
          <Button>{words.save}</Button>
        </form>
      </div>
    </CabinetPage>
  );
}
