import type { ComponentChildren } from 'preact';
import { guideTexts } from '../../../locales/guide.ts';
import { portalTexts } from '../../../locales/portal.ts';
import {
  Badge,
  Button,
  Chips,
  Choice,
  ChoiceGroup,
  DataTable,
  Empty,
  ErrorSummary,
  Field,
  KeyValues,
  LinkButton,
  Notice,
  Page,
  Pager,
  Progress,
  Snippet,
  Stepper,
  Tabs,
  type Visit,
} from '../../components/index.ts';

import { GuideDatasets } from './guide-datasets.tsx';

const SIZES = ['3xl', '2xl', 'xl', 'l', 'm', 's'] as const;
const SWATCHES = ['paper', 'paper-sunk', 'ink', 'ink-soft', 'rule', 'brand', 'brand-tint', 'panel'] as const;

/** The developers' guide: every part of a page in its states. */
export function ComponentsGuide({ visit }: { visit: Visit }) {
  const texts = guideTexts[visit.language];
  return (
    <Page visit={visit} title={texts.title} head={<meta name="robots" content="noindex" />}>
      <h1>{texts.title}</h1>
      <p class="lead page-lead">{texts.lead}</p>
      <Shelf id="type" title={texts.type}>
        {SIZES.map((size) => (
          <p key={size} class={`guide-${size}`}>
            {texts.sample} 1 234 567 ₴ №
          </p>
        ))}
      </Shelf>
      <Shelf id="colours" title={texts.colours}>
        <ul class="plain swatches">
          {SWATCHES.map((name) => (
            <li key={name}>
              <span class={`swatch swatch-${name}`} />
              <code>--{name}</code>
            </li>
          ))}
        </ul>
      </Shelf>
      <Shelf id="buttons" title={texts.buttons}>
        <div class="row">
          <Button>{texts.save}</Button>
          <Button kind="secondary">{texts.cancel}</Button>
          <Button kind="danger">{texts.remove}</Button>
          <Button kind="quiet">{texts.more}</Button>
          <Button disabled>{texts.disabled}</Button>
          <LinkButton kind="primary" icon="download" href="#buttons">
            {portalTexts[visit.language].dataset.downloadAs('CSV')}
          </LinkButton>
        </div>
      </Shelf>
      <Notices visit={visit} />
      <Fields visit={visit} />
      <Lists visit={visit} />
      <Walk visit={visit} />
      <Shelf id="datasets" title={texts.datasets}>
        <GuideDatasets visit={visit} />
      </Shelf>
      <Shelf id="empty" title={texts.empty}>
        <Empty title={texts.emptyTitle}>
          <p>{texts.emptyText}</p>
        </Empty>
      </Shelf>
    </Page>
  );
}

function Shelf({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section class="part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div class="part-body stack">{children}</div>
    </section>
  );
}

function Notices({ visit }: { visit: Visit }) {
  const texts = guideTexts[visit.language];
  const freshness = portalTexts[visit.language].freshness;
  return (
    <Shelf id="notices" title={texts.notices}>
      <Notice kind="good" title={texts.noticeGood} />
      <Notice kind="attention" title={texts.noticeAttention}>
        <p>{freshness.late(5)}</p>
      </Notice>
      <Notice kind="error" language={visit.language}>
        {texts.noticeError}
      </Notice>
      <Notice kind="info" language={visit.language}>
        {texts.noticeInfo}
      </Notice>
      <p class="row">
        <Badge kind="good">{freshness.onTime}</Badge>
        <Badge kind="attention" icon="clock">
          {freshness.late(5)}
        </Badge>
        <Badge kind="error">{texts.nameError}</Badge>
        <Badge kind="info">{freshness.finished}</Badge>
      </p>
    </Shelf>
  );
}

function Fields({ visit }: { visit: Visit }) {
  const texts = guideTexts[visit.language];
  const fault = { field: 'title-wrong', text: { uk: guideTexts.uk.nameError, en: guideTexts.en.nameError } };
  return (
    <Shelf id="fields" title={texts.fields}>
      <ErrorSummary faults={[fault]} language={visit.language} />
      <form class="form" method="get" action="#fields" noValidate>
        <Field label={texts.name} name="title" value={texts.sample} hint={texts.nameHint} maxLength={254} counter />
        <Field label={texts.name} name="title-wrong" hint={texts.nameHint} error={texts.nameError} required />
        <Field label={texts.description} name="description" multiline rows={4} maxLength={4000} counter />
        <Field
          label={texts.frequency}
          name="frequency"
          value="year"
          options={[
            { value: 'month', label: texts.monthly },
            { value: 'year', label: texts.yearly },
          ]}
        />
        <ChoiceGroup legend={texts.heading} name="heading">
          <Choice card type="radio" name="heading" value="yes" label={texts.yes} checked />
          <Choice card type="radio" name="heading" value="no" label={texts.no} hint={texts.noticeInfo} />
        </ChoiceGroup>
      </form>
    </Shelf>
  );
}

function Lists({ visit }: { visit: Visit }) {
  const texts = guideTexts[visit.language];
  return (
    <Shelf id="lists" title={texts.lists}>
      <KeyValues
        items={[
          [texts.name, texts.sample],
          [texts.frequency, texts.monthly],
          [texts.description, null],
        ]}
      />
      <DataTable
        caption={texts.stops}
        rowHeaders
        columns={[{ title: texts.stop }, { title: texts.lines, align: 'end' }]}
        rows={[
          ['Площа Ринок', 12],
          ['Вокзал', 7],
        ]}
      />
    </Shelf>
  );
}

function Walk({ visit }: { visit: Visit }) {
  const texts = guideTexts[visit.language];
  const { language } = visit;
  return (
    <>
      <Shelf id="walk" title={texts.walk}>
        <Stepper
          language={language}
          current={2}
          steps={texts.steps.map((label, at) => ({ label, href: at < 2 ? '#walk' : undefined }))}
        />
        <Progress
          language={language}
          stages={texts.stages.map((label, at) => ({ key: String(at), label }))}
          current="2"
          done={42}
          total={100}
        >
          {texts.progress}
        </Progress>
      </Shelf>
      <Shelf id="small" title={texts.small}>
        <Tabs
          label={texts.small}
          items={texts.steps
            .slice(0, 3)
            .map((label, at) => ({ label, href: `#small-${at}`, current: at === 0, count: at + 3 }))}
        />
        <Chips
          items={[
            { label: texts.monthly, count: 12, href: '#small' },
            { label: texts.yearly, href: '#small', removeLabel: portalTexts[language].search.remove },
            { label: texts.yes, current: true },
          ]}
        />
        <Pager visit={visit} page={5} pages={20} hrefFor={(page) => `#page-${page}`} />
        <Snippet label="API" code="GET /api/1/datasets?q=парки" language={language} />
      </Shelf>
    </>
  );
}
