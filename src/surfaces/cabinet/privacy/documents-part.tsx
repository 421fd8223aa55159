import { findGround, GROUNDS, type Statement } from '../../../capabilities/privacy/index.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { dayInWords } from '../../../language/dates.ts';
import { privacyTexts } from '../../../locales/privacy.ts';
import { Button, href, type Visit } from '../../components/index.ts';
import type { DocumentView } from './dataset-tables.ts';
import { GroundFields } from './decision-forms.tsx';
import { type Refused, sentForm } from './privacy-form.ts';

interface DocumentsProps {
  readonly visit: Visit;
  readonly datasetId: string;
  readonly documents: readonly DocumentView[];
  /** They may publish personal data on a ground. */
  readonly mayKeep: boolean;
  readonly refused: Refused | null;
}

/** Files that are published as they are: a person looks and says whether there are personal data in them, one click a file. */
export function DocumentsPart(props: DocumentsProps) {
  const documents = props.documents.filter(({ beside }) => !beside);
  if (documents.length === 0) return null;
  const texts = privacyTexts[props.visit.language].files;
  return (
    <section class="stack" aria-labelledby="documents">
      <h2 id="documents">{texts.title}</h2>
      <p class="soft">{texts.lead}</p>
      {documents.map((one) => (
        <OneFile key={one.resource.id} {...props} one={one} />
      ))}
    </section>
  );
}

/** Archives the tables came in, folded: asked about only where the archive itself is opened to people. */
export function ArchivesPart(props: DocumentsProps) {
  const archives = props.documents.filter(({ beside }) => beside);
  if (archives.length === 0) return null;
  const texts = privacyTexts[props.visit.language].files;
  return (
    <details open={archives.some(({ statement }) => statement !== null)}>
      <summary>{texts.archives}</summary>
      <div class="stack">
        <p class="soft">{texts.beside}</p>
        {archives.map((one) => (
          <OneFile key={one.resource.id} {...props} one={one} />
        ))}
      </div>
    </details>
  );
}

function OneFile({ visit, datasetId, mayKeep, refused, one }: DocumentsProps & { one: DocumentView }) {
  const texts = privacyTexts[visit.language].files;
  const at = href(visit, `/cabinet/datasets/${datasetId}/privacy/statements`);
  return (
    <div class="stack">
      <h3>
        <a href={href(visit, `/cabinet/readings/${one.reading.id}`)}>
          {one.beside ? one.reading.fileName : one.resource.title}
        </a>
      </h3>
      {one.statement ? (
        <form class="stack" method="post" action={`${at}/${one.statement.id}/undo`}>
          <p>{wordsOf(visit, one.statement)}</p>
          <div class="row">
            <Button kind="quiet">
              {texts.undo}
              <span class="unseen">: {one.resource.title}</span>
            </Button>
          </div>
        </form>
      ) : (
        <StatementForms visit={visit} at={at} one={one} mayKeep={mayKeep} refused={refused} />
      )}
    </div>
  );
}

function Where({ one, says }: { one: DocumentView; says: Statement['says'] }) {
  return (
    <>
      <input type="hidden" name="resource" value={one.resource.id} />
      <input type="hidden" name="sha256" value={one.reading.originalSha256 ?? ''} />
      <input type="hidden" name="says" value={says} />
    </>
  );
}

function StatementForms(
  props: { at: string; one: DocumentView } & Pick<DocumentsProps, 'visit' | 'mayKeep' | 'refused'>,
) {
  const { visit, at, one, mayKeep } = props;
  const { files: texts, do: deeds } = privacyTexts[visit.language];
  const sent = sentForm(
    props.refused,
    (form) => form.text('says') === 'kept' && form.text('resource') === one.resource.id,
  );
  const grounds = GROUNDS.flatMap(({ code, title }) =>
    code === 'not-personal' ? [] : [{ value: code, label: inLanguage(title, visit.language) }],
  );
  return (
    <>
      <form class="row" method="post" action={at}>
        <Where one={one} says="none" />
        <Button kind="secondary">
          {texts.none}
          <span class="unseen">: {one.resource.title}</span>
        </Button>
      </form>
      {mayKeep ? (
        <details open={sent.refused}>
          <summary>
            {texts.kept}
            <span class="unseen">: {one.resource.title}</span>
          </summary>
          <form class="form" method="post" action={at}>
            <Where one={one} says="kept" />
            <GroundFields visit={visit} within={one.resource.id} sent={sent} options={grounds} />
            <Button kind="secondary">{deeds.keep}</Button>
          </form>
        </details>
      ) : (
        <p class="soft small">{texts.keptByOthers}</p>
      )}
    </>
  );
}

/** What was said of a file, by whom and when. */
export function wordsOf(visit: Visit, { says, groundCode, act, reason, statedBy, statedAt }: Statement): string {
  const { files: texts, ...all } = privacyTexts[visit.language];
  const ground = findGround(groundCode);
  const said = [
    says === 'none' ? texts.saidNone : texts.saidKept,
    ground ? `${all.ground}: ${inLanguage(ground.title, visit.language)}` : '',
    act ? [act.title, act.number, act.date].filter(Boolean).join(', ') : '',
    reason,
    all.decided(statedBy, dayInWords(statedAt, visit.language)),
  ];
  return `${said.filter((part) => part !== '').join('. ')}.`.replace(/([.!?])\.$/, '$1');
}
