import type { CaseState } from '../kernel/state.ts';
import type { Appeal } from '../kernel/state/appeals.ts';

/** What should be in the file that statsforvalteren gets, and is not in the case. FVL §§ 17, 27 and 32–33; rulebook § 6.5. */
export const MISSING_PARTS = ['letter', 'notice', 'deadline', 'appealText', 'assessment', 'mending', 'reconsideration'] as const;
export type MissingPart = (typeof MISSING_PARTS)[number];

/** What each is called to people. */
export const MISSING_TEXT: Readonly<Record<MissingPart, string>> = {
  letter: 'vedtaksbrevet slik det ble sendt',
  notice: 'når og hvordan parten fikk vite om vedtaket',
  deadline: 'beregning av klagefristen',
  appealText: 'klagen slik parten skrev den',
  assessment: 'arbeidsevnevurderingen',
  mending: 'det som klagen manglet da den kom',
  reconsideration: 'kontorets vurdering av klagen',
};

/** The decisions that rest on an assessment of the capacity to work. STL § 29. */
const ASSESSED = new Set(['grant', 'rejection', 'extension']);

/** What the file of an appeal lacks, as far as the case itself can tell; empty when nothing is known to be missing. */
export function missingInAppealFile({ decisions, handling }: CaseState, appeal: Appeal): readonly MissingPart[] {
  const appealed = decisions.filter(({ revision }) => appeal.decisions.includes(revision));
  const has = (kind: string, about?: number): boolean =>
    handling.documents.some((document) => document.kind === kind && (about === undefined || document.about === about));
  const lacks: Readonly<Record<MissingPart, boolean>> = {
    letter: !appealed.every(({ revision }) => has('letter', revision)),
    notice: appealed.some(({ notifications }) => notifications.length === 0),
    deadline: appeal.timeliness.length === 0 || appeal.timeliness.some(({ due }) => due === null),
    appealText: !has('appeal'),
    assessment: appealed.some(({ kind }) => ASSESSED.has(kind)) && !has('assessment'),
    mending: appeal.defects.length > 0,
    reconsideration: appeal.reconsideredOn === null,
  };
  return MISSING_PARTS.filter((part) => lacks[part]);
}
