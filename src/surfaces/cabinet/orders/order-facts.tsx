import type { NamedPerson, Order } from '../../../capabilities/orders/index.ts';
import { dayInWords } from '../../../language/dates.ts';
import { ordersTexts } from '../../../locales/orders.ts';
import { href, type KeyValue, KeyValues, type Visit } from '../../components/index.ts';
import { HOME } from './order-words.ts';

const inLine = ({ post, name }: NamedPerson) => [post, name].filter(Boolean).join(', ');

/** What else the document says; lines that are empty are left out. */
export function OrderFacts({ visit, order, keeps }: { visit: Visit; order: Order; keeps: boolean }) {
  const texts = ordersTexts[visit.language];
  const { facts } = texts;
  const force = [order.from, order.to].map((day) => (day ? dayInWords(day, visit.language) : '…')).join(' – ');
  const list = (lines: readonly string[]) => (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
  const all: (KeyValue | null)[] = [
    order.endedOn ? [facts.ended, `${dayInWords(order.endedOn, visit.language)}. ${order.note}`] : null,
    [facts.public, order.public ? facts.forAll : facts.forStaff],
    order.grounds.length > 0 ? [facts.grounds, list(order.grounds)] : null,
    order.clauses.length > 0 ? [facts.clauses, list(order.clauses)] : null,
    inLine(order.signatory) ? [facts.signatory, inLine(order.signatory)] : null,
    inLine(order.controller) ? [facts.controller, inLine(order.controller)] : null,
    order.executor.name
      ? [facts.executor, [order.executor.name, order.executor.phone].filter(Boolean).join(', ')]
      : null,
    order.agreedBy.length > 0 ? [facts.agreedBy, list(order.agreedBy.map(inLine))] : null,
    order.from || order.to ? [facts.force, force] : null,
    order.links.length > 0 ? [facts.links, <Links key="links" links={order.links} />] : null,
  ];
  return (
    <section class="stack" aria-labelledby="facts">
      <h2 id="facts">{texts.document}</h2>
      <KeyValues items={all.filter((one) => one !== null)} />
      {keeps && (
        <p>
          <a href={href(visit, `${HOME}/${order.id}/edit`)}>{texts.edit}</a>
        </p>
      )}
    </section>
  );
}

function Links({ links }: { links: readonly string[] }) {
  return (
    <ul>
      {links.map((link) => (
        <li key={link}>
          <a href={link} rel="noopener">
            {link}
          </a>
        </li>
      ))}
    </ul>
  );
}
