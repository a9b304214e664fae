import { type Period, type PlainDate, dayAfter, dayBefore, isBefore, isSame, overlap, union } from '@kvp/calendar';
import { type CaseState, NEVER, type Pause, latestReturn } from '@kvp/lifecycle';
import type { Law } from '@kvp/rulebook';
import { type Deadlines, deadline } from '../deadline.ts';
import { overOn } from '../over.ts';

/** The law that counts is that of the day on which a year is out. */
const ONE_YEAR = { years: 1 };

/**
 * After a year of unbroken interruption, its anniversary inside, only termination is lawful, and it is a duty. STL § 34; decided point 17.
 * Where that day falls inside a protected year it is a task, and no breach: termination is barred. Decided point 16.
 */
export const interruptionYear: Deadlines = (state, lawAt) =>
  unbroken(state).flatMap((interruption) => {
    const law = lawAt(interruption.from.add(ONE_YEAR));
    const due = latestReturn(interruption.from, law);
    if (due === undefined) return [];
    return [
      deadline({
        kind: 'interruption-year',
        due,
        provision: law.interruption.maximumYears.provision,
        settledBy: 'terminate',
        settledOn: isSame(interruption.to, NEVER) ? overOn(state) : dayAfter(interruption.to),
        breach: !isBarred(state, interruption, due, law),
      }),
    ];
  });

const lasting = ({ from, resumedOn }: Pause): Period => ({ from, to: resumedOn === null ? NEVER : dayBefore(resumedOn) });

const unbroken = ({ pauses }: CaseState): readonly Period[] =>
  union(
    pauses
      .filter(({ legalForm }) => legalForm === 'INTERRUPTION')
      .map(lasting)
      .filter(({ from, to }) => !isBefore(to, from)),
  );

function isBarred({ pauses }: CaseState, interruption: Period, due: PlainDate, { termination }: Law): boolean {
  const rule = termination.protectedAbsence.value;
  if (rule === null) return false;
  return pauses.some(
    (pause) =>
      pause.protectedFrom !== null &&
      rule.causes.includes(pause.cause) &&
      overlap(lasting(pause), interruption) &&
      !isBefore(pause.protectedFrom.add({ years: rule.years }), due),
  );
}
