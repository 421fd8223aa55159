import type { Dataset } from '../../../capabilities/catalog/index.ts';
import { deskTexts } from '../../../locales/desk.ts';
import { Button, Choice, Field, faultOf, href, type Visit } from '../../components/index.ts';
import type { DatasetData } from './dataset-page.tsx';

/** Suspending, withdrawing, deleting a draft: folded, each names its object. */
export function CloseForms(props: { visit: Visit; dataset: Dataset; closing: DatasetData['closing'] }) {
  const { visit, dataset, closing } = props;
  const texts = deskTexts[visit.language].dataset;
  if (dataset.state === 'withdrawn') return null;
  if (dataset.state === 'draft') {
    return (
      <form method="post" action={href(visit, `/cabinet/datasets/${dataset.id}/remove`)}>
        <Button kind="quiet">{texts.remove}</Button>
      </form>
    );
  }
  return (
    <section class="stack" aria-labelledby="close">
      <h2 id="close">{texts.close}</h2>
      {dataset.state === 'published' && <CloseForm visit={visit} dataset={dataset} closing={closing} deed="suspend" />}
      <CloseForm visit={visit} dataset={dataset} closing={closing} deed="withdraw" />
    </section>
  );
}

function CloseForm(props: {
  visit: Visit;
  dataset: Dataset;
  closing: DatasetData['closing'];
  deed: 'suspend' | 'withdraw';
}) {
  const { visit, dataset, deed } = props;
  const texts = deskTexts[visit.language].dataset;
  const closing = props.closing?.deed === deed ? props.closing : null;
  const field = (name: string) => ({
    name,
    value: closing?.typed[name] ?? '',
    error: faultOf(closing?.faults ?? [], name, visit.language),
  });
  return (
    <details open={closing !== null}>
      <summary>{texts[deed]}</summary>
      <form class="form" method="post" action={href(visit, `/cabinet/datasets/${dataset.id}/${deed}`)}>
        <p>{deed === 'suspend' ? texts.suspendLead : texts.withdrawLead}</p>
        <Field label={texts.reason} {...field('reason')} multiline rows={3} maxLength={2000} />
        <Field label={texts.order} {...field('order')} maxLength={500} />
        {deed === 'suspend' ? (
          <Field label={texts.reviewOn} {...field('reviewOn')} type="date" />
        ) : (
          <Choice name="understood" value="1" label={texts.withdrawConfirm(dataset.passport.title)} required />
        )}
        <Button kind="danger">{texts[deed]}</Button>
      </form>
    </details>
  );
}
