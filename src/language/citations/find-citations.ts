import type { Citation, CitedKind } from './citation.ts';
import { DATE_SOURCE, dayOfCited } from './cited-dates.ts';
import { kindByIssuer, lastKind } from './cited-kinds.ts';
import { NUMBER_SOURCE, tidyNumber } from './cited-numbers.ts';
import { plainTitleAt, quotedAt } from './cited-titles.ts';
import { findLaws } from './find-laws.ts';

/** Between a date and a number a letterhead has the name of its place on a line of its own. */
const PLACE = "(?:м\\.|смт|с\\.|сел\\p{L}*)\\s*\\p{L}[\\p{L}’' -]*";
const FORMS: readonly RegExp[] = [
  new RegExp(`(?<date>${DATE_SOURCE})[\\s,]*(?:${PLACE}[\\s,]*)?${NUMBER_SOURCE}`, 'giu'),
  new RegExp(`${NUMBER_SOURCE}\\s*,?\\s*від\\s+(?<date>${DATE_SOURCE})`, 'giu'),
];
const NUMBER_ALONE = new RegExp(NUMBER_SOURCE, 'giu');
const DATE_ALONE = new RegExp(`від\\s+(?<date>${DATE_SOURCE})`, 'giu');
/** A letterhead that waits for its date and number: «від ______ № ______», also with a place between. */
const BLANK = /(?:від\s*)?_{3,}[^\n№]{0,120}№\s*_{3,}/gu;
/** How far before a date or a number its kind may stand, characters. */
const BEFORE = 220;

/** What is known of a citation before its kind: where date and number stand and what they are. */
interface Anchor {
  readonly start: number;
  readonly end: number;
  readonly number: string;
  readonly date: string;
  /** A date or a number alone counts only where its kind is named. */
  readonly whole: boolean;
}

/**
 * Every document a text cites, in the order of the text: orders and decisions with date and number in the forms offices use, laws by name with
 * their articles, letterheads without date and number. Pure; any text, also of many lines. Does not know which of them exist.
 */
export function findCitations(text: string): Citation[] {
  const laws = findLaws(text);
  const found: Citation[] = [];
  for (const anchor of anchorsOf(text, laws)) {
    const before = found.at(-1);
    const after = Math.max(before?.end ?? 0, ...laws.filter(({ end }) => end <= anchor.start).map(({ end }) => end));
    const citation = citationAt(text, anchor, after, before);
    if (citation) found.push(citation);
  }
  return [...laws, ...found].toSorted((one, other) => one.start - other.start);
}

function anchorsOf(text: string, laws: readonly Citation[]): Anchor[] {
  const anchors: Anchor[] = [];
  const free = (start: number, end: number) =>
    [...laws, ...anchors].every((taken) => end <= taken.start || start >= taken.end);
  const gather = (form: RegExp, whole: boolean) => {
    for (const match of text.matchAll(form)) {
      const end = match.index + match[0].length;
      if (!free(match.index, end)) continue;
      const number = tidyNumber(
        match.slice(1).findLast((group) => group !== undefined && group !== match.groups?.date) ?? '',
      );
      anchors.push({ start: match.index, end, number, date: match.groups?.date ?? '', whole });
    }
  };
  for (const form of FORMS) gather(form, true);
  gather(BLANK, true);
  gather(NUMBER_ALONE, false);
  gather(DATE_ALONE, false);
  return anchors.toSorted((one, other) => one.start - other.start);
}

function citationAt(text: string, anchor: Anchor, after: number, before: Citation | undefined): Citation | null {
  const from = Math.max(after, anchor.start - BEFORE);
  const lead = text.slice(from, anchor.start);
  const kind = lastKind(lead);
  const inherits =
    !kind && before !== undefined && /^\s*(?:,|;|та|і|й)?\s*(?:від\s*)?$/u.test(text.slice(before.end, anchor.start));
  if (!kind && !anchor.whole) return null;
  const head = kind
    ? issuerOf(lead, kind.start, kind.end)
    : { issuer: inherits ? before.issuer : '', start: lead.length };
  // a kind that stands a sentence away is not of this number
  if (kind && head === null && !anchor.whole) return null;
  const title = quotedAt(text, anchor.end) ?? plainTitleAt(text, anchor.end) ?? titleBelow(text, anchor);
  const dateStart = anchor.start + text.slice(anchor.start, anchor.end).indexOf(anchor.date);
  const known: CitedKind | null =
    kind && head ? kindByIssuer(kind.kind, `${head.issuer} ${lead}`) : inherits ? before.kind : null;
  return {
    kind: known ?? kindBelow(text, anchor),
    issuer: head?.issuer ?? '',
    number: anchor.number,
    date: dayOfCited(anchor.date),
    title: title?.title ?? '',
    articles: [],
    start: from + (head?.start ?? lead.length),
    end: title?.end ?? anchor.end,
    dateAt: anchor.date === '' ? null : { start: dateStart, end: dateStart + anchor.date.length },
  };
}

/** The words between a kind and its date; before the kind, where a letterhead names its issuer above. Null: another sentence lies between. */
function issuerOf(lead: string, start: number, end: number): { issuer: string; start: number } | null {
  const between = lead.slice(end).replace(/\s+/g, ' ');
  const issuer = between.replace(/[\s,]*(?:від|from|of)?\s*$/iu, '').trim();
  if (/[«»“”;:]|\.\s+\p{Lu}/u.test(issuer) || issuer.length > 140) return null;
  if (issuer !== '') return { issuer, start };
  const above = /(\p{Lu}[\p{Lu}\s’'-]{5,})\s*$/u.exec(lead.slice(0, start))?.[1] ?? '';
  const line =
    above
      .trim()
      .split(/\s*\n\s*/)
      .at(-1) ?? '';
  return {
    issuer: line.replace(/\s+/g, ' ').toLowerCase(),
    start: line === '' ? start : lead.lastIndexOf(line, start),
  };
}

/** A letterhead of a regulation says what it is below its blank date. */
function titleBelow(text: string, anchor: Anchor): { title: string; end: number } | null {
  if (anchor.number !== '' || anchor.date !== '') return null;
  const match = /^\s*((?:Положення|Порядок)\s+про[^\n]+)/u.exec(text.slice(anchor.end, anchor.end + 300));
  return match?.[1] ? { title: match[1].trim(), end: anchor.end + match[0].length } : null;
}

function kindBelow(text: string, anchor: Anchor): CitedKind | null {
  return titleBelow(text, anchor) ? 'regulation' : null;
}
