import { type IsoDate, type PlainDate, date, dayBefore, isAfter, isBefore, iso, lastDayOfYears, reachesAge } from '@kvp/calendar';
import type { PlanPlace } from '../change-plan/plan-content.ts';
import { evaluationLimits, planLimits } from '../change-plan/plan-limits.ts';
import { recordPlan } from '../change-plan/plan-recorded.ts';
import type { Context, Decision } from '../kernel/command.ts';
import { backdating, decisionDay } from '../kernel/fields.ts';
import { awaitsDecision, datedDecision, decideWhen, endsAfterStart, isBlank } from '../kernel/guards.ts';
import { type Refusal, refusalsOf, refuse } from '../kernel/refusal.ts';
import { beyondUpperAge, decidedBeforeApplication, periodTooLong } from '../kernel/shared.refusals.ts';
import type { Application, CaseState } from '../kernel/state.ts';
import { answerFaults } from './condition-answers.ts';
import type { GrantProgramme } from './grant.command.ts';
import type { ProgrammeGranted, StipendAwarded } from './grant.events.ts';
import * as refusals from './grant.refusals.ts';
import { lastStartDay } from './start-deadline.ts';

/** Grants the programme. STL §§ 29, 31 and 32; KVPF § 2; decided points 3, 7 and 27. */
export function decideGrant(state: CaseState, command: GrantProgramme, context: Context): Decision {
  return decideWhen(
    awaitsDecision(state),
    () =>
      state.application === null
        ? []
        : refusalsOf(
            datedDecision(command, context.today),
            agesOn(date(command.from), state.application, context),
            conditions(command),
            periodLimits(command, state.application, context),
            evaluationLimits(evaluationDatesOf(command), placeOf(command)),
            command.plan === undefined ? undefined : planLimits(command.plan, placeOf(command), context.law),
          ),
    () => (state.application === null ? [] : granted(command, state.application, context)),
  );
}

/** Ages are tested on the planned start, never computed as a difference. Decided points 7 and 26. */
function agesOn(from: PlainDate, { birthDate }: Application, { law }: Context): readonly Refusal[] {
  const { minimumAge, upperAge } = law.entry;
  return refusalsOf(
    isBefore(from, reachesAge(birthDate, minimumAge.value)) && refuse(refusals.tooYoung, [minimumAge.value], minimumAge.provision),
    !isBefore(from, reachesAge(birthDate, upperAge.value)) && refuse(refusals.tooOld, [upperAge.value], upperAge.provision),
  );
}

const conditions = ({ conditions: answers = [], assessment }: GrantProgramme): readonly Refusal[] =>
  refusalsOf(
    answerFaults(answers),
    answers.some(({ met }) => !met) && refuse(refusals.conditionNotMet, []),
    isBlank(assessment) && refuse(refusals.assessmentRequired, []),
  );

function periodLimits(command: GrantProgramme, application: Application, { law, today }: Context): readonly Refusal[] {
  const [from, to] = [date(command.from), date(command.to)];
  const { perDecisionYears } = law.duration;
  const longest = lastDayOfYears(from, perDecisionYears.value);
  const startBy = lastStartDay(application.receivedOn, law);
  const birthday = reachesAge(application.birthDate, law.entry.upperAge.value);
  return refusalsOf(
    endsAfterStart(from, to),
    isAfter(to, longest) && refuse(periodTooLong, [longest], perDecisionYears.provision),
    isAfter(from, startBy) && refuse(refusals.startsTooLate, [startBy], law.start.deadline.provision),
    isBefore(from, application.receivedOn) && refuse(refusals.startsBeforeApplication, [application.receivedOn]),
    isBefore(decisionDay(command, today), application.receivedOn) && refuse(decidedBeforeApplication, [application.receivedOn]),
    isBefore(from, birthday) && !isBefore(to, birthday) && refuse(beyondUpperAge, [dayBefore(birthday)]),
  );
}

/** Those of the decision itself, else those of its plan. */
const evaluationDatesOf = ({ evaluationDates, plan }: GrantProgramme): readonly IsoDate[] => evaluationDates ?? plan?.evaluationDates ?? [];

/** The plan is for all of the first decision period, after which others may follow. */
const placeOf = ({ from, to }: GrantProgramme): PlanPlace => ({
  period: { from: date(from), to: date(to) },
  programmeFrom: date(from),
  ordinal: 1,
  isLast: false,
});

function granted(command: GrantProgramme, application: Application, { law, today, policy }: Context): [ProgrammeGranted, StipendAwarded] {
  const { from, to, assessment = '', absenceClause = policy.absenceClause, conditions: answers = [], plan } = command;
  const evaluationDates = [...evaluationDatesOf(command)];
  const decidedOn = iso(decisionDay(command, today));
  const startBy = iso(lastStartDay(application.receivedOn, law));
  return [
    {
      type: 'ProgrammeGranted',
      version: 1,
      data: { decidedOn, from, to, startBy, assessment, evaluationDates, absenceClause },
      personal: {
        conditions: answers,
        ...(plan === undefined ? {} : { plan: recordPlan(plan, placeOf(command), law) }),
        ...backdating(command, today),
      },
    },
    { type: 'StipendAwarded', version: 1, data: { decidedOn, from, rule: stipendRule(law.date) }, personal: null },
  ];
}

/** The stipend moved from the act of 1991 to the act of today on 1 January 2010. */
const stipendRule = (day: PlainDate): 'STL § 35' | 'STL 1991 § 5A-7' => (day.year < 2010 ? 'STL 1991 § 5A-7' : 'STL § 35');
