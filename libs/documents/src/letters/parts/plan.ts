import type { IsoDate } from '@kvp/calendar';
import type { Block } from '../../pdf/pdf-document.ts';
import type { LetterFacts } from '../letter-facts.ts';
import { heading, list, paragraph, quoted } from '../template.ts';
import { type Say, day, hours, inFull, listed } from '../words.ts';

/** A plan as the events of decisions keep it. */
export interface PlanFacts {
  readonly activities: readonly {
    readonly content: string;
    readonly hoursPerWeek: number;
    readonly from: IsoDate;
    readonly to?: IsoDate;
  }[];
  readonly lessThanFullTime?: string;
  readonly participantView?: string;
}

/** What the programme is filled with, and when it is evaluated. STL § 30; KVPF § 1. */
export function planPart(plan: PlanFacts | undefined, evaluationDates: readonly IsoDate[], facts: LetterFacts, say: Say): readonly Block[] {
  const { fullTimeHours, provisions } = facts.law;
  return [
    heading(say('Innholdet i programmet', 'Innhaldet i programmet')),
    paragraph(
      say(
        `Programmet er på full tid, ${hours(fullTimeHours, say)} i uka, hele året, og skal i hovedsak styrke overgangen til arbeid (${inFull(provisions.content, say)}).`,
        `Programmet er på full tid, ${hours(fullTimeHours, say)} i veka, heile året, og skal i hovudsak styrkje overgangen til arbeid (${inFull(provisions.content, say)}).`,
      ),
      plan === undefined
        ? say(
            'Innholdet utformer vi sammen med deg i en individuell plan, og vi legger stor vekt på det du mener.',
            'Innhaldet utformar vi saman med deg i ein individuell plan, og vi legg stor vekt på det du meiner.',
          )
        : say('Planen din inneholder:', 'Planen din inneheld:'),
    ),
    ...(plan === undefined ? [] : [list(...plan.activities.map((activity) => activityLine(activity, say)))]),
    ...quoted(plan?.lessThanFullTime),
    ...(plan?.participantView === undefined
      ? []
      : [paragraph(say('Dette har du sagt om planen:', 'Dette har du sagt om planen:')), ...quoted(plan.participantView)]),
    ...(evaluationDates.length === 0
      ? []
      : [
          paragraph(
            say(
              `Vi går gjennom og evaluerer programmet sammen med deg ${listed(evaluationDates.map(day))}.`,
              `Vi går gjennom og evaluerer programmet saman med deg ${listed(evaluationDates.map(day))}.`,
            ),
          ),
        ]),
  ];
}

function activityLine({ content, hoursPerWeek, from, to }: PlanFacts['activities'][number], say: Say): string {
  const until = to === undefined ? '' : say(` til og med ${day(to)}`, ` til og med ${day(to)}`);
  return say(
    `${content}: ${hours(hoursPerWeek, say)} i uka fra ${day(from)}${until}`,
    `${content}: ${hours(hoursPerWeek, say)} i veka frå ${day(from)}${until}`,
  );
}
