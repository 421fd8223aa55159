import { cityPlacesTexts } from '../../../locales/city-places.ts';
import { CabinetPage, Empty, href, type Visit } from '../../components/index.ts';
import type { Place } from './places.ts';

/** A link and one sentence for each place. */
export function CityHubPage({ visit, places }: { visit: Visit; places: readonly Place[] }) {
  const texts = cityPlacesTexts[visit.language];
  return (
    <CabinetPage visit={visit} title={texts.title}>
      <div class="stack-l">
        <div class="stack">
          <h1>{texts.title}</h1>
          <p class="lead">{texts.lead}</p>
        </div>
        {places.length === 0 && <Empty title={texts.nothing} />}
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
      </div>
    </CabinetPage>
  );
}
