import { foldLookAlikes, foldText } from './folding.ts';
import { fromLatin, onLatinLayout, onUkrainianLayout } from './keyboard.ts';
import { stemOf } from './stemming.ts';

/** One word of a text as search sees it. */
export interface SearchToken {
  /** The word as written, folded. */
  readonly word: string;
  readonly stem: string;
  /** Stands in very many titles («дані», «перелік»): beside other words it does not decide whether something is found. */
  readonly weak: boolean;
}

/** One word of a question: `stem` first, then what else may have been meant. */
export interface QueryToken extends SearchToken {
  /** Other stems that count as this word: Latin spelling, other keyboard layout. Typing errors will join them here. */
  readonly alternatives: readonly string[];
}

const STOP_WORDS = new Set(
  foldText(
    'а або без в від до для з за зі із і й його її їх їхній на не по при про та те ті то тощо у це ці цей ця чи що щодо як яка яке який які якої яких якого якому яку якою якими де коли під над між через також тому числі ' +
      'скільки скілько хто кого кому ким куди звідки чому навіщо чий чия чиї я ми ви ти мені нам вам він вона воно вони мій моя моє мої мого моєї мою моїм наш наша наше наші нашого нашому нашої ваш є був була було були буде будуть бути можна треба ' +
      'біля поруч поблизу коло аби щоб якщо бо але ще вже тут там всі все весь усі котрий котра котрій котрому котре такий така таке такі чому востаннє зараз тепер сьогодні ' +
      'с со к ко о об от из и в во на под над где когда что кто как какой какая какие сколько куда откуда почему или для мой моя мое мои мне нам есть был были это рядом возле ' +
      'the of and in for on to a an is are was were be i my our your me we you it its this that how many much where what which who when by with from at do does can near list show',
  ).split(' '),
);

const WEAK_STEMS = new Set(
  ['дані', 'набір', 'інформація', 'відомості', 'перелік', 'список', 'реєстр', 'dataset', 'data'].map((word) =>
    stemOf(foldText(word)),
  ),
);

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** `addressPostCode` is one word and its parts as well; `stop_name` is two; «ЦНАП» and `GTFS` are one. */
function withCamelParts(text: string): string {
  return text.replace(
    /[A-Za-z\d]*[a-z\d][A-Z][A-Za-z\d]*/g,
    (name) => `${name} ${name.replace(/(?<=[a-z\d])(?=[A-Z])/g, ' ')}`,
  );
}

function tokenOf(word: string): SearchToken {
  const stem = stemOf(word);
  return { word, stem, weak: WEAK_STEMS.has(stem) };
}

/** The words of a text for the search index, stop words left out; a word that occurs twice comes twice. */
export function searchTokens(text: string): SearchToken[] {
  const words = foldText(withCamelParts(text)).match(WORD) ?? [];
  return words.filter((word) => !STOP_WORDS.has(word)).map(tokenOf);
}

function alternativesOf(chunk: string, token: SearchToken): string[] {
  const words = /^[a-z]+$/.test(token.word)
    ? [...fromLatin(token.word), ...(foldText(onUkrainianLayout(chunk)).match(WORD) ?? [])]
    : [onLatinLayout(token.word)].filter((word) => /^[a-z]{2,}$/.test(word));
  return [...new Set(words.map((word) => stemOf(foldText(word))))].filter(
    (stem) => stem !== token.stem && stem.length >= 2 && !STOP_WORDS.has(stem),
  );
}

/**
 * The words of a question, stop words left out (unless there is nothing else), each once. Latin words carry their Ukrainian readings and
 * both layouts, so that `zupynky` and `pegbyrb` find «зупинки».
 */
export function queryTokens(text: string): QueryToken[] {
  const tokens = new Map<string, QueryToken>();
  for (const chunk of text.split(/\s+/u).filter((part) => part !== '')) {
    for (const word of foldText(foldLookAlikes(chunk)).match(WORD) ?? []) {
      const token = tokenOf(word);
      const known = tokens.get(token.stem);
      if (!known) tokens.set(token.stem, { ...token, alternatives: alternativesOf(chunk, token) });
    }
  }
  const all = [...tokens.values()];
  const telling = all.filter((token) => !STOP_WORDS.has(token.word));
  return telling.length > 0 ? telling : all;
}

/** One word somebody asked for, and how else it may have been meant. */
export interface AskedToken extends SearchToken {
  /** The word read in other letters: the other keyboard layout, Latin spelling of a Ukrainian word. Folded, most likely first. */
  readonly layouts: readonly string[];
  readonly latin: readonly string[];
  /** The chunk between blanks that the word stands in, as typed. */
  readonly chunk: string;
  /** The whole chunk on the other layout, where its marks are letters there: «,.l;tn» is «бюджет». */
  readonly wholeChunk: string | null;
}

/** Telling words of a question in their order, a repeated one once; stop words alone only where there is nothing else. */
export function askedTokens(text: string): AskedToken[] {
  const tokens = new Map<string, AskedToken>();
  for (const chunk of text.split(/\s+/u).filter((part) => part !== '')) {
    // on the other layout marks are letters: `nhjktq,ec` is one word
    const whole = layoutsOf(chunk);
    for (const word of foldText(foldLookAlikes(chunk)).match(WORD) ?? []) {
      const token = tokenOf(word);
      if (tokens.has(token.stem)) continue;
      const layouts = [...new Set([...whole, ...layoutsOf(word)])];
      const wholeChunk = word === foldText(chunk) ? null : (whole[0] ?? null);
      tokens.set(token.stem, { ...token, layouts, latin: latinReadings(word), chunk, wholeChunk });
    }
  }
  const all = [...tokens.values()];
  const telling = all.filter((token) => !STOP_WORDS.has(token.word));
  return telling.length > 0 ? telling : all;
}

function layoutsOf(chunk: string): string[] {
  const plain = chunk.toLowerCase();
  const switched = /\p{Script=Cyrillic}/u.test(plain) ? onLatinLayout(plain) : onUkrainianLayout(plain);
  const words = foldText(switched).match(WORD) ?? [];
  return words.length === 1 && words[0] !== foldText(plain) ? words : [];
}

const latinReadings = (word: string): string[] => (/^[a-z]{3,}$/.test(word) ? fromLatin(word) : []);

/** Whether a folded word says nothing by itself: a preposition, a question word. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}

/** Trigrams of a word with its borders, for finding close words: «сад» → ␣␣с ␣са сад ад␣. */
export function trigramsOf(word: string): string[] {
  const padded = `  ${word} `;
  const trigrams = new Set<string>();
  for (let at = 0; at + 3 <= padded.length; at += 1) trigrams.add(padded.slice(at, at + 3));
  return [...trigrams];
}
