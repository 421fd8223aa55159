import { deskTexts } from '../../../locales/desk.ts';
import { Badge, Button, CabinetPage, Empty, href, LinkButton, type Visit } from '../../components/index.ts';
import type { DeskItem } from './desk-item.ts';

/** Work that is not among the lines: how many, and where it is. */
export interface MoreWork {
  readonly words: string;
  readonly path: string;
}

export interface DeskData {
  /** What is to do, by term. */
  readonly items: readonly DeskItem[];
  readonly more: readonly MoreWork[];
  readonly published: number;
  readonly drafts: number;
  readonly late: number;
  /** What must be published by the person's units; null where nothing must. */
  readonly required: { readonly present: number; readonly applicable: number } | null;
}

/** The desk: one list by term, nothing above it, numbers below. */
export function DeskPage({ visit, data }: { visit: Visit; data: DeskData }) {
  const texts = deskTexts[visit.language];
  return (
    <CabinetPage visit={visit} title={texts.title}>
      <div class="stack-l desk">
        <h1>{texts.title}</h1>
        {data.items.length === 0 ? (
          <Empty title={texts.empty}>
            <p>{texts.emptyLead}</p>
          </Empty>
        ) : (
          <ul class="plain desk-lines" aria-label={texts.caption}>
            {data.items.map((item) => (
              <Line key={item.key} item={item} />
            ))}
          </ul>
        )}
        {data.more.map(({ words, path }) => (
          <p key={path}>
            <a href={path}>{words}</a>
          </p>
        ))}
        <p class="row">
          <LinkButton
            kind={data.items.length === 0 ? 'primary' : 'secondary'}
            icon="upload"
            href={href(visit, '/cabinet/new')}
          >
            {texts.add}
          </LinkButton>
          <a href={href(visit, '/cabinet/datasets')}>{texts.allSets}</a>
        </p>
        <p class="soft">{texts.numbers(data.published, data.drafts, data.late)}</p>
        {data.required && (
          <p class="soft">
            <a href={href(visit, '/cabinet/city/required')}>
              {texts.required.part(data.required.present, data.required.applicable)}
            </a>
          </p>
        )}
      </div>
    </CabinetPage>
  );
}

function Line({ item }: { item: DeskItem }) {
  const { title, badge, button, quick } = item;
  return (
    <li class="desk-line">
      <div>
        <p class="desk-deed">
          {item.deed}: <a href={item.path}>{title}</a>
        </p>
        {item.about && <p class="soft small">{item.about}</p>}
        {badge && <Badge kind={badge.kind}>{badge.words}</Badge>}
      </div>
      <div class="row">
        {quick && (
          <form method="post" action={quick.action}>
            <Button kind="quiet">
              {quick.label}
              <span class="unseen">: {title}</span>
            </Button>
          </form>
        )}
        <LinkButton href={button.path}>
          {button.label}
          <span class="unseen">: {title}</span>
        </LinkButton>
      </div>
    </li>
  );
}
