import type { ExtensionRefused } from '@kvp/lifecycle';
import type { Block } from '../../pdf/pdf-document.ts';
import type { LetterFacts } from '../letter-facts.ts';
import { appealPart } from '../parts/appeal.ts';
import { type Template, heading, lead, list, paragraph, written } from '../template.ts';
import { type Say, day, inFull, years } from '../words.ts';

/** STL § 32; KVPF § 2; FVL § 25. The refusal ends nothing: what happens at the end of the period is told, and comes as a decision of its own. */
export const extensionRefusalLetter: Template<ExtensionRefused> = {
  kind: 'extension',
  version: 1,
  isDecision: true,
  write(facts, say) {
    const { from, receivedOn, askedTo } = facts.event.data;
    return {
      title: say('Programmet ditt blir ikke forlenget', 'Programmet ditt blir ikkje forlengt'),
      blocks: [
        lead(
          say(
            `Vi har avslått søknaden din om forlengelse av kvalifiseringsprogrammet fra ${day(from)}.`,
            `Vi har avslått søknaden din om forlenging av kvalifiseringsprogrammet frå ${day(from)}.`,
          ),
        ),
        {
          kind: 'facts',
          rows: [
            [say('Vedtatt', 'Vedteke'), day(facts.decidedOn)],
            [say('Søknaden kom', 'Søknaden kom'), day(receivedOn)],
            ...(askedTo === undefined ? [] : [[say('Du søkte til og med', 'Du søkte til og med'), day(askedTo)] as const]),
          ],
        },
        heading(say('Hvorfor du får avslag', 'Kvifor du får avslag')),
        ...durationRule(facts, say),
        ...written(facts.event.personal.justification),
        heading(say('Hva det betyr for deg', 'Kva det har å seie for deg')),
        paragraph(
          say(
            'Programmet og stønaden fortsetter som før til den siste dagen i vedtaket du har. Når programmet avsluttes, får du et eget vedtak om det og et deltakerbevis.',
            'Programmet og stønaden held fram som før til den siste dagen i vedtaket du har. Når programmet blir avslutta, får du eit eige vedtak om det og eit deltakarbevis.',
          ),
        ),
        ...appealPart(facts, say),
      ],
    };
  },
};

function durationRule({ law, event }: LetterFacts<ExtensionRefused>, say: Say): readonly Block[] {
  const { perDecisionYears, ordinaryYears, absoluteYears, provisions } = law;
  const { specialReasons } = event.personal;
  const rule = paragraph(
    say(
      `Et vedtak kan gjelde for høyst ${years(perDecisionYears, say)} (${inFull(provisions.longest, say)}). Til sammen kan programmet vare i ${years(ordinaryYears, say)}, og utover det, i høyst ${years(absoluteYears, say)}, bare når særlige grunner taler for det (${inFull(provisions.duration, say)}). Vi har vurdert det du har fortalt oss, og lagt dette til grunn:`,
      `Eit vedtak kan gjelde for høgst ${years(perDecisionYears, say)} (${inFull(provisions.longest, say)}). Til saman kan programmet vare i ${years(ordinaryYears, say)}, og utover det, i høgst ${years(absoluteYears, say)}, berre når særlege grunnar talar for det (${inFull(provisions.duration, say)}). Vi har vurdert det du har fortalt oss, og lagt dette til grunn:`,
    ),
  );
  if (specialReasons === undefined) return [rule];
  const { necessary, progress, workProbable, reason } = specialReasons;
  return [
    rule,
    list(
      necessary
        ? say('Mer tid er nødvendig for å nå målet om arbeid.', 'Meir tid er nødvendig for å nå målet om arbeid.')
        : say('Mer tid er ikke nødvendig for å nå målet om arbeid.', 'Meir tid er ikkje nødvendig for å nå målet om arbeid.'),
      progress
        ? say('Du har hatt framgang i programmet.', 'Du har hatt framgang i programmet.')
        : say('Det er ikke vist framgang i programmet.', 'Det er ikkje vist framgang i programmet.'),
      workProbable
        ? say('Arbeid er sannsynlig når programmet er slutt.', 'Arbeid er sannsynleg når programmet er slutt.')
        : say(
            'Det er ikke sannsynlig at mer tid fører til arbeid, slik arbeidsmarkedet er.',
            'Det er ikkje sannsynleg at meir tid fører til arbeid, slik arbeidsmarknaden er.',
          ),
    ),
    ...written(reason),
  ];
}
