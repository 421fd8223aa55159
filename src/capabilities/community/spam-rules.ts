import { createHash } from 'node:crypto';
import { foldText } from '../../language/folding.ts';
import type { NewMessage } from './message.ts';

/** Why a message was held back; each is told to the person who looks through them. */
export const HELD_REASONS = [
  'links',
  'markup',
  'advertising',
  'repeat',
  'gibberish',
  'capitals',
  'foreign',
  'speed',
] as const;
export type HeldReason = (typeof HELD_REASONS)[number];

/** How much each speaks for spam; a message is held from three on. None alone but markup, three repeats and several words of adverts. */
const WEIGHTS: Readonly<Record<HeldReason, number>> = {
  links: 1,
  markup: 3,
  advertising: 2,
  repeat: 1,
  gibberish: 2,
  capitals: 1,
  foreign: 1,
  speed: 1,
};
const ENOUGH = 3;

/** Faster than people type or paste and look through, characters a second. */
const FASTEST = 120;

const LINK =
  /\b(?:https?:\/\/|www\.)[^\s]+|\b[\w-]+\.(?:com|net|biz|info|online|shop|top|xyz|click|site|store|ru)\b/giu;
const MARKUP = /\[url[=\]]|\[link|<a\s|href\s*=/iu;
/** Stems of what is offered to everybody and asked by nobody. */
const ADVERTISING =
  /казино|casino|букмекер|ставк[иа] на спорт|слот[иів]|bonus|бонус|промокод|promo ?code|кредит|позик|loan|заробіт|заработ|earn money|passive income|пасивн\w* дох|крипт|crypto|bitcoin|біткоін|forex|інвест(?:уйте|иції)|invest now|seo\b|backlink|просуванн\w* сайт|продвижен|traffic|guest post|viagra|віагр|cialis|pharmacy|weight loss|схудн|знижк|скидк|discount|cheap|дешев[оі]|купити|купить|buy now|order now|замовляйте|telegram[- ]?канал|t\.me\/|whatsapp|підписуйте|subscribe|гадалк|ворожк|знайомств|dating|escort|replica|репліки|ліцензійні ключі|діплом|диплом[иі] під/giu;

const letters = (text: string) => text.match(/\p{L}/gu) ?? [];
const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);

function isGibberish(text: string): boolean {
  const words = text.match(/\p{L}{4,}/gu) ?? [];
  const without = words.filter((word) => !/[аеєиіїоуюяaeiouyёыэ]/iu.test(word) || /\p{L}{28,}/u.test(word)).length;
  return words.length > 0 && share(without, words.length) > 0.3;
}

/** What the rules look at beside the words. */
export interface SendingFacts {
  /** How often the same words came from anybody within the last days. */
  readonly repeats: number;
  /** From the form's being shown to its sending, ms; null: not known. */
  readonly tookMs: number | null;
}

/** All that speaks for spam, whether or not it is enough. */
function signsOf(message: NewMessage, { repeats, tookMs }: SendingFacts): { reason: HeldReason; weight: number }[] {
  const text = `${message.subject ?? ''}\n${message.text}`;
  const all = letters(text);
  const links = (text.match(LINK) ?? []).length;
  const adverts = new Set((text.match(ADVERTISING) ?? []).map((word) => word.toLocaleLowerCase('uk'))).size;
  const cyrillic = all.filter((letter) => /\p{Script=Cyrillic}/u.test(letter)).length;
  const capitals = all.filter((letter) => letter !== letter.toLocaleLowerCase('uk')).length;
  const signs: [HeldReason, number][] = [
    ['links', Math.min(links, 2)],
    ['markup', MARKUP.test(text) ? 1 : 0],
    ['advertising', Math.min(adverts, 2)],
    ['repeat', Math.min(repeats, 3)],
    ['gibberish', isGibberish(text) ? 1 : 0],
    ['capitals', all.length > 30 && share(capitals, all.length) > 0.6 ? 1 : 0],
    ['foreign', message.language === 'uk' && all.length > 30 && share(cyrillic, all.length) < 0.2 ? 1 : 0],
    ['speed', tookMs !== null && text.length > 200 && text.length / (tookMs / 1000) > FASTEST ? 1 : 0],
  ];
  return signs.filter(([, times]) => times > 0).map(([reason, times]) => ({ reason, weight: WEIGHTS[reason] * times }));
}

/** Why the message is to be held back; empty: it goes on. No address, browser or person is looked at. */
export function heldReasons(message: NewMessage, facts: SendingFacts): HeldReason[] {
  const signs = signsOf(message, facts);
  const weight = signs.reduce((sum, sign) => sum + sign.weight, 0);
  return weight >= ENOUGH ? signs.map(({ reason }) => reason) : [];
}

/** The same words, however they were spaced and capitalised, give the same text. */
export function textHash(message: Pick<NewMessage, 'subject' | 'text'>): string {
  const words = foldText(`${message.subject ?? ''} ${message.text}`).match(/[\p{L}\p{N}]+/gu) ?? [];
  return createHash('sha256').update(words.join(' ')).digest('base64url');
}

const REQUEST = [
  /запит\p{L}*\s+на\s+(?:публічну\s+)?інформаці/iu,
  /публічн\p{L}+\s+інформаці/iu,
  /прошу\s+(?:вас\s+)?(?:надати|надіслати|повідомити|видати)(?:\s+\S+){0,6}\s+(?:інформаці|копі[юїй]|документ|відомост|довідк|протокол|договор|рішення)/iu,
  /(?:надайте|надішліть|вишліть)(?:\s+\S+){0,6}\s+(?:інформаці|копі[юїй]|документ|відомост|довідк|протокол|договор|рішення)/iu,
  /(?:відповідно\s+до|згідно\s+з[іо]?|на\s+підставі)(?:\s+\S+){0,4}\s+закону/iu,
  /freedom of information|request for information|please (?:provide|send)(?:\s+\S+){0,6}\s+(?:copies|documents|information)/iu,
];

/** True for words that ask for information as the Law understands it: the formal road is offered, nothing is refused. */
export function looksLikeRequest(text: string): boolean {
  return REQUEST.some((shape) => shape.test(text));
}
