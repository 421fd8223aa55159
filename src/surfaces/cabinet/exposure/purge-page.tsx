import type { Dataset } from '../../../capabilities/catalog/index.ts';
import type { PurgeOffer, Version } from '../../../capabilities/publishing/index.ts';
import type { FieldFault } from '../../../kernel/errors.ts';
import { dateTimeInWords } from '../../../language/dates.ts';
import { purgeTexts } from '../../../locales/purge.ts';
import {
  Button,
  CabinetPage,
  Choice,
  ChoiceGroup,
  ErrorSummary,
  Field,
  faultOf,
  href,
  type Visit,
} from '../../components/index.ts';
import { DatasetTrail } from '../desk/dataset-trail.tsx';

export interface PurgeView {
  readonly dataset: Dataset;
  readonly number: number;
  readonly versions: readonly Version[];
  readonly offer: PurgeOffer;
  readonly typed: { readonly reason: string; readonly instead: string; readonly also: readonly string[] };
  readonly faults: readonly FieldFault[];
}

/** Taking a version away at once: what happened, and what is shown instead. */
export function PurgePage({ visit, view }: { visit: Visit; view: PurgeView }) {
  const { language } = visit;
  const texts = purgeTexts[language];
  const { dataset, number, offer, typed, faults } = view;
  return (
    <CabinetPage visit={visit} title={`${texts.heading(number)}: ${dataset.passport.title}`}>
      <div class="stack-l">
        <DatasetTrail visit={visit} id={dataset.id} title={dataset.passport.title} here={texts.title} />
        <ErrorSummary faults={faults} language={language} />
        <h1>{texts.heading(number)}</h1>
        <p class="lead">{texts.lead}</p>
        {offer.together.length > 0 && <p>{texts.together(offer.together)}</p>}
        <form class="form" method="post" action={href(visit, `/cabinet/datasets/${dataset.id}/purge`)}>
          <input type="hidden" name="version" value={number} />
          <Field
            label={texts.reason}
            name="reason"
            value={typed.reason}
            hint={texts.reasonHint}
            error={faultOf(faults, 'reason', language)}
            multiline
            rows={3}
            maxLength={2000}
          />
          <Instead visit={visit} view={view} />
          {offer.others.length > 0 && <Also visit={visit} view={view} />}
          <p class="soft">{texts.draftStays}</p>
          <Button kind="danger">{texts.button(number)}</Button>
        </form>
      </div>
    </CabinetPage>
  );
}

function Instead({ visit, view }: { visit: Visit; view: PurgeView }) {
  const texts = purgeTexts[visit.language];
  const { offer, typed, faults } = view;
  return (
    <ChoiceGroup
      legend={texts.instead}
      name="instead"
      hint={offer.others.length > 0 ? texts.insteadHint : undefined}
      error={faultOf(faults, 'instead', visit.language)}
    >
      <Choice
        type="radio"
        name="instead"
        value="none"
        label={texts.nothing}
        checked={typed.instead === 'none' || typed.instead === ''}
      />
      {offer.others.map((other) => (
        <Choice
          key={other}
          type="radio"
          name="instead"
          value={String(other)}
          label={versionInWords(visit, view, other)}
          checked={typed.instead === String(other)}
        />
      ))}
    </ChoiceGroup>
  );
}

function Also({ visit, view }: { visit: Visit; view: PurgeView }) {
  const texts = purgeTexts[visit.language];
  return (
    <ChoiceGroup legend={texts.also} name="also" hint={texts.alsoHint}>
      {view.offer.others.map((other) => (
        <Choice
          key={other}
          name="also"
          value={String(other)}
          label={versionInWords(visit, view, other)}
          checked={view.typed.also.includes(String(other))}
        />
      ))}
    </ChoiceGroup>
  );
}

function versionInWords(visit: Visit, { versions }: PurgeView, number: number): string {
  const at = versions.find((version) => version.number === number)?.publishedAt;
  return purgeTexts[visit.language].version(number, at ? dateTimeInWords(at, visit.language) : '');
}
