import type { Dataset } from '../../../capabilities/catalog/index.ts';
import {
  SECURITY_WAYS,
  type SecurityFlag,
  type SecurityWay,
  type SecurityWish,
} from '../../../capabilities/privacy/index.ts';
import type { Day } from '../../../kernel/dates.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { securityTexts } from '../../../locales/security.ts';
import { Button, Choice, ChoiceGroup, Field, href, type Visit } from '../../components/index.ts';
import type { FormValues } from '../walk/form-values.ts';
import { type Refused, sentForm } from './privacy-form.ts';

interface FormProps {
  readonly visit: Visit;
  readonly dataset: Dataset;
  readonly flags: readonly SecurityFlag[];
  readonly way: SecurityWay;
  /** It is what the page proposes first. */
  readonly proposed?: boolean;
  /** The day offered for another look. */
  readonly reviewOn: Day;
  /** The form of the page that was refused. */
  readonly refused: Refused | null;
}

/** True for a refused form that decided on security in this way: names of its fields carry the way, those of other forms of the page do not. */
export const isSecurityForm = (form: FormValues, way: SecurityWay): boolean =>
  form.text('way') === way && form.has(`${way}-review`);

/** The form of one way to decide. Names carry the way, for several such forms stand on one page. */
export function SecurityForm(props: FormProps) {
  const { visit, dataset, flags, way, reviewOn, refused } = props;
  const { language } = visit;
  const texts = securityTexts[language];
  const suspends = way === 'suspend';
  const sent = sentForm(refused, (form) => isSecurityForm(form, way));
  const harm = way === 'publish' ? '' : flags.map((flag) => inLanguage(flag.harm, language)).join(' ');
  return (
    <form class="form" method="post" action={href(visit, `/cabinet/datasets/${dataset.id}/privacy/security`)}>
      <p class="soft">{texts.hints[way]}</p>
      <input type="hidden" name="way" value={way} />
      {(way === 'withhold' || way === 'generalise') && <WhichColumns {...props} />}
      <Field
        label={texts.reason}
        hint={texts.reasonHint}
        name={`${way}-reason`}
        value={sent.value(`${way}-reason`, harm)}
        error={sent.fault('reason', language)}
        multiline
        rows={2}
        maxLength={2000}
      />
      {suspends && (
        <Field
          label={texts.order}
          name={`${way}-order`}
          value={sent.value(`${way}-order`)}
          error={sent.fault('order', language)}
          maxLength={500}
        />
      )}
      {way === 'publish' && (
        <Field
          label={texts.agreedWith}
          hint={texts.agreedHint}
          name={`${way}-agreed`}
          value={sent.value(`${way}-agreed`)}
          error={sent.fault('agreedWith', language)}
          maxLength={500}
        />
      )}
      <Field
        label={suspends ? texts.reviewOn : texts.reviewLater}
        name={`${way}-review`}
        type="date"
        value={sent.value(`${way}-review`, way === 'publish' ? '' : reviewOn)}
        error={sent.fault('reviewOn', language)}
      />
      <Button kind={props.proposed ? 'primary' : 'secondary'}>{texts.ways[way]}</Button>
    </form>
  );
}

/** The columns a decision withholds or makes coarser, ticked as proposed, or as they were sent. */
function WhichColumns({ visit, flags, way, refused }: FormProps) {
  const texts = securityTexts[visit.language];
  const sent = sentForm(refused, (form) => isSecurityForm(form, way));
  const ticked = sent.refused ? refused?.form.all(`${way}-columns`) : undefined;
  const isUsual = (proposed: string) => way === 'withhold' || proposed === 'generalise';
  return (
    <ChoiceGroup legend={texts.which} name={`${way}-columns`} error={sent.fault('columns', visit.language)}>
      {flags
        .flatMap(({ columns }) => columns)
        .map(({ resourceId, columnTitle, way: proposed }) => {
          const value = `${resourceId} ${columnTitle}`;
          return (
            <Choice
              key={value}
              name={`${way}-columns`}
              value={value}
              label={columnTitle}
              checked={ticked?.includes(value) ?? isUsual(proposed)}
            />
          );
        })}
    </ChoiceGroup>
  );
}

/** A security decision as its form was sent. */
export function securityWishOf(form: FormValues): SecurityWish {
  const way = SECURITY_WAYS.find((one) => one === form.text('way')) ?? 'suspend';
  return {
    way,
    columns: form.all(`${way}-columns`).flatMap((value) => {
      const [resourceId = '', ...title] = value.split(' ');
      return title.length === 0 ? [] : [{ resourceId, columnTitle: title.join(' ') }];
    }),
    reason: form.text(`${way}-reason`),
    order: form.text(`${way}-order`),
    agreedWith: form.text(`${way}-agreed`),
    reviewOn: form.text(`${way}-review`) || null,
  };
}
