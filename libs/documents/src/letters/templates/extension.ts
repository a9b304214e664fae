import type { ProgrammeExtended } from '@kvp/lifecycle';
import type { Block } from '../../pdf/pdf-document.ts';
import type { LetterFacts } from '../letter-facts.ts';
import { appealPart } from '../parts/appeal.ts';
import { planPart } from '../parts/plan.ts';
import { stipendPart } from '../parts/stipend.ts';
import { type Template, heading, lead, list, paragraph, written } from '../template.ts';
import { type Say, day, inFull, years } from '../words.ts';

/** STL § 32; KVPF § 2. */
export const extensionLetter: Template<ProgrammeExtended> = {
  kind: 'extension',
  version: 1,
  isDecision: true,
  write(facts, say) {
    const { from, to, evaluationDates = [] } = facts.event.data;
    const { justification, plan } = facts.event.personal;
    return {
      title: say('Programmet ditt er forlenget', 'Programmet ditt er forlengt'),
      blocks: [
        lead(
          say(
            `Vi har forlenget kvalifiseringsprogrammet ditt fra ${day(from)} til og med ${day(to)}.`,
            `Vi har forlengt kvalifiseringsprogrammet ditt frå ${day(from)} til og med ${day(to)}.`,
          ),
        ),
        {
          kind: 'facts',
          rows: [
            [say('Vedtatt', 'Vedteke'), day(facts.decidedOn)],
            [
              say('Ny vedtaksperiode', 'Ny vedtaksperiode'),
              say(`${day(from)} til og med ${day(to)}`, `${day(from)} til og med ${day(to)}`),
            ],
            [say('Første dag', 'Første dag'), day(from)],
          ],
        },
        ...planPart(plan, evaluationDates, facts, say),
        heading(say('Hvorfor vi forlenger programmet', 'Kvifor vi forlengjer programmet')),
        ...durationRule(facts, say),
        ...written(justification),
        ...stipendPart(facts, say),
        ...appealPart(facts, say),
      ],
    };
  },
};

function durationRule(facts: LetterFacts<ProgrammeExtended>, say: Say): readonly Block[] {
  const { perDecisionYears, ordinaryYears, absoluteYears, provisions } = facts.law;
  const { afterLapse, underCovidRule = false } = facts.event.data;
  const { specialReasons } = facts.event.personal;
  const rule = paragraph(
    say(
      `Et vedtak kan gjelde for høyst ${years(perDecisionYears, say)} (${inFull(provisions.longest, say)}). Til sammen kan programmet vare i ${years(ordinaryYears, say)}, og utover det, i høyst ${years(absoluteYears, say)}, bare når særlige grunner taler for det (${inFull(provisions.duration, say)}). Vi har vurdert at du fortsatt oppfyller vilkårene for programmet, og at du trenger mer tid for å nå målet om arbeid.`,
      `Eit vedtak kan gjelde for høgst ${years(perDecisionYears, say)} (${inFull(provisions.longest, say)}). Til saman kan programmet vare i ${years(ordinaryYears, say)}, og utover det, i høgst ${years(absoluteYears, say)}, berre når særlege grunnar talar for det (${inFull(provisions.duration, say)}). Vi har vurdert at du framleis oppfyller vilkåra for programmet, og at du treng meir tid for å nå målet om arbeid.`,
    ),
    underCovidRule
      ? say(
          'Forlengelsen går ut over den lengste tiden etter forskriften om unntak under utbruddet av covid-19.',
          'Forlenginga går ut over den lengste tida etter forskrifta om unntak under utbrotet av covid-19.',
        )
      : '',
    afterLapse
      ? say(
          'Vi skulle ha gjort vedtaket før den forrige perioden gikk ut. At det ikke ble gjort, er vår feil.',
          'Vi skulle ha gjort vedtaket før den førre perioden gjekk ut. At det ikkje vart gjort, er vår feil.',
        )
      : '',
  );
  if (specialReasons === undefined) return [rule];
  return [
    rule,
    paragraph(say('Vi har funnet at det er særlige grunner:', 'Vi har funne at det er særlege grunnar:')),
    list(
      say('Mer tid er nødvendig for å nå målet om arbeid.', 'Meir tid er nødvendig for å nå målet om arbeid.'),
      say('Du har hatt framgang i programmet.', 'Du har hatt framgang i programmet.'),
      say(
        'Det er sannsynlig at du er i arbeid når programmet er slutt, også slik arbeidsmarkedet er.',
        'Det er sannsynleg at du er i arbeid når programmet er slutt, òg slik arbeidsmarknaden er.',
      ),
    ),
    ...written(specialReasons.reason),
  ];
}
