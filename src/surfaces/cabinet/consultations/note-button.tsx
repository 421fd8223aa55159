import { consultationsTexts } from '../../../locales/consultations.ts';
import { Button, href, type Visit } from '../../components/index.ts';

/** One press makes a line of the journal of an answered message or a comment; `back`: the page it stands on. */
export function NoteAsConsultation(props: {
  visit: Visit;
  source:
    | { readonly kind: 'message'; readonly id: string }
    | { readonly kind: 'comment'; readonly id: string; readonly datasetId: string };
  back: string;
}) {
  const { visit, source, back } = props;
  return (
    <form method="post" action={href(visit, `/cabinet/city/consultations/of-${source.kind}`)}>
      <input type="hidden" name="id" value={source.id} />
      {source.kind === 'comment' && <input type="hidden" name="dataset" value={source.datasetId} />}
      <input type="hidden" name="back" value={back} />
      <Button kind="quiet">{consultationsTexts[visit.language].noteIt}</Button>
    </form>
  );
}
