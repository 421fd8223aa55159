import { deskTexts } from '../../../locales/desk.ts';
import { Breadcrumbs, href, type Visit } from '../../components/index.ts';

/** The way back over the dataset to all datasets, and what of it is shown. */
export function DatasetTrail(props: { visit: Visit; id: string; title: string; here?: string }) {
  const { visit, id, title, here } = props;
  return (
    <Breadcrumbs
      language={visit.language}
      items={[
        { label: deskTexts[visit.language].sets.title, href: href(visit, '/cabinet/datasets') },
        { label: title, href: href(visit, `/cabinet/datasets/${id}`) },
        ...(here === undefined ? [] : [{ label: here }]),
      ]}
    />
  );
}
