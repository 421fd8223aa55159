import { APOSTROPHE_MARKS } from '../../../language/folding.ts';

/** Endings of surnames in every case; none is usual in other words with a capital beside a given name. */
const ENDINGS = [
  '[еє]нк(?:о|а|у|ові|ом|ой)',
  '[ваийлмнртсхцо]к(?:о|а|у|ові|ом)',
  '[уюаияїіе]к(?:а|у|ові|ом)?',
  '[аиія]ч(?:а|у|еві|ем)?',
  '[сцз]ь?к(?:ий|ого|ому|им|ім|а|ої|ій|у|ою|их|ая|ой|ую)',
  '(?:[еєоії]в|[иії]н|[иі]шин)(?:а|у|ові|им|ої|ій|ою|ым|ой)?',
  '[еє]ць?|[нлрвбпд]ь?ц(?:я|ю|еві|ем)',
  '[нтрлвчкшдхс](?:ий|ого|ому|им|ій)',
  '(?:дзе|швілі|ян|янц|оглу|огли|заде)(?:а|у|ові|ом)?',
];

/** Endings so telling that a word with them is a surname by itself. */
const TELLING = [
  '[еє]нк(?:о|а|у|ові|ом)',
  '[чщнлрмпдхцшг][ую]к(?:а|у|ові|ом)?',
  '[сц]ьк(?:ий|ого|ому|им|а|ої|ій|ою)',
  '(?:дзе|швілі)',
  '[еиі]шин(?:а|у|им|ої|ій|ою)?',
];

const LATIN =
  '(?:enko|ch?uk|[nlrtsmdvkpb][iy]?uk|[kc]y[iy]?|[sz][kc]iy|[sz][kc]ij|[sz][kc]i|[sz][kc]a|[sz][kc]aia|[sz][kc]aya|[aeiy]k|[oe]v|[oe]va|iv|[iy]n|[iy]na|ets|ko|[aiy]ch|shvili|dze|ian|yan)';

const SMALL = `[а-яіїєґёъыэ${APOSTROPHE_MARKS}-]`;

/** Fits a word in small letters that looks like a surname beside a given name; the second part of a double one may be any. */
export const SURNAME_LIKE = `${SMALL}+(?:${ENDINGS.join('|')})(?:-${SMALL}+)?|[a-z'’-]+${LATIN}(?:-[a-z]+)?`;
/** Fits a word in small letters that is a surname by itself. */
export const TELLING_SURNAME = `${SMALL}+(?:${TELLING.join('|')})(?:-${SMALL}+)?`;
/** A word with a capital in Latin letters that ends like a surname of this part of the world. */
export const LATIN_SURNAME = `[A-Z](?:[a-z'’-]|[A-Z])*${LATIN}`;
/** A word with a capital that is a surname by itself. */
export const TELLING_WORD = `[А-ЯІЇЄҐЁЭЫ](?i:${TELLING_SURNAME})`;
