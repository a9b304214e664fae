import type { NoticeGiven } from '@kvp/lifecycle';
import { accessPart } from '../parts/appeal.ts';
import { type Template, heading, lead, paragraph, written } from '../template.ts';
import { type Say, day, inFull } from '../words.ts';

/** What is considered, by the command of the decision. */
const CONSIDERED: Readonly<Record<string, (say: Say) => string>> = {
  reject: (say) => say('avslå søknaden din', 'avslå søknaden din'),
  extend: (say) => say('gjøre vedtak om forlengelse av programmet ditt', 'gjere vedtak om forlenging av programmet ditt'),
  pause: (say) => say('avbryte programmet ditt for en tid', 'bryte av programmet ditt for ei tid'),
  refuseLeave: (say) => say('avslå søknaden din om permisjon', 'avslå søknaden din om permisjon'),
  deduct: (say) => say('trekke i stønaden din', 'trekkje i stønaden din'),
  revokeSelfCertificate: (say) => say('ta fra deg retten til egenmelding', 'ta frå deg retten til eigenmelding'),
  terminate: (say) => say('avslutte programmet ditt', 'avslutte programmet ditt'),
  reconsider: (say) => say('avvise klagen din', 'avvise klaga di'),
  reverse: (say) => say('gjøre om et vedtak i saken din', 'gjere om eit vedtak i saka di'),
};

/** FVL § 16: told beforehand, with time to answer. */
export const noticeLetter: Template<NoticeGiven> = {
  kind: 'notice',
  version: 1,
  isDecision: false,
  write(facts, say) {
    const { about, answerBy } = facts.event.data;
    const what = CONSIDERED[about]?.(say) ?? say('gjøre et vedtak i saken din', 'gjere eit vedtak i saka di');
    return {
      title: say('Varsel: vi vurderer et vedtak i saken din', 'Varsel: vi vurderer eit vedtak i saka di'),
      blocks: [
        lead(
          say(
            `Vi vurderer å ${what}. Før vi bestemmer oss, vil vi høre hva du mener.`,
            `Vi vurderer å ${what}. Før vi bestemmer oss, vil vi høyre kva du meiner.`,
          ),
        ),
        { kind: 'facts', rows: [[say('Svar oss innen', 'Svar oss innan'), day(answerBy)]] },
        heading(say('Hva vi vurderer, og hvorfor', 'Kva vi vurderer, og kvifor')),
        ...written(facts.event.personal.considered),
        paragraph(
          say(
            `Du kan uttale deg skriftlig eller muntlig, eller be om en samtale med oss (${inFull('FVL § 16', say)}). Vi gjør ikke vedtaket før fristen er ute, eller du har svart. Svarer du ikke, avgjør vi saken ut fra det vi vet.`,
            `Du kan uttale deg skriftleg eller munnleg, eller be om ein samtale med oss (${inFull('FVL § 16', say)}). Vi gjer ikkje vedtaket før fristen er ute, eller du har svart. Svarer du ikkje, avgjer vi saka ut frå det vi veit.`,
          ),
        ),
        ...accessPart(say),
      ],
    };
  },
};
