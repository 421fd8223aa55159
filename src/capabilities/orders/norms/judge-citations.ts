import type { Text } from '../../../kernel/text.ts';
import { type Citation, type CitedKind, dottedDay } from '../../../language/citations/index.ts';
import { foldName, foldText } from '../../../language/folding.ts';
import type { Norm } from './norm.ts';

/** A citation that says something else than the document it cites. */
export interface CitationFinding {
  readonly code: 'wrong-date' | 'wrong-number' | 'replaced';
  /** What is wrong and what is right. */
  readonly text: Text;
  /** The part of the text to be changed, its place in it, and what should stand there. */
  readonly written: string;
  readonly start: number;
  readonly end: number;
  readonly proposed: string;
  /** Card of the document, where it is known; empty otherwise. */
  readonly address: string;
}

const CALLED: Readonly<Record<CitedKind, Text>> = {
  constitution: { uk: 'Конституція', en: 'the Constitution' },
  law: { uk: 'Закон', en: 'the law' },
  code: { uk: 'Кодекс', en: 'the code' },
  'government-resolution': { uk: 'постанова', en: 'the resolution' },
  'presidential-decree': { uk: 'указ', en: 'the decree' },
  charter: { uk: 'хартія', en: 'the charter' },
  'mayor-order': { uk: 'розпорядження', en: 'the order' },
  'executive-decision': { uk: 'рішення виконкому', en: 'the decision of the executive committee' },
  'council-decision': { uk: 'рішення ради', en: 'the decision of the council' },
  'unit-order': { uk: 'наказ', en: 'the order' },
  instruction: { uk: 'доручення', en: 'the instruction' },
  'letter-out': { uk: 'лист', en: 'the letter' },
  'letter-in': { uk: 'вхідний лист', en: 'the incoming letter' },
  minutes: { uk: 'протокол', en: 'the minutes' },
  agreement: { uk: 'договір', en: 'the agreement' },
  regulation: { uk: 'положення', en: 'the regulation' },
};

/** Laws and the documents a country has one of are numbered once for all; the others anew each year. */
const NUMBERED_ONCE: readonly CitedKind[] = ['constitution', 'law', 'code'];

/**
 * What the citations of a text say wrongly about norms that are known: the known date of a number, the known number of a date and title, a law
 * that lost its force. A number is the same document where its year is the same too, or its title; a document that is not known is never judged.
 */
export function judgeCitations(
  text: string,
  citations: readonly Citation[],
  norms: readonly Norm[],
): CitationFinding[] {
  return citations.flatMap((citation) => {
    const findings = norms.map((norm) => judged(text, citation, norm, norms));
    return findings.find((finding) => finding !== null) ?? [];
  });
}

function judged(text: string, citation: Citation, norm: Norm, norms: readonly Norm[]): CitationFinding | null {
  if (!isOfKind(citation, norm)) return null;
  const sameNumber =
    citation.number !== '' && norm.number !== '' && foldName(citation.number) === foldName(norm.number);
  const sameTitle = titlesMeet(citation.title, norm.title);
  const { date, dateAt } = citation;
  if (sameNumber && date !== null && dateAt !== null && norm.date !== null && date !== norm.date) {
    const sure = sameTitle || NUMBERED_ONCE.includes(norm.kind) || date.slice(0, 4) === norm.date.slice(0, 4);
    const told = sameTitle || citation.title === '' || date.slice(0, 4) === norm.date.slice(0, 4);
    return sure && told ? wrongDate(text, dateAt, norm) : null;
  }
  if (sameTitle && date !== null && date === norm.date && citation.number !== '' && !sameNumber) {
    return wrongNumber(text, citation, norm);
  }
  const heir = norm.replacedBy === null ? undefined : norms.find(({ code }) => code === norm.replacedBy);
  return heir && (sameTitle || (sameNumber && date === norm.date)) ? replaced(text, citation, norm, heir) : null;
}

function isOfKind({ kind, issuer }: Citation, norm: Norm): boolean {
  if (kind === null) return norm.kind === 'government-resolution';
  if (kind !== norm.kind) return false;
  // every unit numbers its own orders
  return kind !== 'unit-order' || foldText(issuer) === foldText(norm.issuer);
}

function titlesMeet(cited: string, known: string): boolean {
  const [one, other] = [foldText(cited), foldText(known)];
  if (one.length < 12) return one !== '' && one === other;
  return one.startsWith(other) || other.startsWith(one);
}

function wrongDate(text: string, at: NonNullable<Citation['dateAt']>, norm: Norm): CitationFinding {
  const proposed = dottedDay(norm.date ?? '');
  return {
    code: 'wrong-date',
    text: {
      uk: `${CALLED[norm.kind].uk} № ${norm.number} має дату ${proposed}`,
      en: `${CALLED[norm.kind].en} № ${norm.number} is dated ${proposed}`,
    },
    written: text.slice(at.start, at.end),
    ...at,
    proposed,
    address: norm.address,
  };
}

function wrongNumber(text: string, { number, start, end }: Citation, norm: Norm): CitationFinding {
  const at = start + text.slice(start, end).lastIndexOf(number);
  const called = {
    uk: `«${norm.title}» має номер ${norm.number}`,
    en: `«${norm.title}» has the number ${norm.number}`,
  };
  return {
    code: 'wrong-number',
    text: called,
    written: number,
    start: at,
    end: at + number.length,
    proposed: norm.number,
    address: norm.address,
  };
}

function replaced(text: string, { title, start, end }: Citation, norm: Norm, heir: Norm): CitationFinding {
  const at = title === '' ? -1 : text.slice(start, end).indexOf(title);
  const place = at < 0 ? { start, end } : { start: start + at, end: start + at + title.length };
  return {
    code: 'replaced',
    text: {
      uk: `${CALLED[norm.kind].uk} «${norm.title}» втратив чинність, тепер діє «${heir.title}»`,
      en: `${CALLED[norm.kind].en} «${norm.title}» is no longer in force; «${heir.title}» is`,
    },
    written: text.slice(place.start, place.end),
    ...place,
    proposed: at < 0 ? `«${heir.title}»` : heir.title,
    address: heir.address,
  };
}

/** The text with the findings mended; those whose place has changed meanwhile are left. */
export function mendCitations(text: string, findings: readonly CitationFinding[]): string {
  let mended = text;
  for (const { start, end, written, proposed } of findings.toSorted((one, other) => other.start - one.start)) {
    if (mended.slice(start, end) === written) mended = mended.slice(0, start) + proposed + mended.slice(end);
  }
  return mended;
}
