import { norwegianDate } from '@kvp/calendar';
import type { LawOfDecision } from '@kvp/history';
import { GRADE_TEXT, SOURCES } from '@kvp/rulebook';
import { heading, page, paragraph, table } from './html.ts';

export const lawTitle = ({ decision, on }: LawOfDecision): string => `Loven ${norwegianDate(on)}, for vedtaket i hendelse ${decision}`;

/** The law of a decision in the version that was used, every rule with provision, source and how sure it is. */
export const lawHtml = (law: LawOfDecision): string =>
  page(lawTitle(law), [
    paragraph(`Slik den var kjent ${norwegianDate(law.knownAt)}. Regelverk ${law.release}.`),
    ...law.rules.flatMap((group) => [
      heading(2, group.title),
      table(
        ['Regel', 'Innhold', 'Hjemmel', 'Kilde', 'Virker fra'],
        group.rules.map(({ title, told }) => [
          title,
          told.lines.join('; '),
          told.provision,
          `${told.source} (${GRADE_TEXT[told.grade]})`,
          norwegianDate(told.effectiveFrom),
        ]),
      ),
    ]),
    heading(2, 'Kilder'),
    table(
      ['Forkortelse', 'Hva', 'Hvor'],
      SOURCES.map(({ short, name, where }) => [short, name, where]),
    ),
  ]);
