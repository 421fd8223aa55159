import type { ComponentChildren } from 'preact';
import type { RequestError } from '../../../kernel/errors.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { walkTexts } from '../../../locales/walk.ts';
import { CabinetPage, href, Notice, Stepper, type Visit } from '../../components/index.ts';
import { GuidanceHere } from '../materials/guidance-here.tsx';
import { AboutCheck } from './about-check.tsx';

export type WalkStep = 'file' | 'look' | 'repairs' | 'privacy' | 'passport' | 'publish';

const ORDER: readonly WalkStep[] = ['file', 'look', 'repairs', 'privacy', 'passport', 'publish'];

/** Where the screens of this walk are: the reading and the dataset as far as they are known. */
export interface WalkPlace {
  readonly readingId?: string | null;
  readonly datasetId?: string | null;
  /** Documents and links have nothing to mend; whether there are people in them is asked all the same. */
  readonly table?: boolean;
}

/** The address of a screen, or null while there is nothing to show there. */
export function stepPath(step: WalkStep, { readingId, datasetId, table = true }: WalkPlace): string | null {
  if (step === 'file') return datasetId ? `/cabinet/new?dataset=${datasetId}` : '/cabinet/new';
  if (step === 'look') return readingId ? `/cabinet/readings/${readingId}` : null;
  if (step === 'repairs') return readingId && table ? `/cabinet/readings/${readingId}/repairs` : null;
  return datasetId ? `/cabinet/datasets/${datasetId}/${step}` : null;
}

/** The frame of the six screens: where one is, and the way back to each that was passed. */
export function WalkPage(props: {
  visit: Visit;
  step: WalkStep;
  title: string;
  place: WalkPlace;
  children: ComponentChildren;
  islands?: readonly string[];
  head?: ComponentChildren;
  wide?: boolean;
  /** Screens ahead may be opened too: the dataset has been through them. */
  open?: boolean;
}) {
  const { visit, step, place, open } = props;
  const texts = walkTexts[visit.language];
  const current = ORDER.indexOf(step);
  const steps = ORDER.map((one, at) => {
    const path = at < current || open ? stepPath(one, place) : null;
    return { label: texts.steps[one], href: path ? href(visit, path) : undefined };
  });
  return (
    <CabinetPage visit={visit} title={props.title} islands={props.islands} head={props.head} wide={props.wide}>
      <div class="stack-l walk">
        <Stepper steps={steps} current={current} language={visit.language} />
        <h1>{props.title}</h1>
        <GuidanceHere visit={visit} lines={visit.guidance} step={step} />
        {props.children}
      </div>
    </CabinetPage>
  );
}

/** A refusal above the form that was sent. */
export function Refusal({ visit, error }: { visit: Visit; error: RequestError | null }) {
  if (!error) return null;
  return (
    <div role="alert" data-focus tabIndex={-1}>
      <Notice kind="error" title={inLanguage(error.text, visit.language)} language={visit.language}>
        <AboutCheck visit={visit} code={error.code} />
      </Notice>
    </div>
  );
}
