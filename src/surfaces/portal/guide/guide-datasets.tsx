import type { Card } from '../../../capabilities/catalog/index.ts';
import { guideTexts } from '../../../locales/guide.ts';
import { Choice, ChoiceGroup, Icon, Markdown, SearchBox, type Visit } from '../../components/index.ts';
import { FeedLink } from '../city/feed-link.tsx';
import { DatasetRow } from '../search/dataset-row.tsx';
import { queryStems } from '../words.tsx';

const DAY = 86_400_000;

/** An invented dataset for showing its row: `age` is days since the data were true. */
function sampleCard(visit: Visit, title: string, age: number, state: Card['state'] = 'published'): Card {
  const at = new Date(visit.ctx.clock.now().getTime() - age * DAY).toISOString();
  const id = '01990000-0000-7000-8000-000000000000';
  return {
    ...{ datasetId: `${id} ${title} ${age}`, number: '', nationalId: null, slug: 'zrazok', state, closure: null },
    ...{ versionId: id, versionNumber: 1, firstPublishedAt: at, changedAt: at, dataAsOf: at },
    unit: { id, name: guideTexts[visit.language].unit, slug: 'zrazok', edrpou: null },
    passport: {
      ...{ title, description: guideTexts[visit.language].rowText, purpose: '', language: visit.language },
      ...{ frequency: 'once a month', keywords: [], themes: [], ground: { kind: 'own-initiative' } },
      ...{ responsibleName: '', responsibleEmail: '', dataAsOf: null },
    },
    resources: [
      {
        ...{ id, kind: 'table', title, tableId: id, rows: 1284, fields: [], formats: ['CSV', 'JSON', 'XLSX'] },
        ...{ file: null, url: null },
      },
    ],
  };
}

/** Search, rows of datasets in their states, choices as cards, text of people, a list that opens, a feed. */
export function GuideDatasets({ visit }: { visit: Visit }) {
  const texts = guideTexts[visit.language];
  const stems = queryStems(texts.stop);
  return (
    <>
      <SearchBox visit={visit} id="guide-search" value={texts.stop} />
      <SearchBox visit={visit} id="guide-search-large" large />
      <ul class="plain dataset-list">
        <DatasetRow visit={visit} card={sampleCard(visit, texts.stops, 3)} stems={stems} />
        <DatasetRow visit={visit} card={sampleCard(visit, texts.sample, 60)} />
        <DatasetRow visit={visit} card={sampleCard(visit, texts.sample, 5, 'suspended')} brief />
      </ul>
      <ChoiceGroup legend={texts.frequency} name="guide-frequency">
        <Choice
          card
          type="radio"
          name="guide-frequency"
          value="monthly"
          label={texts.monthly}
          hint={texts.rowText}
          checked
        />
        <Choice card type="radio" name="guide-frequency" value="yearly" label={texts.yearly} />
      </ChoiceGroup>
      <Markdown text={texts.markdown} />
      <details>
        <summary>
          <Icon name="next" turn />
          {texts.more}
        </summary>
        <p>{texts.rowText}</p>
      </details>
      <FeedLink visit={visit} path="/feed.atom" label={texts.feed} />
    </>
  );
}
