import { words } from '../../kinds/kind.ts';
import { headed, isOfCodes, isOfKnownNumbers, shareOf } from '../column-context.ts';
import type { Detector } from '../detector.ts';
import { personal } from '../personal-predicate.ts';

/** Letters that both alphabets have, as the plates use them. */
const LETTER = '[ABCEHIKMOPTXYabcehikmoptxyАВСЕНІКМОРТХУавсенікмортху]';
const GAP = '[ \\x{00A0}-]?';
const NEW = `${LETTER}{2}${GAP}\\d{4}${GAP}${LETTER}{2}`;
const OLD = `\\d{3}[ -]?\\d{2}${GAP}[A-Za-zА-Яа-яІіЇїЄєҐґ]{2}|[A-Za-zА-Яа-яІіЇїЄєҐґ]${GAP}\\d{4}${GAP}[A-Za-zА-Яа-яІіЇїЄєҐґ]{2}`;
const EDGE = '[^0-9A-Za-zА-Яа-яІіЇїЄєҐґ-]';
const HEADER = words(
  '(?:\\S+ ){0,4}(?:номерн|держ|реєстраційн)\\S* (?:знак|номер)',
  '(?:\\S+ ){0,3}номер\\S* (?:авто|тз |транспорт|машин)',
  '(?:\\S+ ){0,3}(?:днз|д н з) ',
  'держномер',
  'plate',
  'number plate',
  'license plate',
  'vehicle (?:number|plate)',
);
const OF_CARS = words(
  '(?:\\S+ ){0,5}(?:авто|тз |транспорт|днз|д н з|держномер|машин|знак)',
  '(?:\\S+ ){0,2}(?:plate|vehicle)',
);

const OTHER = words(
  '(?:\\S+ ){0,4}(?:номенклат|інвентар|каталож|артикул|серійн|заводськ|модель|договор|договір|ліценз|свідоц|накладн|шифр|справ)\\S*',
);

const form = personal('plate', `(?:^|${EDGE})${NEW}(?:${EDGE}|$)`, {
  topic: 'numbers',
  guard: `${LETTER}${GAP}\\d{4}${GAP}${LETTER}`,
});
const old = personal('plate-old', `^\\s*(?:${OLD})\\s*$`, {
  topic: 'numbers',
  guard: '\\d[ \\x{00A0}-]?[A-Za-zА-Яа-яІіЇїЄєҐґ]{2}',
  onlyHeader: /номер|знак|днз|plate|vehicle/iu,
});

const PLATES = {
  uk: 'У клітинках номерні знаки: літери й чотири цифри.',
  en: 'Cells hold vehicle plates: letters and four digits.',
};

export const plateDetector: Detector = {
  code: 'plate',
  title: { uk: 'Номерний знак авто', en: 'Vehicle plate' },
  harm: {
    uk: 'За номерним знаком знаходять власника авто і стежать за його рухом.',
    en: 'By a plate the owner of a car is found and followed.',
  },
  group: 'identifier',
  predicates: [form, old],
  judge: (column) => {
    if (headed(column, OTHER) && !headed(column, OF_CARS)) return null;
    const count = column.count(form.code);
    const olds = headed(column, HEADER) && headed(column, OF_CARS) ? column.count(old.code) : 0;
    if (count + olds === 0 || (isOfCodes(column) && shareOf(column, count + olds) < 0.3)) return null;
    return {
      count: count + olds,
      confidence: headed(column, HEADER) ? 0.97 : shareOf(column, count) > 0.3 ? 0.93 : 0.8,
      why: PLATES,
      where: (raw) => (olds > 0 ? `${form.sql(raw)} OR ${old.sql(raw)}` : form.sql(raw)),
    };
  },
  alone: (column) =>
    column.count(form.code) === 0 || isOfKnownNumbers(column) || (headed(column, OTHER) && !headed(column, OF_CARS))
      ? null
      : { value: form.sql, why: PLATES },
};
