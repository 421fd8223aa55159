// the bench writes 100,000 cards in bulk, so it builds the rows that writeCard would
import { ANALYSIS, cardFormats, cardKeywords, cardStems, cardVectors } from '../src/capabilities/catalog/card-words.ts';
import { type Card, FIRST_EDITION, purposeOf, templateOf, updateDueOn } from '../src/capabilities/catalog/index.ts';
import { newId } from '../src/kernel/ids.ts';

/** Questions people ask, from rare words to the most common ones. */
export const QUESTIONS = [
  'зупинки',
  'школа',
  'території шкіл',
  'укриття',
  'тарифи на воду',
  'оренда землі',
  'депутати',
  'петиції',
  'ремонт доріг',
  'паркування штрафи',
  'комунальна власність',
  'комунальної',
  'об’єкти',
  'дані',
  'місто Луцьк',
  'звіт 2024',
  'дит',
  'тран',
  'zupynky',
  'pegbyrb',
  'назва адреса',
  'addressPostCode',
  'безпритульні тварини вулиця',
  'реєстр договорів оренди комунального майна за 2025 рік',
  'неіснуючеслово',
  'петеції',
  'марсоходи зупинки',
] as const;

const PLACES = 'Луцьк Дрогобич Жмеринка Суми Полтава Черкаси Ужгород Конотоп Бровари Ірпінь Калуш Стрий'.split(' ');
const STREETS = 'Шевченка Франка Лесі Українки Незалежності Соборна Садова Лісова Київська Зелена Шкільна'.split(' ');
const FORMATS = [['CSV', 'JSON'], ['CSV', 'JSON', 'XLSX'], ['PDF'], ['ZIP'], ['CSV', 'JSON', 'GEOJSON'], ['API']];
const UNITS = Array.from({ length: 60 }, (_, at) => ({
  id: newId(),
  name: `Управління ${['освіти', 'транспорту', 'фінансів', 'культури', 'житла', 'екології'][at % 6]} ${PLACES[at % 12]}`,
  slug: `pidrozdil-${at}`,
  edrpou: null,
}));
const ITEMS = FIRST_EDITION.items;

const pick = <T>(list: readonly T[], at: number): T => {
  const found = list[at % list.length];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
};

function inventCard(at: number): Card {
  const item = pick(ITEMS, at * 7 + Math.floor(at / 79));
  const place = pick(PLACES, at * 5 + Math.floor(at / 12));
  const unit = pick(UNITS, at * 11 + Math.floor(at / 60));
  const changedAt = new Date(Date.UTC(2022, 0, 1) + ((at * 7919) % 2_000_000) * 60_000).toISOString();
  const passport = {
    title: `${item.title}: ${place}, ${2018 + (at % 9)} рік, частина ${at}`,
    description: `${item.name}. Громада ${place}, вулиця ${pick(STREETS, at)}, ${pick(STREETS, at * 3)}.`,
    purpose: purposeOf(item),
    language: 'uk' as const,
    frequency: item.frequency,
    keywords: [...item.keywords, place.toLowerCase()],
    themes: [...item.themes],
    ground: { kind: 'resolution-835' as const, section: item.section, number: item.number },
    responsibleName: 'Олена Петренко',
    responsibleEmail: 'data@rada.example.ua',
    dataAsOf: null,
  };
  const formats = [...pick(FORMATS, at * 3 + Math.floor(at / 6))];
  const fields = templateOf(item)?.fields ?? [];
  const id = newId();
  const resource = {
    id: newId(),
    kind: 'table' as const,
    title: 'Дані',
    tableId: newId(),
    rows: 100,
    fields,
    formats,
    file: null,
    url: null,
  };
  const times = { firstPublishedAt: changedAt, changedAt, dataAsOf: changedAt };
  const names = {
    datasetId: id,
    number: `04054228-${String(at).padStart(6, '0')}`,
    nationalId: null,
    slug: `nabir-${at}`,
  };
  const version = { state: 'published' as const, closure: null, versionId: newId(), versionNumber: 1 };
  return { ...names, ...version, unit, passport, resources: [resource], ...times };
}

/** Rows for the tables of cards, `count` from the number `from` on. */
export function inventCards(from: number, count: number) {
  return Array.from({ length: count }, (_, at) => {
    const card = inventCard(from + at);
    const { datasetId: id, number, slug, unit, changedAt: changed_at } = card;
    return {
      id,
      number,
      slug,
      unit,
      themes: [...card.passport.themes].sort(),
      formats: cardFormats(card),
      frequency: card.passport.frequency ?? '',
      changed_at,
      due_on: updateDueOn(card),
      analysis: ANALYSIS,
      keywords: cardKeywords(card),
      ...cardVectors(card),
      card,
    };
  });
}

/** Words of the invented cards, for the vocabulary. */
export function inventedWords(cards: readonly ReturnType<typeof inventCards>[number][]) {
  return cards.flatMap(({ card, stems }) => cardStems(card, stems)).filter(({ word }) => word !== null);
}
