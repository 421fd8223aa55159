import { originalsTexts } from '../../../locales/originals.ts';
import { Breadcrumbs, Button, CabinetPage, Field, href, Notice, type Visit } from '../../components/index.ts';
import type { FormState } from '../accounts/posted-form.ts';
import { Refusal } from '../accounts/refusal.tsx';

export const ORIGINAL_SETTINGS = '/cabinet/settings/originals';

/** How long originals with personal data are kept, and by whose word. */
export function TermPage({ visit, form }: { readonly visit: Visit; readonly form: FormState }) {
  const texts = originalsTexts[visit.language];
  const wrong = (name: string) => form.error?.fields.find(({ field }) => field === name)?.text[visit.language];
  return (
    <CabinetPage visit={visit} title={texts.settingsTitle}>
      <div class="stack-l">
        <Breadcrumbs
          language={visit.language}
          items={[{ label: texts.back, href: href(visit, '/cabinet/settings') }, { label: texts.settingsTitle }]}
        />
        <header class="stack">
          <h1>{texts.settingsTitle}</h1>
          <p class="lead">{texts.settingsLead}</p>
          <p>{texts.shorter}</p>
        </header>
        {visit.query.get('done') === 'saved' && (
          <Notice kind="good" title={texts.saved} language={visit.language} live />
        )}
        <Refusal visit={visit} error={form.error} />
        <form class="form" method="post" action={href(visit, ORIGINAL_SETTINGS)} novalidate>
          <Field
            name="days"
            label={texts.days}
            value={form.values.days ?? ''}
            inputMode="numeric"
            required
            error={wrong('days')}
          />
          <Field
            name="ground"
            label={texts.groundLabel}
            hint={texts.groundHint}
            value={form.values.ground ?? ''}
            maxLength={300}
            error={wrong('ground')}
          />
          <Button>{texts.save}</Button>
        </form>
      </div>
    </CabinetPage>
  );
}
