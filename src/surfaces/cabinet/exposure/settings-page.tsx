import type { ExposureSettings } from '../../../capabilities/exposure/index.ts';
import type { FieldFault } from '../../../kernel/errors.ts';
import { exposureTexts } from '../../../locales/exposure.ts';
import {
  Button,
  CabinetPage,
  Choice,
  ErrorSummary,
  Field,
  faultOf,
  href,
  Notice,
  type Visit,
} from '../../components/index.ts';

/** What the city chooses about reports of personal data. */
export function ExposureSettingsPage(props: {
  visit: Visit;
  settings: { readonly hides: boolean; readonly answerDays: ExposureSettings['answerDays'] | string };
  faults: readonly FieldFault[];
  saved: boolean;
}) {
  const { visit, settings, faults, saved } = props;
  const { language } = visit;
  const texts = exposureTexts[language].settings;
  return (
    <CabinetPage visit={visit} title={texts.title}>
      <div class="stack-l">
        <ErrorSummary faults={faults} language={language} />
        <h1>{texts.title}</h1>
        {saved && <Notice kind="good" title={texts.saved} language={language} live />}
        <p class="lead">{texts.lead}</p>
        <form class="form" method="post" action={href(visit, '/cabinet/settings/exposure')}>
          <Choice name="hides" value="1" label={texts.hides} hint={texts.hidesHint} checked={settings.hides} />
          <Field
            label={texts.answerDays}
            name="answerDays"
            value={settings.answerDays}
            error={faultOf(faults, 'answerDays', language)}
            type="number"
            inputMode="numeric"
            min={1}
            max={30}
          />
          <Button>{texts.button}</Button>
        </form>
      </div>
    </CabinetPage>
  );
}
