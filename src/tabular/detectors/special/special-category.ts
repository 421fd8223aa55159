import type { Text } from '../../../kernel/text.ts';
import { headerWords } from '../../kinds/header-words.ts';
import type { Detector } from '../detector.ts';
import { personal } from '../personal-predicate.ts';
import { holdsNames, ofPersons, rowsAbout } from '../rows-about.ts';
import type { DetectorCode } from '../sign.ts';
import { LEXICON_GUARD } from './lexicon.ts';

interface SpecialParts {
  readonly code: DetectorCode;
  readonly title: Text;
  readonly harm: Text;
  /** What the header or the cells speak of, after «Стовпець каже про» and “The column tells of”. */
  readonly about: Text;
  /** Found in `headerWords` of the header. */
  readonly header: RegExp;
  /** Found there where the header means something else. */
  readonly not: RegExp;
  /** Found there where money for it is meant: who got it is told of. */
  readonly paid?: RegExp;
  /** RE2 found in a cell that speaks of it. */
  readonly words: string;
  /** Least share of filled cells with such words, where the header does not speak of it. */
  readonly least: number;
}

/**
 * Data of a special category: said of persons by the header of a column or by the words in its cells. A table of organizations, of things or of
 * counts says nothing of anybody.
 */
export function specialCategory(parts: SpecialParts): Detector {
  const { code, title, harm, about, header, not, paid, words, least } = parts;
  const predicate = personal(`${code}-words`, words, { topic: 'words', guard: LEXICON_GUARD });
  return {
    code,
    title,
    harm,
    group: 'special',
    predicates: [predicate],
    judge: (column, beside) => {
      if (column.filled === 0 || !ofPersons(rowsAbout(beside))) return null;
      const name = headerWords(column.header);
      const isPaid = paid?.test(name) === true;
      if (not.test(name) && !isPaid) return null;
      if (isPaid || header.test(name)) {
        return {
          count: column.filled,
          confidence: 0.92,
          why: {
            uk: `Назва стовпця каже про ${about.uk}, а рядки — про людей.`,
            en: `The name of the column tells of ${about.en}, and the rows are of people.`,
          },
          where: (_, clean) => `${clean} IS NOT NULL`,
        };
      }
      const count = column.count(predicate.code);
      if (count === 0 || count < column.filled * least || holdsNames(column)) return null;
      return {
        count,
        confidence: 0.8,
        why: {
          uk: `Слова в клітинках кажуть про ${about.uk}, а рядки — про людей.`,
          en: `Words in the cells tell of ${about.en}, and the rows are of people.`,
        },
        where: predicate.sql,
      };
    },
  };
}
