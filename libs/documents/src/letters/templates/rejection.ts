import type { ApplicationRejected } from '@kvp/lifecycle';
import { appealPart } from '../parts/appeal.ts';
import { answersPart, conditionsPart } from '../parts/conditions.ts';
import { type Template, heading, lead, paragraph, written } from '../template.ts';
import { type Say, day, inFull } from '../words.ts';

const GROUNDS: Readonly<Record<ApplicationRejected['data']['ground'], (say: Say) => string>> = {
  conditionsNotMet: (say) =>
    say('Grunnen er at vilkårene for programmet ikke er oppfylt.', 'Grunnen er at vilkåra for programmet ikkje er oppfylte.'),
  disproportionatelyBurdensome: (say) =>
    say(
      'Grunnen er at det på grunn av situasjonen din ville være uforholdsmessig byrdefullt for kommunen å tilby deg programmet. Det er en snever unntaksregel; økonomi og kapasitet er ikke en slik grunn.',
      'Grunnen er at det på grunn av situasjonen din ville vere uforholdsmessig byrdefullt for kommunen å tilby deg programmet. Det er ein snever unntaksregel; økonomi og kapasitet er ikkje ein slik grunn.',
    ),
  lackOfCapacity: (say) =>
    say('Grunnen er at kontoret ikke kan tilby et tilpasset program.', 'Grunnen er at kontoret ikkje kan tilby eit tilpassa program.'),
};

/** STL §§ 29 and 41. */
export const rejectionLetter: Template<ApplicationRejected> = {
  kind: 'rejection',
  version: 1,
  isDecision: true,
  write(facts, say) {
    const { ground } = facts.event.data;
    const { conditions, justification } = facts.event.personal;
    return {
      title: say('Du får ikke kvalifiseringsprogram', 'Du får ikkje kvalifiseringsprogram'),
      blocks: [
        lead(
          say(
            `Vi har avslått søknaden din av ${day(facts.receivedOn)} om kvalifiseringsprogram.`,
            `Vi har avslått søknaden din av ${day(facts.receivedOn)} om kvalifiseringsprogram.`,
          ),
        ),
        { kind: 'facts', rows: [[say('Vedtatt', 'Vedteke'), day(facts.decidedOn)]] },
        heading(say('Hvorfor du får avslag', 'Kvifor du får avslag')),
        paragraph(
          GROUNDS[ground](say),
          say(
            `Vedtaket er gjort etter ${inFull(facts.law.provisions.entry, say)}.`,
            `Vedtaket er gjort etter ${inFull(facts.law.provisions.entry, say)}.`,
          ),
        ),
        ...conditionsPart(facts, say),
        paragraph(
          say(
            'Vi har vurdert opplysningene i søknaden og det du har fortalt oss, og lagt dette til grunn:',
            'Vi har vurdert opplysningane i søknaden og det du har fortalt oss, og lagt dette til grunn:',
          ),
        ),
        ...answersPart(conditions, facts, say),
        ...written(justification),
        paragraph(
          say(
            'Endrer situasjonen din seg, kan du søke på nytt. Du kan også søke om økonomisk sosialhjelp og annen hjelp fra oss.',
            'Endrar situasjonen din seg, kan du søkje på nytt. Du kan òg søkje om økonomisk sosialhjelp og anna hjelp frå oss.',
          ),
        ),
        ...appealPart(facts, say),
      ],
    };
  },
};
