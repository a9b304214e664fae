import type { InterimReplySent } from '@kvp/lifecycle';
import { accessPart } from '../parts/appeal.ts';
import { type Template, heading, lead, paragraph, written } from '../template.ts';
import { day, inFull } from '../words.ts';

/** FVL § 11 a: why there is no answer yet, and when it can be expected. */
export const interimReplyLetter: Template<InterimReplySent> = {
  kind: 'interimReply',
  version: 1,
  isDecision: false,
  write(facts, say) {
    const { expectedBy } = facts.event.data;
    return {
      title: say('Foreløpig svar på søknaden din', 'Førebels svar på søknaden din'),
      blocks: [
        lead(
          say(
            `Vi fikk søknaden din om kvalifiseringsprogram ${day(facts.receivedOn)}. Den er ikke ferdig behandlet ennå.`,
            `Vi fekk søknaden din om kvalifiseringsprogram ${day(facts.receivedOn)}. Han er ikkje ferdig behandla enno.`,
          ),
        ),
        heading(say('Hvorfor det tar tid', 'Kvifor det tek tid')),
        ...written(facts.event.personal.reason),
        paragraph(
          expectedBy === undefined
            ? say(
                'Vi kan ikke si sikkert når du får svar, men behandler søknaden så raskt vi kan.',
                'Vi kan ikkje seie sikkert når du får svar, men behandlar søknaden så raskt vi kan.',
              )
            : say(`Vi venter at du får svar innen ${day(expectedBy)}.`, `Vi ventar at du får svar innan ${day(expectedBy)}.`),
          say(
            `Når en søknad ikke kan besvares innen en måned, skal du ha et foreløpig svar (${inFull('FVL § 11 a', say)}).`,
            `Når ein søknad ikkje kan svarast på innan ein månad, skal du ha eit førebels svar (${inFull('FVL § 11 a', say)}).`,
          ),
        ),
        ...accessPart(say),
      ],
    };
  },
};
