import type { ImportLine } from '../../../capabilities/exchange/index.ts';
import { exchangeTexts } from '../../../locales/exchange.ts';
import { DataTable, href, type Visit } from '../../components/index.ts';

/** People the passports name, each once, those of most datasets first. */
function peopleOf(lines: readonly ImportLine[]) {
  const found = new Map<string, { name: string; email: string; unitId: string | null; datasets: number }>();
  for (const { person, unitId } of lines) {
    if (person.name === '' && person.email === '') continue;
    const key = `${person.name} ${person.email}`.toLowerCase();
    const known = found.get(key);
    if (known) known.datasets += 1;
    else found.set(key, { ...person, unitId, datasets: 1 });
  }
  return [...found.values()].sort((a, b) => b.datasets - a.datasets).slice(0, 200);
}

/** Contacts of the passports, offered to be invited: nobody gets an account by being named. */
export function PeoplePart({ visit, lines }: { visit: Visit; lines: readonly ImportLine[] }) {
  const texts = exchangeTexts[visit.language].done;
  const people = peopleOf(lines);
  if (people.length === 0) return null;
  return (
    <div class="stack">
      <h2>{texts.people}</h2>
      <p>{texts.peopleLead}</p>
      <DataTable
        caption={texts.people}
        captionUnseen
        rowHeaders
        columns={[
          { title: texts.person },
          { title: texts.email },
          { title: exchangeTexts[visit.language].found.count, align: 'end' },
          { title: texts.invite },
        ]}
        rows={people.map(({ name, email, unitId, datasets }) => {
          const asked = new URLSearchParams({ name, email, ...(unitId === null ? {} : { unit: unitId }) });
          const label = `${texts.invite}: ${name || email}`;
          return [
            name || texts.noName,
            email,
            datasets,
            <a key={name} href={href(visit, `/cabinet/people/new?${asked}`)} aria-label={label}>
              {texts.invite}
            </a>,
          ];
        })}
      />
    </div>
  );
}
