import { openDataTexts } from '../../../locales/open-data.ts';
import { href, Page, type Visit } from '../../components/index.ts';
import { SECTION_PLACES } from './places.ts';

/** All that the community says of its data in one place, a sentence each; the council's site may link here. */
export function OpenDataPage({ visit }: { visit: Visit }) {
  const texts = openDataTexts[visit.language];
  return (
    <Page visit={visit} title={texts.title} description={texts.lead}>
      <h1>{texts.title}</h1>
      <p class="lead page-lead">{texts.lead}</p>
      <ul class="city-places">
        {SECTION_PLACES.map(({ name, path }) => (
          <li key={name}>
            <a class="city-place" href={href(visit, path)}>
              {texts.places[name].name}
            </a>
            <p>{texts.places[name].about}</p>
          </li>
        ))}
      </ul>
    </Page>
  );
}
