import { type PlainDate, isAfter, isBefore, isSame } from '@kvp/calendar';
import type { CaseState } from '@kvp/lifecycle';
import { type Deadlines, deadline } from '../deadline.ts';
import { overOn } from '../over.ts';

/** The loss of the right to certify one's own illness is looked at again within six months. KVPF § 8. */
export const selfCertificateReview: Deadlines = (state) =>
  state.absences.selfCertificateLosses.map(({ recordedIn, reviewBy, restoredOn }) =>
    deadline({
      kind: 'self-certificate-review',
      due: reviewBy,
      provision: 'KVPF § 8',
      settledBy: 'reviewSelfCertificate',
      settledOn: restoredOn ?? overOn(state),
      about: recordedIn,
      breach: true,
    }),
  );

/** The days that the programme has fixed for evaluation, as far as it lasts. KVPF § 1. */
export const evaluation: Deadlines = (state, lawAt) => {
  const over = overOn(state);
  const held = settledBy(
    plannedEvaluations(state),
    state.handling.evaluations.map(({ heldOn }) => heldOn),
  );
  return held.map(({ planned, heldOn }) =>
    deadline({
      kind: 'evaluation',
      due: planned,
      provision: lawAt(planned).content.evaluationDatesRequired.provision,
      settledBy: 'evaluate',
      settledOn: heldOn ?? over,
    }),
  );
};

/** A plan's own dates count until the next plan begins; the grant's, until the first. An evaluation may name one more. */
function plannedEvaluations({ grant, handling: { plans, evaluations }, end }: CaseState): readonly PlainDate[] {
  if (grant === null) return [];
  const sources = [{ from: grant.period.from, evaluationDates: grant.evaluationDates }, ...plans];
  return sources
    .flatMap(({ evaluationDates }, index) => {
      const next = sources[index + 1]?.from;
      return evaluationDates.filter((day) => next === undefined || isBefore(day, next));
    })
    .concat(evaluations.flatMap(({ nextOn }) => nextOn ?? []))
    .filter((day) => end === null || !isAfter(day, end.lastDay))
    .filter((day, index, all) => all.findIndex((other) => isSame(other, day)) === index)
    .sort(inOrder);
}

const inOrder = (a: PlainDate, b: PlainDate): number => Temporal.PlainDate.compare(a, b);

/** An evaluation settles every day that was planned up to it and is still open, else the next one, for which it came early. */
function settledBy(
  planned: readonly PlainDate[],
  evaluations: readonly PlainDate[],
): readonly { readonly planned: PlainDate; readonly heldOn: PlainDate | null }[] {
  const heldOn: (PlainDate | null)[] = planned.map(() => null);
  for (const held of [...evaluations].sort(inOrder)) {
    const open = planned.flatMap((day, index) => (heldOn[index] === null ? [{ day, index }] : []));
    const passed = open.filter(({ day }) => !isAfter(day, held));
    for (const { index } of passed.length > 0 ? passed : open.slice(0, 1)) heldOn[index] = held;
  }
  return planned.map((day, index) => ({ planned: day, heldOn: heldOn[index] ?? null }));
}
