import type { Reading } from '../../../capabilities/ingest/index.ts';
import { standardTexts } from '../../../locales/standards.ts';
import { type Recognised, structureOfRecipe } from '../../../tabular/standards/index.ts';
import { Button, href, LinkButton, Notice, type Visit } from '../../components/index.ts';

/** «Це схоже на …» with the one button, or that the table was brought there already. Nothing where it looks like nothing. */
export function StandardPart({
  visit,
  reading,
  like,
}: {
  visit: Visit;
  reading: Reading;
  like: Recognised | undefined;
}) {
  const texts = standardTexts[visit.language];
  const path = href(visit, `/cabinet/readings/${reading.id}/standard`);
  const done = structureOfRecipe(reading.recipe);
  if (reading.publishedAt) return null;
  if (done) {
    return (
      <Notice kind="good" title={texts.already(done.title)} language={visit.language}>
        <div class="row">
          <span>{texts.alreadyHint}</span>
          <a href={path}>{texts.look}</a>
        </div>
      </Notice>
    );
  }
  if (!like) return null;
  return (
    <Notice kind="info" title={likeTitle(visit, like)} language={visit.language}>
      <div class="stack">
        <p>{texts.likeHint}</p>
        <form class="row" method="post" action={path}>
          <input type="hidden" name="structure" value={like.standard.key} />
          <input type="hidden" name="addMissing" value="1" />
          <Button kind="secondary">{texts.bring}</Button>
          <LinkButton kind="quiet" href={path}>
            {texts.look}
          </LinkButton>
        </form>
      </div>
    </Notice>
  );
}

/** Of a structure known whole how many fields of how many, of one known in part only how many. */
export function likeTitle(visit: Visit, { standard, found }: Recognised): string {
  const texts = standardTexts[visit.language];
  return standard.complete
    ? texts.like(standard.title, found.length, standard.fields.length)
    : texts.likePart(standard.title, found.length);
}
