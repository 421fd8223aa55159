import { type DatasetPromise, standingOf } from '../../../capabilities/catalog/index.ts';
import { promisesTexts } from '../../../locales/promises.ts';
import { Badge, href, type Visit } from '../../components/index.ts';
import { firstSentence } from '../words.tsx';

/** How a promise stands, in a word or two. */
export function PromiseBadge({ visit, promise }: { visit: Visit; promise: DatasetPromise }) {
  const texts = promisesTexts[visit.language];
  const standing = standingOf(promise, visit.ctx.clock.now());
  switch (standing.kind) {
    case 'ahead':
      return <Badge kind="info">{texts.left(standing.days)}</Badge>;
    case 'overdue':
      return (
        <Badge kind="attention" icon="clock">
          {texts.overdue(standing.days)}
        </Badge>
      );
    case 'kept-in-time':
      return <Badge kind="good">{texts.keptInTime}</Badge>;
    case 'kept-late':
      return <Badge kind="attention">{texts.keptLate(standing.days)}</Badge>;
    case 'dropped':
      return <Badge kind="attention">{texts.dropped}</Badge>;
  }
}

/** One promised dataset in a list: title, a line of description, unit · term · how it stands. */
export function PromiseRow(props: { visit: Visit; promise: DatasetPromise; level?: 2 | 3; brief?: boolean }) {
  const { visit, promise, level = 3, brief } = props;
  const Heading = `h${level}` as 'h2' | 'h3';
  return (
    <li class="dataset-row">
      <Heading>
        <a class="dataset-link" href={href(visit, `/datasets/${promise.slug}`)} lang="uk">
          {promise.title}
        </a>
      </Heading>
      {!brief && (
        <p class="dataset-row-line" lang="uk">
          {firstSentence(promise.description)}
        </p>
      )}
      <ul class="facts">
        <li>{promise.unit.name}</li>
        <li>{promisesTexts[visit.language].by(promise.dueOn)}</li>
        <li>
          <PromiseBadge visit={visit} promise={promise} />
        </li>
      </ul>
    </li>
  );
}

/** A part of another page: what is promised there, and the way to all of it. Nothing where nothing is promised. */
export function PromisedPart(props: {
  visit: Visit;
  title: string;
  id: string;
  promises: readonly DatasetPromise[];
  total: number;
  brief?: boolean;
}) {
  const { visit, promises, total, id } = props;
  if (promises.length === 0) return null;
  return (
    <section aria-labelledby={id} class="stack">
      <h2 id={id}>{props.title}</h2>
      <ul class="plain dataset-list">
        {promises.map((promise) => (
          <PromiseRow key={promise.datasetId} visit={visit} promise={promise} brief={props.brief} />
        ))}
      </ul>
      {total > promises.length && (
        <p>
          <a href={href(visit, '/promised')}>{promisesTexts[visit.language].all}</a>
        </p>
      )}
    </section>
  );
}
