import type { EntryCondition } from '@kvp/rulebook';
import type { Block } from '../../pdf/pdf-document.ts';
import type { LetterFacts } from '../letter-facts.ts';
import { list, paragraph, quoted } from '../template.ts';
import { type Say, inFull } from '../words.ts';

/** An entry condition as a decision answered it. */
export interface Answer {
  readonly condition?: EntryCondition;
  readonly met: boolean;
  readonly reason: string;
}

const CONDITIONS: Readonly<Record<EntryCondition, (facts: LetterFacts, say: Say) => string>> = {
  age: ({ law: { minimumAge, upperAge } }, say) =>
    say(`er mellom ${minimumAge} og ${upperAge} år`, `er mellom ${minimumAge} og ${upperAge} år`),
  capacity: (_, say) => say('har vesentlig nedsatt arbeids- og inntektsevne', 'har vesentleg nedsett arbeids- og inntektsevne'),
  income: (_, say) =>
    say(
      'ikke har noen ytelse til livsopphold, eller bare svært begrensede ytelser',
      'ikkje har nokon yting til livsopphald, eller berre svært avgrensa ytingar',
    ),
  assessment: (_, say) => say('har fått vurdert arbeidsevnen', 'har fått vurdert arbeidsevna'),
  need: (_, say) =>
    say(
      'trenger tett og koordinert bistand gjennom programmet for å styrke muligheten til å komme i arbeid',
      'treng tett og koordinert hjelp gjennom programmet for å styrkje høvet til å kome i arbeid',
    ),
  stay: (_, say) => say('bor og oppholder seg lovlig i kommunen', 'bur og oppheld seg lovleg i kommunen'),
};

/** The law's conditions in its own order. STL § 29. */
export const conditionsPart = (facts: LetterFacts, say: Say): readonly Block[] => [
  paragraph(
    say(
      `Retten til kvalifiseringsprogram følger av ${inFull(facts.law.provisions.entry, say)}. Den gjelder den som`,
      `Retten til kvalifiseringsprogram følgjer av ${inFull(facts.law.provisions.entry, say)}. Han gjeld den som`,
    ),
  ),
  list(...Object.values(CONDITIONS).map((condition) => condition(facts, say))),
];

/** What was found of the conditions that were answered one by one, each with what it rests on. FVL § 25. */
export const answersPart = (answers: readonly Answer[], facts: LetterFacts, say: Say): readonly Block[] =>
  answers.flatMap(({ condition, met, reason }): readonly Block[] => [
    paragraph(verdict(condition === undefined ? undefined : CONDITIONS[condition](facts, say), met, say)),
    ...quoted(reason),
  ]);

function verdict(condition: string | undefined, met: boolean, say: Say): string {
  if (condition === undefined)
    return met
      ? say('Om vilkårene har vi lagt til grunn:', 'Om vilkåra har vi lagt til grunn:')
      : say('Et vilkår er ikke oppfylt:', 'Eit vilkår er ikkje oppfylt:');
  return met
    ? say(`Vilkåret om at du ${condition}, er oppfylt:`, `Vilkåret om at du ${condition}, er oppfylt:`)
    : say(`Vilkåret om at du ${condition}, er ikke oppfylt:`, `Vilkåret om at du ${condition}, er ikkje oppfylt:`);
}
