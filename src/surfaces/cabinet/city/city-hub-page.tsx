import { cityPlacesTexts } from '../../../locales/city-places.ts';
import { CabinetPage, Empty, href, type Visit } from '../../components/index.ts';
import type { PlaceGroup } from './places.ts';

/** A link and one sentence for each place, under the question it answers. */
export function CityHubPage({ visit, groups }: { visit: Visit; groups: readonly PlaceGroup[] }) {
  const texts = cityPlacesTexts[visit.language];
  return (
    <CabinetPage visit={visit} title={texts.title}>
      <div class="stack-l">
        <div class="stack">
          <h1>{texts.title}</h1>
          <p class="lead">{texts.lead}</p>
        </div>
        {groups.length === 0 && <Empty title={texts.nothing} />}
        {groups.map(({ group, places }) => (
          <section key={group} class="stack" aria-labelledby={`places-${group}`}>
            <h2 id={`places-${group}`}>{texts.groups[group]}</h2>
            <ul class="city-places">
              {places.map(({ name, path }) => (
                <li key={name}>
                  <a class="city-place" href={href(visit, path)}>
                    {texts.places[name].name}
                  </a>
                  <p>{texts.places[name].about}</p>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </CabinetPage>
  );
}
