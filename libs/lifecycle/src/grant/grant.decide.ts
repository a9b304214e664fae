import { type IsoDate, type PlainDate, date, dayBefore, isAfter, isBefore, iso, lastDayOfYears, period, reachesAge } from '@kvp/calendar';
import { type Ordered, orderFacts, orderLimits, orderWords, orderedOf, passesLimits } from '../appeal/orders.ts';
import type { PlanPlace } from '../change-plan/plan-content.ts';
import { evaluationLimits, planLimits } from '../change-plan/plan-limits.ts';
import { recordPlan } from '../change-plan/plan-recorded.ts';
import type { Context, Decision } from '../kernel/command.ts';
import { backdating, decisionDay } from '../kernel/fields.ts';
import { awaitsDecision, datedDecision, decideWhen, endsAfterStart, isBlank } from '../kernel/guards.ts';
import { type Refusal, refusalsOf, refuse } from '../kernel/refusal.ts';
import { beyondUpperAge, decidedBeforeApplication, periodTooLong } from '../kernel/shared.refusals.ts';
import { countsFrom } from '../timeline/counts-from.ts';
import type { Application, CaseState } from '../kernel/state.ts';
import { answerFaults } from './condition-answers.ts';
import type { GrantProgramme } from './grant.command.ts';
import type { ProgrammeGranted, StipendAwarded } from './grant.events.ts';
import * as refusals from './grant.refusals.ts';
import { monthModelsOf } from './month-models.ts';
import { lastStartDay } from './start-deadline.ts';

/** Grants the programme, of itself or because a rejection was changed on appeal. STL §§ 29, 31 and 32; KVPF § 2; decided points 3, 7, 19 and 27. */
export function decideGrant(state: CaseState, command: GrantProgramme, context: Context): Decision {
  const ordered = orderedOf(state, 'grant');
  return decideWhen(
    awaitsDecision(state),
    () =>
      state.application === null
        ? []
        : refusalsOf(
            datedDecision(command, context.today),
            agesOn(date(command.from), state.application, context),
            conditions(command),
            periodLimits(command, state, ordered, context),
            orderLimits(ordered, command, decisionDay(command, context.today)),
            evaluationLimits(evaluationDatesOf(command), placeOf(command)),
            command.plan === undefined ? undefined : planLimits(command.plan, placeOf(command), context.law),
          ),
    () => (state.application === null ? [] : granted(command, startByOf(state, context), ordered, context)),
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

/** Six months from the application, or from the day that its rejection came back to be decided again. */
const startByOf = (state: CaseState, { law, today }: Context): PlainDate => lastStartDay(countsFrom(state) ?? today, law);

function periodLimits(command: GrantProgramme, state: CaseState, ordered: Ordered | undefined, context: Context): readonly Refusal[] {
  const { application } = state;
  if (application === null) return [];
  const { law, today } = context;
  const [from, to] = [date(command.from), date(command.to)];
  const { perDecisionYears } = law.duration;
  const longest = lastDayOfYears(from, perDecisionYears.value);
  const startBy = startByOf(state, context);
  const birthday = reachesAge(application.birthDate, law.entry.upperAge.value);
  return refusalsOf(
    endsAfterStart(from, to),
    isAfter(to, longest) && refuse(periodTooLong, [longest], perDecisionYears.provision),
    isAfter(from, startBy) && !passesLimits(ordered, command) && refuse(refusals.startsTooLate, [startBy], law.start.deadline.provision),
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

function granted(
  command: GrantProgramme,
  startDeadline: PlainDate,
  ordered: Ordered | undefined,
  { law, today, policy, policyAt }: Context,
): [ProgrammeGranted, StipendAwarded] {
  const { from, to, assessment = '', absenceClause = policy.absenceClause, conditions: answers = [], plan } = command;
  const evaluationDates = [...evaluationDatesOf(command)];
  const decidedOn = iso(decisionDay(command, today));
  const startBy = iso(startDeadline);
  return [
    {
      type: 'ProgrammeGranted',
      version: 1,
      data: {
        ...{ decidedOn, from, to, startBy, assessment, evaluationDates, absenceClause },
        ...monthModelsOf(period(from, to), policyAt),
        ...orderFacts(ordered, command),
      },
      personal: {
        conditions: answers,
        ...(plan === undefined ? {} : { plan: recordPlan(plan, placeOf(command), law) }),
        ...orderWords(command),
        ...backdating(command, today),
      },
    },
    { type: 'StipendAwarded', version: 1, data: { decidedOn, from, rule: stipendRule(law.date) }, personal: null },
  ];
}

/** The stipend moved from the act of 1991 to the act of today on 1 January 2010. */
const stipendRule = (day: PlainDate): 'STL § 35' | 'STL 1991 § 5A-7' => (day.year < 2010 ? 'STL 1991 § 5A-7' : 'STL § 35');
