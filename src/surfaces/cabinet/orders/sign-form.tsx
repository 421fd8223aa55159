import { ordersTexts } from '../../../locales/orders.ts';
import { Button, Choice, Field, faultOf, href, type Visit } from '../../components/index.ts';
import { LineFields } from './order-form.tsx';
import type { OrderView } from './order-page.tsx';
import { HOME } from './order-words.ts';

/** First one line; then its fields to look over and confirm. */
export function SignForm({ visit, view }: { visit: Visit; view: OrderView }) {
  const texts = ordersTexts[visit.language];
  const { opened, form, posted } = view;
  const action = href(visit, `${HOME}/${opened.order.id}/sign`);
  if (posted === 'sign') {
    return (
      <section class="stack" aria-labelledby="sign">
        <h2 id="sign">{texts.signCheck}</h2>
        <p>{texts.signCheckLead(opened.effects.length)}</p>
        <form class="form" method="post" action={action} novalidate>
          <LineFields visit={visit} form={form} />
          <Choice
            name="withoutNumber"
            value="1"
            label={texts.field.withoutNumber}
            checked={form.values.withoutNumber === '1'}
          />
          <Button name="confirmed" value="1">
            {texts.sign}
          </Button>
        </form>
      </section>
    );
  }
  return (
    <section class="stack" aria-labelledby="sign">
      <h2 id="sign">{texts.signTitle}</h2>
      <p>{texts.signLead}</p>
      <form class="form" method="post" action={action} novalidate>
        <Field
          label={texts.line}
          hint={texts.lineHint}
          name="line"
          multiline
          rows={2}
          maxLength={1000}
          error={faultOf(form.error?.fields ?? [], 'line', visit.language)}
        />
        <Button>{texts.readLine}</Button>
      </form>
    </section>
  );
}
