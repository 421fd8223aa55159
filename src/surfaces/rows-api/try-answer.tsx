import { inLanguage, type Text } from '../../kernel/text.ts';
import { formatNumber } from '../../language/numbers.ts';
import { rowsApiTexts } from '../../locales/rows-api.ts';
import { href, type KeyValue, KeyValues, Notice, ScrollRegion, Snippet, type Visit } from '../components/index.ts';
import { jsonTokens } from './answer-tokens.ts';
import type { TriedAnswer } from './try-page.tsx';

/** Characters of an answer shown; the rest is at its address. */
const SHOWN = 20_000;

/** The request and what came back: status, time, number of rows, the next page, the body. */
export function TryAnswer({ visit, address, answer }: { visit: Visit; address: string; answer: TriedAnswer }) {
  const texts = rowsApiTexts[visit.language].answer;
  const { status, milliseconds, total, next } = answer;
  const word = status === 200 ? texts.ok : status === 400 ? texts.refused : texts.failed;
  const time = formatNumber(milliseconds, visit.language, milliseconds < 10 ? 1 : 0);
  const facts: KeyValue[] = [
    [texts.status, `${status}, ${word}`],
    [texts.time, texts.milliseconds(time)],
  ];
  if (total !== null) facts.push([texts.total, answer.groups ? texts.totalGroups(total) : texts.totalRows(total)]);
  if (next !== null) facts.push([texts.next, <NextLink key="next" visit={visit} next={next} />]);
  return (
    <section aria-labelledby="try-answer">
      <h2 id="try-answer">{texts.title}</h2>
      <Snippet label={texts.address} code={address} language={visit.language} />
      {status !== 200 && <Refusal visit={visit} body={answer.body} />}
      <KeyValues items={facts} />
      <ScrollRegion label={texts.body} look="try-body">
        <pre>
          <code>
            <Body answer={answer} />
          </code>
        </pre>
      </ScrollRegion>
      {answer.body.length > SHOWN && <p class="soft small">{texts.cut}</p>}
    </section>
  );
}

/** The address as the API gives it, leading to the same page with the next question. */
function NextLink({ visit, next }: { visit: Visit; next: string }) {
  const { pathname, search } = new URL(next);
  return (
    <a class="try-address" href={href(visit, `${pathname}/try${search}`)} rel="nofollow">
      {next}
    </a>
  );
}

/** The words of a refusal in the reader's language; the answer itself has them in both. */
function Refusal({ visit, body }: { visit: Visit; body: string }) {
  const { error } = JSON.parse(body) as { error: { message: Text; fields: { field: string; message: Text }[] } };
  const told = error.fields.length > 0 ? error.fields.map(({ message }) => message) : [error.message];
  return (
    <Notice kind="error" title={rowsApiTexts[visit.language].answer.refused} language={visit.language}>
      {told.map((text) => (
        <p key={text.en}>{inLanguage(text, visit.language)}</p>
      ))}
    </Notice>
  );
}

function Body({ answer }: { answer: TriedAnswer }) {
  const text = answer.body.slice(0, SHOWN);
  if (!answer.mediaType.includes('json')) return <>{text}</>;
  return (
    <>
      {jsonTokens(text).map(({ kind, text: token }, index) =>
        kind === 'other' ? (
          token
        ) : (
          <span key={index} class={`token-${kind}`}>
            {token}
          </span>
        ),
      )}
    </>
  );
}
