import { type Decision, findGround, type Statement, WAY_DONE } from '../../../capabilities/privacy/index.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { dayInWords } from '../../../language/dates.ts';
import { privacyTexts } from '../../../locales/privacy.ts';
import { describeProtection } from '../../../tabular/index.ts';
import { href, type Visit } from '../../components/index.ts';
import { wordsOf as wordsOfStatement } from './documents-part.tsx';

/** What was decided on the personal data of a draft, for those who look it over: columns, ways and grounds, no value. */
export function DecisionsList(props: {
  visit: Visit;
  datasetId: string;
  decisions: readonly Decision[];
  /** What was said of files that are published as they are, by the title of the resource. */
  statements: readonly { readonly title: string; readonly statement: Statement }[];
}) {
  const { visit, datasetId, decisions, statements } = props;
  const texts = privacyTexts[visit.language];
  return (
    <section class="stack" aria-labelledby="personal">
      <h2 id="personal">{texts.title}</h2>
      {decisions.length + statements.length === 0 ? (
        <p class="soft">{texts.nothingDecided}</p>
      ) : (
        <ul>
          {decisions.map((decision) => (
            <li key={decision.id}>
              <strong>{decision.columnTitle === '' ? texts.wholeTable : texts.column(decision.columnTitle)}</strong>:{' '}
              {wordsOf(visit, decision)}{' '}
              <span class="soft">
                {texts.decided(decision.decidedBy, dayInWords(decision.decidedAt, visit.language))}
                {decision.state === 'waiting' && ` · ${texts.waiting}`}
              </span>
            </li>
          ))}
          {statements.map(({ title, statement }) => (
            <li key={statement.id}>
              <strong>{title}</strong>: {wordsOfStatement(visit, statement)}
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={href(visit, `/cabinet/datasets/${datasetId}/privacy`)}>{texts.toDecisions}</a>
      </p>
    </section>
  );
}

function wordsOf(visit: Visit, { way, step, groundCode, act, reason }: Decision): string {
  const texts = privacyTexts[visit.language];
  const ground = findGround(groundCode);
  const said = [
    inLanguage(WAY_DONE[way], visit.language),
    step && way !== 'remove' ? inLanguage(describeProtection(step), visit.language) : '',
    ground ? `${texts.ground}: ${inLanguage(ground.title, visit.language)}` : '',
    act ? [act.title, act.number, act.date].filter(Boolean).join(', ') : '',
    reason,
  ];
  return `${said.filter((part) => part !== '').join('. ')}.`.replace(/([.!?])\.$/, '$1');
}
