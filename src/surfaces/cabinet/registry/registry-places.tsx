import { mayAnywhere } from '../../../capabilities/accounts/index.ts';
import { registryTexts } from '../../../locales/registry.ts';
import { href, Tabs, type Visit } from '../../components/index.ts';
import { STAFF_PATH } from './registry-query.ts';

type RegistryPlace = 'registry' | 'confirm' | 'changes' | 'relations' | 'publication' | 'import';

/** Pages of the registry for staff, as tabs; those a person may do nothing on are left out. */
export function RegistryPlaces({ visit, current }: { visit: Visit; current: RegistryPlace }) {
  const texts = registryTexts[visit.language].places;
  const held = visit.person?.appointments ?? [];
  const places: readonly (readonly [place: RegistryPlace, path: string, shown: boolean])[] = [
    ['registry', STAFF_PATH, true],
    ['confirm', `${STAFF_PATH}/confirm`, true],
    ['changes', `${STAFF_PATH}/changes`, true],
    ['relations', `${STAFF_PATH}/relations`, true],
    ['import', `${STAFF_PATH}/import`, mayAnywhere(held, 'dataset.edit')],
    ['publication', `${STAFF_PATH}/publication`, mayAnywhere(held, 'city.manage')],
  ];
  return (
    <Tabs
      label={texts.label}
      items={places
        .filter(([, , shown]) => shown)
        .map(([place, path]) => ({ label: texts[place], href: href(visit, path), current: place === current }))}
    />
  );
}
