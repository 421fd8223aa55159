import type { ComponentChildren } from 'preact';
import { inLanguage, type Language } from '../../../kernel/text.ts';
import { riskTexts } from '../../../locales/risk.ts';
import { isSafe, type RecipeStep, type Risk, tellRisk } from '../../../tabular/index.ts';
import { Notice } from '../../components/index.ts';

/**
 * Whether somebody is told by a table without a name, because of what, and what helps: titles and counts, no value of any cell.
 * Stands under the heading of its table.
 * @param props.id names it on the page: one for each table
 * @param props.offer what stands after a proposal, such as the button that takes it
 */
export function RiskPart(props: {
  id: string;
  risk: Risk;
  language: Language;
  offer?: (step: RecipeStep) => ComponentChildren;
}) {
  const { id, risk, language, offer } = props;
  const texts = riskTexts[language];
  const words = tellRisk(risk);
  return (
    <section class="stack" aria-labelledby={id}>
      <h3 id={id}>{texts.title}</h3>
      <Notice
        kind={isSafe(risk) || risk.rows === 0 ? 'good' : 'attention'}
        title={inLanguage(words.verdict, language)}
        language={language}
      >
        <p>{inLanguage(words.basis, language)}</p>
      </Notice>
      {words.causes.length > 0 && (
        <>
          <h4>{texts.causes}</h4>
          <ul>
            {words.causes.map((cause) => (
              <li key={cause.uk}>{inLanguage(cause, language)}</li>
            ))}
          </ul>
        </>
      )}
      {words.proposals.length > 0 && (
        <>
          <h4>{texts.proposals}</h4>
          <ol class="stack">
            {words.proposals.map((proposal, at) => {
              const step = risk.proposals[at]?.step;
              return (
                <li key={proposal.uk}>
                  <p>{inLanguage(proposal, language)}</p>
                  {step && offer?.(step)}
                </li>
              );
            })}
          </ol>
        </>
      )}
    </section>
  );
}
