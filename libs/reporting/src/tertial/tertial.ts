import { type IsoDate, date, dayAfter, daysInclusive } from '@kvp/calendar';
import { covers } from '../areas/area.ts';
import { type CaseFacts, participatesIn, participatesOn } from '../facts/case-facts.ts';
import type { Contribution, ReportDefinition, Scope } from '../report/definition.ts';
import { tertialTables } from './tertial-tables.ts';

/** The kind of other support that is supplementary social assistance. KOSTRA 11CF, KVP_MED_SOSHJ_SUP. */
const SUPPLEMENTARY = 'socialAssistanceRegular';

/**
 * What the directorate asked for every four months from 30 April 2008: participants by type of measure, case-processing time, income before
 * the programme, stipend beside supplementary social assistance, exits by cause and months participated. Source 001; decided point 33.
 */
export const tertial: ReportDefinition = {
  kind: 'tertial',
  title: 'Tertialrapport',
  summary:
    'Measures, case-processing time, income before, supplementary assistance, exits and months participated. Source 001; decided point 33.',
  periods: 'tertial',
  firstAsOf: '2008-04-30',
  needs: [],
  suppressed: false,
  contributions(facts, scope) {
    if (!covers(scope.area, facts, scope.asOf)) return [];
    return [...ofParticipant(facts, scope), ...ofAnswers(facts, scope), ...ofExit(facts, scope)];
  },
  tables: tertialTables,
};

function ofParticipant(facts: CaseFacts, { asOf, period }: Scope): readonly Contribution[] {
  const { participation, intake, otherSupport } = facts;
  const supplemented = otherSupport.some(
    ({ from, to, kinds }) =>
      kinds.includes(SUPPLEMENTARY) &&
      from <= asOf &&
      period.from <= to &&
      participatesIn(facts, latestOf(from, period.from), earliestOf(to, asOf)),
  );
  const inTertial: readonly Contribution[] = participatesIn(facts, period.from, asOf)
    ? [
        ['assistance', 'participants', 1],
        ['assistance', 'supplemented', Number(supplemented)],
      ]
    : [];
  if (participation === null || !participatesOn(facts, asOf)) return inTertial;
  const { measures } = participation;
  return [
    ...inTertial,
    ['measures', 'participants', 1],
    ...(measures.length === 0 ? ['none'] : measures).map((measure): Contribution => ['measures', measure, 1]),
    ['income', 'participants', 1],
    ...incomesOf(intake).map((income): Contribution => ['income', income, 1]),
  ];
}

/** What was lived on in the two months before; of several, each. */
function incomesOf(intake: CaseFacts['intake']): readonly string[] {
  if (intake === null) return ['notTold'];
  const told = [
    ...(intake.socialAssistance === 'none' ? [] : [intake.socialAssistance]),
    ...(['introductionBenefit', 'tiltakspenger', 'nationalInsurance'] as const).filter((benefit) => intake[benefit]),
  ];
  return told.length === 0 ? ['none'] : told;
}

/** Days from received to decided, by how many there are of each number: mean and median come out of it exactly. Refusals included. */
const ofAnswers = ({ receivedOn, answers }: CaseFacts, { asOf, period }: Scope): readonly Contribution[] =>
  answers
    .filter(({ decidedOn }) => period.from <= decidedOn && decidedOn <= asOf)
    .map(({ decidedOn }): Contribution => ['processing', String(daysBetween(receivedOn, decidedOn)), 1]);

const daysBetween = (from: IsoDate, to: IsoDate): number => Math.max(0, daysInclusive(date(from), date(to)) - 1);

function ofExit({ participation }: CaseFacts, { asOf, period }: Scope): readonly Contribution[] {
  const { startedOn, lastDay = null, endedBy } = participation ?? {};
  if (startedOn === undefined || lastDay === null || lastDay < period.from || lastDay > asOf) return [];
  return [
    ['exits', endedBy ?? 'maximumReached', 1],
    ['months', String(wholeMonths(startedOn, lastDay)), 1],
  ];
}

/** Whole calendar months from the first day to the last, both in the programme: 15 January to 14 April are three. */
const wholeMonths = (from: IsoDate, to: IsoDate): number => date(from).until(dayAfter(date(to)), { largestUnit: 'months' }).months;

const latestOf = (a: IsoDate, b: IsoDate): IsoDate => (a < b ? b : a);
const earliestOf = (a: IsoDate, b: IsoDate): IsoDate => (a < b ? a : b);
