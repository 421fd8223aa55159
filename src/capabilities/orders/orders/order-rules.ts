import { type Day, isDay } from '../../../kernel/dates.ts';
import { type FieldFault, fieldFault } from '../../../kernel/errors.ts';
import type { Text } from '../../../kernel/text.ts';
import { ORDER_KINDS, type OrderKind, type OrderLine, orderLineOf } from '../../../language/citations/index.ts';
import { foldText } from '../../../language/folding.ts';
import { addWorkingDays } from '../../../language/working-days.ts';
import type { NamedPerson, Order, OrderWish } from './order.ts';

/** Kinds of which a community has one issuer: however it is written, the number and the date are the document. */
const ONE_ISSUER: readonly OrderKind[] = ['mayor-order', 'executive-decision', 'council-decision'];

/** What makes the issuer the same: «виконкому» and «виконавчого комітету міської ради» issue one row of numbers. */
export function issuerKey(kind: OrderKind, issuer: string): string {
  return ONE_ISSUER.includes(kind) ? '' : foldText(issuer);
}

/** False for a kind a form made up. */
export function isOrderKind(kind: string): kind is OrderKind {
  return ORDER_KINDS.some((one) => one === kind);
}

/** «розпорядження міського голови від 06.11.2025 № 728 «Про …»». */
export function orderInOneLine({ kind, issuer, number, date, title }: OrderLine): string {
  return orderLineOf({ kind, issuer, number, date, title });
}

const clean = (text: string) => text.trim().replace(/\s+/g, ' ');
const cleanPerson = ({ name, post }: NamedPerson) => ({ name: clean(name), post: clean(post) });
const cleanLines = (lines: readonly string[]) => lines.map(clean).filter((line) => line !== '');

/** Spaces cut off, empty lines left out, quotes around the title removed. */
export function tidyOrder(wish: OrderWish): OrderWish {
  return {
    ...wish,
    issuer: clean(wish.issuer),
    title: clean(wish.title).replace(/^[«“"](.*)[»”"]$/u, '$1'),
    number: clean(wish.number).replace(/^№\s*/, ''),
    signatory: cleanPerson(wish.signatory),
    controller: cleanPerson(wish.controller),
    executor: { name: clean(wish.executor.name), phone: clean(wish.executor.phone) },
    agreedBy: wish.agreedBy.map(cleanPerson).filter(({ name, post }) => name !== '' || post !== ''),
    grounds: cleanLines(wish.grounds),
    clauses: cleanLines(wish.clauses),
    links: cleanLines(wish.links),
  };
}

/** Faults of `title`, `issuer`, `date`, `number`, `from`, `to`, `links`. */
export function orderFaults(wish: OrderWish): FieldFault[] {
  const faults: FieldFault[] = [];
  if (wish.title.length < 3 || wish.title.length > 500) {
    faults.push(
      fieldFault('title', 'Напишіть назву документа (до 500 знаків).', 'Write the title (up to 500 characters).'),
    );
  }
  if (wish.issuer === '' || wish.issuer.length > 200) {
    faults.push(
      fieldFault(
        'issuer',
        'Напишіть, чий це документ: «міського голови».',
        'Write whose document it is: “of the mayor”.',
      ),
    );
  }
  for (const field of ['date', 'from', 'to'] as const) {
    const day = wish[field];
    if (day !== null && !isDay(day)) faults.push(fieldFault(field, 'Вкажіть день повністю.', 'Give the whole day.'));
  }
  if (wish.from !== null && wish.to !== null && wish.to < wish.from) {
    faults.push(fieldFault('to', 'Останній день раніший за перший.', 'The last day is before the first.'));
  }
  if (wish.number.length > 60)
    faults.push(
      fieldFault('number', 'Номер задовгий (до 60 знаків).', 'The number is too long (up to 60 characters).'),
    );
  if (wish.links.some((link) => !/^https?:\/\/\S+$/.test(link))) {
    faults.push(
      fieldFault(
        'links',
        'Кожна адреса з нового рядка й починається з https://',
        'One address a line, each begins with https://',
      ),
    );
  }
  return faults;
}

/** A signed order has a date; a number, or the words that it has none. */
export function signingFaults(
  wish: { date: Day | null; number: string },
  today: Day,
  withoutNumber: boolean,
): FieldFault[] {
  const faults: FieldFault[] = [];
  if (wish.date === null || !isDay(wish.date)) {
    faults.push(
      fieldFault(
        'date',
        'У рядку немає дати документа. Додайте її: від 06.11.2025.',
        'The line has no date of the document. Add it: of 06.11.2025.',
      ),
    );
  } else if (wish.date > today) {
    faults.push(
      fieldFault(
        'date',
        'Ця дата ще не настала. Перевірте рік і день.',
        'This date has not come yet. Check the year and the day.',
      ),
    );
  }
  if (wish.number === '' && !withoutNumber) {
    faults.push(
      fieldFault(
        'number',
        'У рядку немає номера. Допишіть його або позначте, що документ без номера.',
        'The line has no number. Add it, or tick that the document has none.',
      ),
    );
  }
  return faults;
}

/** By which day effects prepared on that day need their order. */
export function graceEnd(preparedOn: Day, graceDays: number): Day {
  return addWorkingDays(preparedOn, graceDays);
}

/** A date earlier than the day the facts were entered is allowed and told: the facts are lawful from it. */
export function isBackInTime(date: Day, preparedOn: Day | null): boolean {
  return preparedOn !== null && date < preparedOn;
}

/** What each kind is called in lists and forms. */
export const ORDER_KIND_NAMES: Readonly<Record<OrderKind, Text>> = {
  'mayor-order': { uk: 'розпорядження голови', en: 'order of the mayor' },
  'executive-decision': { uk: 'рішення виконкому', en: 'decision of the executive committee' },
  'council-decision': { uk: 'рішення ради', en: 'decision of the council' },
  'unit-order': { uk: 'наказ', en: 'order of a unit' },
  instruction: { uk: 'доручення', en: 'instruction' },
  'letter-out': { uk: 'лист вихідний', en: 'outgoing letter' },
  'letter-in': { uk: 'лист вхідний', en: 'incoming letter' },
  minutes: { uk: 'протокол', en: 'minutes' },
  agreement: { uk: 'договір або меморандум', en: 'agreement or memorandum' },
  regulation: { uk: 'положення або порядок', en: 'regulation or procedure' },
};

/** An order as a line of the history. */
export function factsOf(order: Order) {
  const { kind, issuer, title, date, number, state, from, to, public: open } = order;
  return { kind, issuer, title, date, number, state, from, to, public: open };
}
