import { cityPlacesTexts } from '../../../locales/city-places.ts';
import { Breadcrumbs, href, type Visit } from '../../components/index.ts';

/** The way back to the city's places, the place itself, and what of it is shown. */
export function CityTrail(props: { visit: Visit; place: string; path: string; here?: string }) {
  const { visit, place, path, here } = props;
  return (
    <Breadcrumbs
      language={visit.language}
      items={[
        { label: cityPlacesTexts[visit.language].title, href: href(visit, '/cabinet/city') },
        here === undefined ? { label: place } : { label: place, href: href(visit, path) },
        ...(here === undefined ? [] : [{ label: here }]),
      ]}
    />
  );
}
