import { z } from 'zod';
import { type FieldFault, RequestError } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import { type Context, transaction } from '../../platform/context.ts';
import { permit } from '../accounts/index.ts';
import { record } from '../history/index.ts';
import { deleteCityGroup, putCityGroup, selectCityGroup, selectCityWords } from './everyday-store.ts';
import { type EverydayGroup, phraseStems } from './everyday-words.ts';

/** A group the city added: what townspeople say, and what stands in its datasets. */
export interface CityWords extends EverydayGroup {
  readonly id: string;
}

/** Words as they come from a form: parted by commas, semicolons or lines. */
export interface CityWordsInput {
  readonly everyday: string;
  readonly official: string;
}

const MOST_PHRASES = 50;
const LONGEST_PHRASE = 100;
const MOST_GROUPS = 1000;

const phrases = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,;\n]/)
      .map((phrase) => phrase.trim().replace(/\s+/g, ' '))
      .filter((phrase) => phrase !== ''),
  ),
];

function faultsOf(field: 'everyday' | 'official', words: readonly string[]): FieldFault[] {
  const fault = (uk: string, en: string) => [{ field, text: { uk, en } }];
  if (words.length === 0) return fault('Впишіть хоча б одне слово.', 'Enter at least one word.');
  if (words.length > MOST_PHRASES)
    return fault(`Слів забагато: найбільше ${MOST_PHRASES}.`, `Too many words: at most ${MOST_PHRASES}.`);
  const long = words.find((phrase) => phrase.length > LONGEST_PHRASE);
  if (long !== undefined)
    return fault(
      `«${long.slice(0, 30)}…» задовге: найбільше ${LONGEST_PHRASE} знаків.`,
      `“${long.slice(0, 30)}…” is too long: at most ${LONGEST_PHRASE} characters.`,
    );
  const empty = words.find((phrase) => phraseStems(phrase).length === 0);
  if (empty === undefined) return [];
  return fault(
    `«${empty}» пошук не розрізняє: це слово є скрізь. Впишіть точніше.`,
    `Search cannot tell “${empty}” apart: that word is everywhere. Be more exact.`,
  );
}

function tidy(input: CityWordsInput): EverydayGroup {
  const group = { everyday: phrases(input.everyday), official: phrases(input.official) };
  const faults = [...faultsOf('everyday', group.everyday), ...faultsOf('official', group.official)];
  if (faults.length > 0)
    throw new RequestError(
      'invalid',
      'search-words-invalid',
      { uk: 'Слова пошуку не збережено: перевірте поля.', en: 'The search words were not saved: check the fields.' },
      faults,
    );
  return group;
}

const subject = ({ id, everyday }: CityWords) => ({ kind: 'search-words', id, name: everyday[0] ?? '' });
const facts = ({ everyday, official }: EverydayGroup) => ({ everyday, official });
const stemsOf = ({ everyday }: EverydayGroup): string[] => [...new Set(everyday.flatMap(phraseStems))];

function noSuchGroup(): RequestError {
  return new RequestError('not-found', 'no-such-search-words', {
    uk: 'Таких слів пошуку вже немає. Можливо, їх вилучив хтось інший.',
    en: 'These search words are no longer there. Somebody else may have removed them.',
  });
}

async function loadGroup(ctx: Context, id: string): Promise<CityWords> {
  const group = z.uuid().safeParse(id).success ? await selectCityGroup(ctx.db, id) : null;
  if (group === null) throw noSuchGroup();
  return group;
}

/** The city's own groups, the latest changed first. Throws `forbidden` without `search.words`. */
export async function listCityWords(ctx: Context): Promise<CityWords[]> {
  await permit(ctx, 'search.words', null);
  return selectCityWords(ctx.db);
}

/** Adds a group; the next question already finds by it. Throws `invalid` with the faulty fields. */
export function addCityWords(ctx: Context, input: CityWordsInput): Promise<CityWords> {
  return transaction(ctx, async (tx) => {
    await permit(tx, 'search.words', null);
    const now = tx.clock.now();
    const group = { id: newId(now.getTime()), ...tidy(input) };
    if ((await selectCityWords(tx.db)).length >= MOST_GROUPS)
      throw new RequestError('conflict', 'too-many-search-words', {
        uk: `Груп слів уже ${MOST_GROUPS}. Вилучіть зайві, щоб додати нову.`,
        en: `There are ${MOST_GROUPS} groups of words already. Remove some to add a new one.`,
      });
    await putCityGroup(tx.db, group, stemsOf(group), now);
    await record(tx, { deed: 'search-words.added', subject: subject(group), after: facts(group) });
    return group;
  });
}

/** Changes a group. Throws `not-found`, `invalid`. */
export function changeCityWords(ctx: Context, id: string, input: CityWordsInput): Promise<CityWords> {
  return transaction(ctx, async (tx) => {
    await permit(tx, 'search.words', null);
    const before = await loadGroup(tx, id);
    const after = { id: before.id, ...tidy(input) };
    await putCityGroup(tx.db, after, stemsOf(after), tx.clock.now());
    await record(tx, {
      deed: 'search-words.changed',
      subject: subject(after),
      before: facts(before),
      after: facts(after),
    });
    return after;
  });
}

/** Removes a group. Throws `not-found`. */
export function removeCityWords(ctx: Context, id: string): Promise<void> {
  return transaction(ctx, async (tx) => {
    await permit(tx, 'search.words', null);
    const group = await loadGroup(tx, id);
    await deleteCityGroup(tx.db, group.id);
    await record(tx, { deed: 'search-words.removed', subject: subject(group), before: facts(group) });
  });
}
