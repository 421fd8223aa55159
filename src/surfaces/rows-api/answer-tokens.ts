/** A piece of an answer and what it is: the look tells names, texts, numbers and words apart. */
export interface AnswerToken {
  readonly kind: 'name' | 'text' | 'number' | 'word' | 'other';
  readonly text: string;
}

const JSON_TOKEN =
  /("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(true|false|null)|([^"\d\-tfn]+|.)/gsu;

/** The tokens of a JSON text, also of one cut short. */
export function jsonTokens(text: string): AnswerToken[] {
  const tokens: AnswerToken[] = [];
  for (const [whole, quoted, colon, number, word] of text.matchAll(JSON_TOKEN)) {
    if (quoted !== undefined) {
      tokens.push({ kind: colon === undefined ? 'text' : 'name', text: quoted });
      if (colon !== undefined) tokens.push({ kind: 'other', text: colon });
    } else if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word });
    else tokens.push({ kind: 'other', text: whole });
  }
  return tokens;
}
