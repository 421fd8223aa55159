import type { EffectWords, Order, OrderEffect } from '../../../capabilities/orders/index.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { dayInWords } from '../../../language/dates.ts';
import { ordersTexts } from '../../../locales/orders.ts';
import { Button, DataTable, href, type Visit } from '../../components/index.ts';
import { HOME } from './order-words.ts';

export interface ToldEffect {
  readonly effect: OrderEffect;
  readonly words: EffectWords;
}

/** What the order puts in force, each with its list folded. */
export function EffectList(props: { visit: Visit; order: Order; effects: readonly ToldEffect[]; keeps: boolean }) {
  const { visit, order, effects, keeps } = props;
  const texts = ordersTexts[visit.language];
  const unsigned = order.signedAt === null;
  return (
    <section class="stack" aria-labelledby="effects">
      <h2 id="effects">{texts.effectsTitle}</h2>
      {effects.length === 0 && <p class="soft">{texts.noEffects}</p>}
      {effects.map(({ effect, words }) => (
        <div class="stack order-effect" key={effect.id}>
          <p>
            <strong>{inLanguage(words.title, visit.language)}</strong>
            <br />
            <span class="soft small">{stateInWords(visit, effect)}</span>
          </p>
          {words.annex && words.annex.rows.length > 0 && (
            <details>
              <summary>{texts.details}</summary>
              <DataTable
                caption={words.annex.title}
                columns={words.annex.heading.map((title) => ({ title }))}
                rows={words.annex.rows}
              />
            </details>
          )}
          {keeps && unsigned && (
            <form method="post" action={href(visit, `${HOME}/${order.id}/effects/${effect.id}/drop`)}>
              <Button kind="quiet">{texts.dropEffect}</Button>
            </form>
          )}
        </div>
      ))}
      {keeps && unsigned && (
        <p>
          <a href={href(visit, `${HOME}/waiting?into=${order.id}`)}>{texts.addEffects}</a>
        </p>
      )}
    </section>
  );
}

function stateInWords(visit: Visit, { preparedOn, lawfulFrom, endedOn }: OrderEffect): string {
  const texts = ordersTexts[visit.language];
  const words = (day: string) => dayInWords(day, visit.language);
  if (endedOn !== null) return texts.endedOn(words(endedOn));
  return lawfulFrom === null ? texts.prepared(words(preparedOn)) : texts.lawfulFrom(words(lawfulFrom));
}
