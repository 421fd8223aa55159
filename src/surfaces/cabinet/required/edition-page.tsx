import type { EditionDifference, ItemChange, ListItem } from '../../../capabilities/mandates/index.ts';
import { requiredTexts } from '../../../locales/required.ts';
import { requiredStaffTexts } from '../../../locales/required-staff.ts';
import { Button, DataTable, href, Notice, type Visit } from '../../components/index.ts';
import { HOME, RequiredFrame, type Told } from './frame.tsx';

const KINDS = ['added', 'removed', 'reworded', 'renumbered'] as const;

interface EditionProps {
  readonly visit: Visit;
  readonly difference: EditionDifference;
  readonly manages: boolean;
}

/** An edition beside the one before: what is added, removed, reworded, and whom it touches. */
export function EditionPage(props: EditionProps & { told: Told }) {
  const { visit, told, difference, manages } = props;
  const texts = requiredStaffTexts[visit.language].edition;
  const { edition, before, changes } = difference;
  const same = changes.filter(({ kind }) => kind === 'same').length;
  const units = Number(visit.query.get('told') ?? '-1');
  return (
    <RequiredFrame
      visit={visit}
      told={told}
      part="lists"
      title={texts.title(edition.title)}
      lead={before ? texts.against(before.title) : edition.source}
    >
      {units >= 0 && <Notice kind="good" title={texts.told(units)} language={visit.language} live />}
      {before && (
        <>
          <p>
            {[...KINDS, 'same' as const]
              .map(
                (kind) =>
                  `${texts.kinds[kind]}: ${kind === 'same' ? same : changes.filter((one) => one.kind === kind).length}`,
              )
              .join(' · ')}
          </p>
          {KINDS.map((kind) => (
            <Changes key={kind} {...props} changes={changes.filter((one) => one.kind === kind)} kind={kind} />
          ))}
          <Touched {...props} />
        </>
      )}
      {manages && <Deeds {...props} />}
    </RequiredFrame>
  );
}

function Changes(props: EditionProps & { kind: (typeof KINDS)[number]; changes: readonly ItemChange<ListItem>[] }) {
  const { visit, kind, changes, difference, manages } = props;
  const texts = requiredStaffTexts[visit.language].edition;
  const apart = manages && kind === 'reworded' && difference.edition.state === 'draft';
  if (changes.length === 0) return null;
  return (
    <section class="stack" aria-labelledby={`changes-${kind}`}>
      <h2 id={`changes-${kind}`}>{texts.kinds[kind]}</h2>
      <DataTable
        caption={texts.kinds[kind]}
        captionUnseen
        columns={[{ title: texts.before }, { title: texts.after }, ...(apart ? [{ title: '' }] : [])]}
        rows={changes.map((change) => [
          <Side key="before" visit={visit} item={change.before} />,
          <div key="after">
            <Side visit={visit} item={change.after} />
            {kind === 'reworded' && <span class="soft small">{texts.likeness(Math.round(change.likeness * 100))}</span>}
          </div>,
          ...(apart
            ? [
                <form
                  key="separate"
                  method="post"
                  action={href(visit, `${HOME}/lists/${difference.edition.id}/separate`)}
                >
                  <input type="hidden" name="line" value={change.after?.line ?? ''} />
                  <Button kind="quiet">
                    {texts.separate}
                    <span class="unseen">: {change.after?.title}</span>
                  </Button>
                </form>,
              ]
            : []),
        ])}
      />
    </section>
  );
}

function Side({ visit, item }: { visit: Visit; item: { readonly name: string; readonly number: number } | null }) {
  if (!item) return <span class="soft">{requiredStaffTexts[visit.language].edition.none}</span>;
  return (
    <span lang="uk">
      <span class="soft small">{requiredTexts[visit.language].item.number(item.number)}.</span> {item.name}
    </span>
  );
}

function Touched({ visit, difference, manages }: EditionProps) {
  const texts = requiredStaffTexts[visit.language].edition;
  const { touched, edition } = difference;
  if (touched.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="touched">
      <h2 id="touched">{texts.touched}</h2>
      <p>{texts.touchedLead}</p>
      <ul>
        {touched.map(({ id, name, lines }) => (
          <li key={id}>
            <span lang="uk">{name}</span>: {requiredTexts[visit.language].counts.items(lines.length)}
          </li>
        ))}
      </ul>
      {manages && edition.state === 'current' && (
        <form method="post" action={href(visit, `${HOME}/lists/${edition.id}/tell`)}>
          <Button kind="secondary">{texts.tell(touched.length)}</Button>
        </form>
      )}
    </section>
  );
}

function Deeds({ visit, difference }: EditionProps) {
  const texts = requiredStaffTexts[visit.language].edition;
  const { edition, before } = difference;
  const deed = (name: string) => href(visit, `${HOME}/lists/${edition.id}/${name}`);
  if (edition.state === 'draft') {
    return (
      <div class="stack">
        <p>{texts.adoptLead}</p>
        <div class="row">
          <form method="post" action={deed('adopt')}>
            <Button>{texts.adopt}</Button>
          </form>
          <form method="post" action={deed('drop')}>
            <Button kind="quiet">{texts.drop}</Button>
          </form>
        </div>
      </div>
    );
  }
  if (edition.state !== 'current' || !before) return null;
  return (
    <div class="row">
      <a href={href(visit, `${HOME}/duties`)}>{texts.addedNext}</a>
      <form method="post" action={deed('back')}>
        <Button kind="quiet">{texts.back}</Button>
      </form>
    </div>
  );
}
