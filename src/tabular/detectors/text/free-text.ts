import { sqlText } from '../../scan/predicate.ts';
import type { Detector } from '../detector.ts';
import { FLAT } from '../places/home-address.ts';

const LETTERS = 'а-яіїєґ';
/** Somebody’s number among words: a mobile one, or one after «тел.». */
const PHONE =
  '(?:^|[^\\d])(?:\\+?38[ (-]{0,2})?\\(?0(?:39|50|63|66|67|68|73|9[1-9])\\)?[ -]{0,2}\\d{3}[ -]?\\d{2}[ -]?\\d{2}(?:[^\\d]|$)|(?i:тел(?:ефон[а-яіїє]*)?[.: ]{1,3}[+(]?\\d[\\d() -]{4})';
const NAME =
  "[А-ЯІЇЄҐ][а-яіїєґ’ʼ'-]+ [А-ЯІЇЄҐ](?:[а-яіїєґ’ʼ'-]+ [А-ЯІЇЄҐ][а-яіїєґ’ʼ']+(?:ович|івн|ївн)[а-яіїє]{0,4}|\\. ?[А-ЯІЇЄҐ]\\.)";
const LIFE = `(?i:народи(?:вся|лася|лись)|(?:^|[^${LETTERS}])р\\. ?н\\.|року народження|\\d{4} ?р\\.? ?н(?:ар)?\\.|прожива(?:є|ю|ючий|юча|ємо|ють) (?:за|по|в|у|на|разом)|мешка(?:є|ю|ємо) (?:за|по|в|у)|зареєстрован(?:ий|а|і) за адрес|(?:мій|моя|мої|моєї|моєму|моїй|його|її) (?:чоловік|дружин|син|дочк|доньк|мати|матір|мам|батьк|дит|діт|бабус|дідус|сестр|брат)|багатодітн(?:а мати|ої матері|ою)|одинок(?:а мати|ої матері)|перебува[юєт][а-яіїє]* на обліку|паспорт (?:серії|[а-яі]{2} ?\\d))`;
const SAYS = [PHONE, FLAT, NAME, LIFE, '[A-Za-z\\d._%+-]+@[A-Za-z\\d-]+\\.[A-Za-z]{2}'].join('|');
/** Six words or more. */
const WORDS = '(?:\\S+\\s+){5}\\S';

const holds = (value: string) =>
  `(length(${value}) >= 40 AND regexp_matches(${value}, ${sqlText(SAYS)}) AND regexp_matches(${value}, ${sqlText(WORDS)}))`;

export const freeTextDetector: Detector = {
  code: 'free-text',
  title: { uk: 'Розповідь про людину', en: 'Text about a person' },
  harm: {
    uk: 'У довгому тексті лишаються імена, телефони, адреси й сімейні обставини, яких не видно за назвою стовпця.',
    en: 'Long texts keep names, phones, addresses and family circumstances that the name of the column does not show.',
  },
  group: 'text',
  predicates: [
    {
      code: 'text-about-person',
      of: 'clean',
      family: 'forms',
      digits: { shape: '(?s:.{40,})' },
      guard: SAYS,
      sql: holds,
      onlyKinds: ['text'],
    },
  ],
  judge: (column) => {
    const count = column.count('text-about-person');
    if (count === 0) return null;
    return {
      count,
      confidence: 0.8,
      why: {
        uk: 'У довгих текстах є імена, телефони, адреси або обставини життя людей.',
        en: 'Long texts hold names, phones, addresses or circumstances of people’s lives.',
      },
      where: (_, clean) => holds(clean),
    };
  },
};
