import type { ProgrammeGranted } from '@kvp/lifecycle';
import { appealPart } from '../parts/appeal.ts';
import { answersPart, conditionsPart } from '../parts/conditions.ts';
import { planPart } from '../parts/plan.ts';
import { stipendPart } from '../parts/stipend.ts';
import { type Template, heading, lead, paragraph } from '../template.ts';
import { day, inFull, months, years } from '../words.ts';

/** STL §§ 29–32 and 35; KVPF §§ 1 and 2. */
export const grantLetter: Template<ProgrammeGranted> = {
  kind: 'grant',
  version: 1,
  isDecision: true,
  write(facts, say) {
    const { from, to, startBy, assessment, evaluationDates } = facts.event.data;
    const { conditions, plan } = facts.event.personal;
    const { perDecisionYears, ordinaryYears, absoluteYears, startMonths, provisions } = facts.law;
    return {
      title: say('Du får kvalifiseringsprogram', 'Du får kvalifiseringsprogram'),
      blocks: [
        lead(
          say(
            `Vi har innvilget søknaden din om kvalifiseringsprogram. Vedtaket gjelder fra ${day(from)} til og med ${day(to)}.`,
            `Vi har innvilga søknaden din om kvalifiseringsprogram. Vedtaket gjeld frå ${day(from)} til og med ${day(to)}.`,
          ),
        ),
        {
          kind: 'facts',
          rows: [
            [say('Vedtatt', 'Vedteke'), day(facts.decidedOn)],
            [say('Vedtaksperiode', 'Vedtaksperiode'), say(`${day(from)} til og med ${day(to)}`, `${day(from)} til og med ${day(to)}`)],
            [say('Første dag', 'Første dag'), say(`${day(from)}, senest ${day(startBy)}`, `${day(from)}, seinast ${day(startBy)}`)],
          ],
        },
        paragraph(
          say(
            `Vi mottok søknaden ${day(facts.receivedOn)}. Programmet skal begynne senest ${months(startMonths, say)} etter det. Stønaden løper fra den dagen du faktisk begynner.`,
            `Vi fekk søknaden ${day(facts.receivedOn)}. Programmet skal ta til seinast ${months(startMonths, say)} etter det. Stønaden går frå den dagen du faktisk begynner.`,
          ),
        ),
        ...planPart(plan, evaluationDates, facts, say),
        heading(say('Hvorfor du får programmet', 'Kvifor du får programmet')),
        ...conditionsPart(facts, say),
        paragraph(
          say(
            `Vi har lagt til grunn søknaden din og arbeidsevnevurderingen (${assessment}), og kommet til at du oppfyller vilkårene.`,
            `Vi har lagt til grunn søknaden din og arbeidsevnevurderinga (${assessment}), og kome til at du oppfyller vilkåra.`,
          ),
        ),
        ...answersPart(conditions, facts, say),
        paragraph(
          say(
            `Perioden er satt ut fra det du trenger for å komme i arbeid. Et vedtak kan gjelde for høyst ${years(perDecisionYears, say)} (${inFull(provisions.longest, say)}), og programmet kan til sammen vare i ${years(ordinaryYears, say)}, med særlige grunner i ${years(absoluteYears, say)} (${inFull(provisions.duration, say)}). Permisjon og avbrudd kommer i tillegg. Før perioden er ute, vurderer vi sammen med deg om programmet skal forlenges.`,
            `Perioden er sett ut frå det du treng for å kome i arbeid. Eit vedtak kan gjelde for høgst ${years(perDecisionYears, say)} (${inFull(provisions.longest, say)}), og programmet kan til saman vare i ${years(ordinaryYears, say)}, med særlege grunnar i ${years(absoluteYears, say)} (${inFull(provisions.duration, say)}). Permisjon og avbrot kjem i tillegg. Før perioden er ute, vurderer vi saman med deg om programmet skal forlengjast.`,
          ),
        ),
        ...stipendPart(facts, say),
        ...appealPart(facts, say),
      ],
    };
  },
};
