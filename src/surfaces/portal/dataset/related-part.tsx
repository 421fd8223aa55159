import { datasetTexts } from '../../../locales/dataset.ts';
import type { Visit } from '../../components/index.ts';
import { DatasetRow } from '../search/dataset-row.tsx';
import type { DatasetView } from './dataset-view.ts';

/** Схожі набори, the nearest first; nothing where none is near. */
export function RelatedPart({ visit, view }: { visit: Visit; view: DatasetView }) {
  if (view.related.length === 0) return null;
  return (
    <section class="related no-print" id="related" aria-labelledby="related-title">
      <h2 id="related-title">{datasetTexts[visit.language].related.title}</h2>
      <ul class="plain dataset-list related-list">
        {view.related.map((card) => (
          <DatasetRow key={card.datasetId} card={card} visit={visit} brief />
        ))}
      </ul>
    </section>
  );
}
