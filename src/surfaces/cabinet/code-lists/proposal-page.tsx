import type { CodesProposal } from '../../../capabilities/catalog/index.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { codeListTexts } from '../../../locales/code-lists.ts';
import { Breadcrumbs, Button, CabinetPage, DataTable, href, Notice, type Visit } from '../../components/index.ts';
import { CODE_LISTS } from './code-list-forms.tsx';

/** Lines shown of each kind of change. */
const SHOWN = 100;

/** What a file would make of a list; nothing is changed until it is accepted. */
export function ProposalPage({ visit, proposal }: { visit: Visit; proposal: CodesProposal }) {
  const texts = codeListTexts[visit.language];
  const { list, difference, faults, given } = proposal;
  const { added, renamed, retired, moved } = difference;
  return (
    <CabinetPage visit={visit} title={texts.differenceTitle}>
      <div class="stack-l">
        <Breadcrumbs
          language={visit.language}
          items={[
            { label: texts.many, href: href(visit, CODE_LISTS) },
            { label: list.name, href: href(visit, `${CODE_LISTS}/${list.id}`) },
            { label: proposal.fileName },
          ]}
        />
        <div class="stack">
          <h1>{texts.differenceTitle}</h1>
          <p class="lead">
            {isSame(proposal)
              ? texts.sameCodes(given)
              : texts.differenceLead(given, texts.difference(added.length, renamed.length, retired.length))}
          </p>
          {moved > 0 && <p>{texts.moved(moved)}</p>}
        </div>
        {faults.map(({ text }) => (
          <Notice key={text.uk} kind="error" title={inLanguage(text, visit.language)} language={visit.language} />
        ))}
        {proposal.sweeping && faults.length === 0 && (
          <Notice kind="attention" title={texts.sweeping(retired.length)} language={visit.language} />
        )}
        <Choices visit={visit} proposal={proposal} />
        <Changes
          title={texts.willAdd(added.length)}
          heads={[texts.code, texts.name]}
          rows={added.map(({ code, name }) => [code, name])}
          more={texts.more}
        />
        <Changes
          title={texts.willRename(renamed.length)}
          heads={[texts.code, texts.was, texts.becomes]}
          rows={renamed.map(({ code, from, to }) => [code, from, to])}
          more={texts.more}
        />
        <Changes
          title={texts.willRetire(retired.length)}
          heads={[texts.code, texts.name]}
          rows={retired.map(({ code, name }) => [code, name])}
          more={texts.more}
        />
      </div>
    </CabinetPage>
  );
}

/** The file and the list say the same. */
function isSame({ difference: { added, renamed, retired, moved } }: CodesProposal): boolean {
  return added.length + renamed.length + retired.length + moved === 0;
}

/** To take the file whole, to take it without retiring what it lacks, or to leave the list as it is. */
function Choices({ visit, proposal }: { visit: Visit; proposal: CodesProposal }) {
  const texts = codeListTexts[visit.language];
  const { list, faults, sweeping } = proposal;
  const { added, renamed, retired } = proposal.difference;
  const nothing = isSame(proposal);
  return (
    <form class="row" method="post" action={href(visit, `${CODE_LISTS}/${list.id}/file/${proposal.id}`)}>
      {faults.length === 0 && !nothing && (
        <Button kind={sweeping ? 'secondary' : 'primary'} name="what" value="only">
          {retired.length > 0 ? texts.acceptOnly(retired.length) : texts.accept}
        </Button>
      )}
      {faults.length === 0 && retired.length > 0 && added.length + renamed.length > 0 && (
        <Button kind={sweeping ? 'primary' : 'secondary'} name="what" value="keep">
          {texts.acceptKeep}
        </Button>
      )}
      <Button kind="secondary" name="what" value="drop">
        {nothing ? texts.back : texts.drop}
      </Button>
    </form>
  );
}

function Changes(props: {
  title: string;
  heads: readonly string[];
  rows: readonly (readonly string[])[];
  more: (n: number) => string;
}) {
  const { title, heads, rows, more } = props;
  if (rows.length === 0) return null;
  return (
    <section class="stack">
      <h2>{title}</h2>
      <DataTable
        caption={title}
        captionUnseen
        columns={heads.map((one, at) => ({ title: one, tight: at === 0 }))}
        rows={rows.slice(0, SHOWN).map(([code, ...rest]) => [<code key="code">{code}</code>, ...rest])}
      />
      {rows.length > SHOWN && <p class="soft">{more(rows.length - SHOWN)}</p>}
    </section>
  );
}
