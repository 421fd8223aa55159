import { foldText } from '../../language/folding.ts';
import { searchTokens } from '../../language/search-tokens.ts';
import { FIRST_EDITION } from './first-edition.ts';

const MOST = 8;

/** Keywords the list of resolution 835 knows, in the form people write them, with the stems that must all be met. */
function knownKeywords(): { keyword: string; stems: string[] }[] {
  const keywords = new Set(FIRST_EDITION.items.flatMap((item) => item.keywords));
  return [...keywords].map((keyword) => ({ keyword, stems: searchTokens(keyword).map((token) => token.stem) }));
}

/**
 * Keywords for a dataset by its title and the headers of its columns: known keywords first (they are in the nominative), then the
 * telling words of the title. At most eight, each once.
 */
export function suggestKeywords(title: string, headers: readonly string[] = []): string[] {
  const inTitle = new Set(searchTokens(title).map((token) => token.stem));
  const anywhere = new Set([...inTitle, ...searchTokens(headers.join(' ')).map((token) => token.stem)]);
  const known = knownKeywords()
    .filter(({ stems }) => stems.length > 0 && stems.every((stem) => anywhere.has(stem)))
    .filter(({ stems }) => stems.some((stem) => inTitle.has(stem)))
    .sort((a, b) => b.stems.length - a.stems.length);
  const suggested = known.map(({ keyword }) => keyword);
  const covered = new Set(known.flatMap(({ stems }) => stems));
  for (const token of searchTokens(title)) {
    if (token.weak || covered.has(token.stem) || token.word.length < 4 || /^\d+$/.test(token.word)) continue;
    covered.add(token.stem);
    suggested.push(wordAsWritten(title, token.word));
  }
  return [...new Set(suggested)].slice(0, MOST);
}

/** The folded word as the title has it, with its apostrophe; short words in capitals («ЦНАП») keep them. */
function wordAsWritten(title: string, folded: string): string {
  const written = title.split(/[^\p{L}\p{M}\p{N}'’ʼ`-]+/u).find((word) => foldText(word) === folded) ?? folded;
  return written.length <= 6 && written === written.toUpperCase() ? written : written.toLowerCase();
}
