import type { ColumnFacts } from '../checks/check.ts';
import type { ColumnKind, ColumnType } from '../column.ts';
import { headerWords } from '../kinds/header-words.ts';
import { KINDS_OF_NAMES } from './column-context.ts';
import { apartFromStreets } from './names/person-name.ts';
import { MANY_PEOPLE } from './whose/whose-headers.ts';

/** What the rows of a table are of, by all of its columns: the same address is a home beside a patient and an office beside a code of a firm. */
export interface RowsAbout {
  /** Columns that name the person a row is of. */
  readonly named: boolean;
  /** It is said beyond doubt: a tax number, a birth date, «заявник», «пацієнт». */
  readonly surely: boolean;
  /** Columns that name or number an organization. */
  readonly organization: boolean;
  /** Rows are of things: property, buildings, contracts, lots. */
  readonly object: boolean;
  /** Columns of how many people there are: each row is of several. */
  readonly counted: boolean;
}

const KINDS_OF_PERSONS: readonly (ColumnKind | null)[] = ['rnokpp', 'unzr', 'passport'];

/** Headers of somebody whose table it is. */
const SURELY =
  / (?:дат\S+ народж|рік народж|народж|день народж|birth|рнокпп|іпн |unzr|унзр|заявни[кц]|пацієнт|громадян(?:ин|ка|ина|ки)? |дитин[аи] |піб (?:дитини|учня|пацієнта|особи|громадян|заявника|отримувача|абонента|квартиронаймача)|учень |учн[яі]|вихован(?:ець|ц)|абонент|квартиронайм|наймач|отримувач (?:допомог|послуг|пільг|субсид)|пільговик|потерпіл|хвор(?:ий|ого)|опікун|усиновл|підопічн|черговик|сімейн\S+ стан|стать |patient|applicant|citizen)/u;
/** Headers of a person who only answers for what the row is of. */
const ANSWERING =
  /(?:керівник|директор|голов[аи] |начальник|завідува|відповідальн|контактн|посадов|депутат|уповноважен|виконав|автор|старост|тренер|викладач|викладає|вчител|вихователь|куратор|представник|скульптор|художник|майстер|закріплен|учител|ключі |диспетчер|чергов|бригад|прийняв|прийняла|склав |перевірив|затвердив|зареєстрував|модератор|ведуч|інспектор|лікар|працівник|балансоутримувач|головн|секретар|бухгалтер|підписа|розробник|адміністратор|реєстратор|нотаріус|архітектор|contact|author|head |manager|officer|responsible|creator|редактор)/u;
const ORGANIZATION =
  / (?:єдрпоу|edrpou|юридичн\S+ особ|назва (?:закладу|установи|підприємства|організації|органу|суб)|повна назва|коротка назва|заклад|установ|підприємств|організаці|школ|садок|лікарн|аптек|магазин|релігійн\S+ (?:організ|громад)|громадськ\S+ організ|осбб|organi[sz]ation|institution)/u;
const OBJECT =
  / (?:балансоутримувач|інвентарн|об ?єкт|обєкт|лот |лоту |аукціон|стартов\S+ цін|нежитл|нежил|кадастр|майн[оа]|орендн|оренди|орендар|предмет (?:закупівл|договор)|балансов\S+ варт|спору[дж]|кіоск|мережа торг|тимчасов\S+ споруд|рекламн|скульптор|художник|памятн|памятк|меморіал|експонат|твір |property|asset|lot |parcel)/u;
const COUNTED =
  / (?:кількіст\S* |чисельн\S* |к ?сть |число |всього |усього )(?:\S+ ){0,3}(?:ос[іо]б|людей|люд|громадян|дітей|діт|учн|жін|чолов|пацієнт|хвор|заявник|отримувач|мешканц|сімей|випадк|випадків|жител|населен|звернен)/u;

/** What of a column is looked at. */
type Looked = Pick<ColumnFacts, 'header' | 'profile' | 'filled' | 'count'>;

/** True for a column of names of people, by its kind or by most of its values. */
export function holdsNames({ profile, filled, count }: Looked): boolean {
  const likely = count('name-likely');
  if (apartFromStreets({ count }) < likely) return false;
  return KINDS_OF_NAMES.has(profile.kind) || likely > filled / 2;
}

const NUMBERS: ReadonlySet<ColumnType> = new Set(['integer', 'decimal']);

const known = new WeakMap<readonly Looked[], RowsAbout>();

/** @param columns all columns of the table after the scan; the same array is judged once */
export function rowsAbout(columns: readonly Looked[]): RowsAbout {
  const before = known.get(columns);
  if (before !== undefined) return before;
  const seen = columns.map((column) => ({
    words: headerWords(column.header),
    kind: column.profile.kind,
    // «Учнів» over numbers
    counts: MANY_PEOPLE.test(headerWords(column.header)) && NUMBERS.has(column.profile.type),
    filled: column.filled,
    names: holdsNames(column),
  }));
  const has = (is: (one: (typeof seen)[number]) => boolean) => seen.some((one) => one.filled > 0 && is(one));
  const surely = has(
    ({ words, kind, counts }) =>
      KINDS_OF_PERSONS.includes(kind) || (SURELY.test(words) && !COUNTED.test(words) && !counts),
  );
  const about = {
    surely,
    named: has(({ words, names }) => names && !ANSWERING.test(words)),
    organization: has(({ words, kind }) => kind === 'edrpou' || kind === 'organization' || ORGANIZATION.test(words)),
    object: has(({ words, kind }) => kind === 'building-id' || OBJECT.test(words)),
    counted: has(({ words, counts }) => COUNTED.test(words) || counts),
  };
  known.set(columns, about);
  return about;
}

/** True where a row is of a person: no table of organizations or things that only names who answers for them, no table of counts. */
export function ofPersons({ surely, named, organization, object, counted }: RowsAbout): boolean {
  return surely ? named || !counted : named && !organization && !object;
}
