/** One character of a text, asked alone. */
export type IsCharacter = (character: string) => boolean;

/** A regex of RE2 taken apart. */
export type Re2 =
  | { readonly is: 'character'; readonly test: IsCharacter }
  | { readonly is: 'start' | 'end' }
  | { readonly is: 'row' | 'either'; readonly parts: readonly Re2[] }
  | { readonly is: 'times'; readonly part: Re2; readonly least: number; readonly most: number };

const NOTHING: Re2 = { is: 'row', parts: [] };
const ANY: Re2 = { is: 'character', test: () => true };
/** What RE2 means by `\s`. */
const SPACES = '\\t\\n\\f\\r ';
const MOST_TIMES = 1_000;

const TOKEN =
  /\\x\{(?<code>[0-9A-Fa-f]+)\}|(?<letters>\\[pP](?:\{\w+\}|\w))|\\(?<escaped>.)|\[(?<inside>\^?(?:\\x\{[0-9A-Fa-f]+\}|\\[pP]\{\w+\}|\\.|\[:\w+:\]|[^\]\\])+)\]|(?<group>\(\?[a-zA-Z-]*[:)]?|\()|(?<times>\{\d+(?:,\d*)?\}|[*+?])|(?<sign>.)/gsu;
type Token = { readonly [part: string]: string | undefined };

const asked = new Map<string, IsCharacter>();

/** Characters are compared by a class of JavaScript: one character has nothing to go back over. */
function inClass(inside: string, folds: boolean): IsCharacter {
  const key = `${folds}${inside}`;
  const known = asked.get(key);
  if (known !== undefined) return known;
  const regex = new RegExp(`^[${inside}]$`, folds ? 'iu' : 'u');
  const test = (character: string) => regex.test(character);
  asked.set(key, test);
  return test;
}

const literal = (character: string) =>
  inClass(/[\w\s]/u.test(character) ? character : `\\u{${codeOf(character)}}`, true);
const codeOf = (character: string) => (character.codePointAt(0) ?? 0).toString(16);

function characterOf(character: string, folds: boolean): Re2 {
  return { is: 'character', test: folds ? literal(character) : (other) => other === character };
}

/** A class; one whose letters depend on the version of Unicode, or on what a word is, becomes any character. */
function classOf(inside: string, folds: boolean): Re2 {
  if (/\\[pPwWSDbB]|\[:/u.test(inside)) return ANY;
  const read = inside
    .replace(/\\x\{([0-9A-Fa-f]+)\}/gu, '\\u{$1}')
    .replaceAll('\\s', SPACES)
    .replace(/\\([^\w\s^\\\]\-$.*+?()[{}|/])/gu, '$1');
  return { is: 'character', test: inClass(read, folds) };
}

function escapeOf(name: string, folds: boolean): Re2 {
  if (name === 'd' || name === 'D') return { is: 'character', test: inClass(`\\${name}`, false) };
  if (name === 's') return { is: 'character', test: inClass(SPACES, false) };
  if (name === 'S') return { is: 'character', test: inClass(`^${SPACES}`, false) };
  if (name === 'b' || name === 'B') return NOTHING;
  if (name === 'n') return characterOf('\n', false);
  if (name === 't') return characterOf('\t', false);
  return /[A-Za-z0-9]/u.test(name) ? ANY : characterOf(name, folds);
}

function timesOf(sign: string): readonly [number, number] {
  if (sign === '*') return [0, Infinity];
  if (sign === '+') return [1, Infinity];
  if (sign === '?') return [0, 1];
  const [least = '0', most] = sign.slice(1, -1).split(',');
  return [Number(least), most === undefined ? Number(least) : most === '' ? Infinity : Number(most)];
}

class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(re2: string) {
    this.#tokens = [...re2.matchAll(TOKEN)].map(({ groups = {} }) => groups);
  }

  whole(): Re2 {
    const read = this.#either(false);
    if (this.#at < this.#tokens.length) throw new SyntaxError('a bracket too many');
    return read;
  }

  #either(folds: boolean): Re2 {
    const parts = [this.#row(folds)];
    while (this.#tokens[this.#at]?.sign === '|') {
      this.#at += 1;
      parts.push(this.#row(folds));
    }
    return parts.length === 1 ? (parts[0] ?? NOTHING) : { is: 'either', parts };
  }

  #row(before: boolean): Re2 {
    const parts: Re2[] = [];
    let folds = before;
    for (let token = this.#tokens[this.#at]; token !== undefined; token = this.#tokens[this.#at]) {
      if (token.sign === '|' || token.sign === ')') break;
      this.#at += 1;
      if (token.group === '(?i)') folds = true;
      else if (token.times === undefined) parts.push(this.#one(token, folds));
      else {
        const [least, most] = timesOf(token.times);
        if (least > MOST_TIMES || (most !== Infinity && most > MOST_TIMES)) throw new SyntaxError('too many times');
        parts.push({ is: 'times', part: parts.pop() ?? NOTHING, least, most });
        // which of the possible texts is taken is all the same where one is looked for
        if (this.#tokens[this.#at]?.times === '?') this.#at += 1;
      }
    }
    return { is: 'row', parts };
  }

  #one({ code, letters, escaped, inside, group, sign = '' }: Token, folds: boolean): Re2 {
    if (code !== undefined) return characterOf(String.fromCodePoint(Number.parseInt(code, 16)), folds);
    if (letters !== undefined) return ANY;
    if (escaped !== undefined) return escapeOf(escaped, folds);
    if (inside !== undefined) return classOf(inside, folds);
    if (group !== undefined) return this.#group(group, folds);
    if (sign === '^') return { is: 'start' };
    if (sign === '$') return { is: 'end' };
    return sign === '.' ? ANY : characterOf(sign, folds);
  }

  #group(opening: string, folds: boolean): Re2 {
    if (!['(', '(?:', '(?s:', '(?i:'].includes(opening)) throw new SyntaxError('a group of an unknown sort');
    const read = this.#either(folds || opening === '(?i:');
    if (this.#tokens[this.#at]?.sign !== ')') throw new SyntaxError('a bracket too few');
    this.#at += 1;
    return read;
  }
}

/**
 * Takes a regex of RE2 apart, with `.` for any character. Where JavaScript and RE2 may see characters differently it stands for more than RE2
 * would find, never for less. Throws a SyntaxError where it cannot be read.
 */
export function readRe2(re2: string): Re2 {
  return new Reader(re2).whole();
}
