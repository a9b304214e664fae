import type { DeductionDecided } from '@kvp/lifecycle';
import { appealPart } from '../parts/appeal.ts';
import { noticePart } from '../parts/notice.ts';
import { type Template, heading, lead, paragraph, written } from '../template.ts';
import { day, hours, inFull } from '../words.ts';

/** STL § 36: a deduction that the grant does not reserve. Rulebook § 5.5. */
export const deductionLetter: Template<DeductionDecided> = {
  kind: 'deduction',
  version: 1,
  isDecision: true,
  write(facts, say) {
    const { date: on, hours: away, noticeGiven, sparesSupplement = false } = facts.event.data;
    const { justification, noticeException } = facts.event.personal;
    return {
      title: say('Vi trekker i stønaden din', 'Vi trekkjer i stønaden din'),
      blocks: [
        lead(
          say(
            `Vi trekker ${hours(away, say)} i stønaden din for ${day(on)}, fordi du var borte uten tillatelse.`,
            `Vi trekkjer ${hours(away, say)} i stønaden din for ${day(on)}, fordi du var borte utan løyve.`,
          ),
        ),
        {
          kind: 'facts',
          rows: [
            [say('Vedtatt', 'Vedteke'), day(facts.decidedOn)],
            [say('Dag', 'Dag'), day(on)],
            [say('Trekk', 'Trekk'), hours(away, say)],
          ],
        },
        heading(say('Slik regner vi trekket', 'Slik reknar vi trekket')),
        paragraph(
          say(
            `Stønaden blir redusert time for time: hver time er 1/7,5 av stønaden for dagen${sparesSupplement ? '. Barnetillegget holdes utenfor.' : ', barnetillegget medregnet.'} Trekket gjøres i utbetalingen for måneden.`,
            `Stønaden blir redusert time for time: kvar time er 1/7,5 av stønaden for dagen${sparesSupplement ? '. Barnetillegget blir halde utanfor.' : ', barnetillegget medrekna.'} Trekket blir gjort i utbetalinga for månaden.`,
          ),
        ),
        heading(say('Hvorfor vi trekker i stønaden', 'Kvifor vi trekkjer i stønaden')),
        paragraph(
          say(
            `Stønaden reduseres tilsvarende ved fravær uten tillatelse (${inFull(facts.law.provisions.absence, say)}). Vi har vurdert det du har fortalt oss, og lagt dette til grunn:`,
            `Stønaden blir redusert tilsvarande ved fråvær utan løyve (${inFull(facts.law.provisions.absence, say)}). Vi har vurdert det du har fortalt oss, og lagt dette til grunn:`,
          ),
        ),
        ...written(justification),
        ...noticePart(noticeGiven, noticeException, say),
        ...appealPart(facts, say),
      ],
    };
  },
};
