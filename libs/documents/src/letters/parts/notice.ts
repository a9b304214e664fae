import type { Block } from '../../pdf/pdf-document.ts';
import { paragraph } from '../template.ts';
import type { Say } from '../words.ts';

/** Whether the party was told beforehand, and why not. FVL § 16. */
export function noticePart(noticeGiven: boolean, noticeException: string | undefined, say: Say): readonly Block[] {
  if (noticeGiven)
    return [
      paragraph(
        say(
          'Du har fått varsel på forhånd, og vi har tatt det du har sagt, med i vurderingen (forvaltningsloven § 16).',
          'Du har fått varsel på førehand, og vi har teke det du har sagt, med i vurderinga (forvaltningslova § 16).',
        ),
      ),
    ];
  if (noticeException === undefined || noticeException.trim() === '') return [];
  return [
    paragraph(
      say(
        `Du har ikke fått varsel på forhånd (forvaltningsloven § 16). Grunnen er: ${noticeException.trim()}`,
        `Du har ikkje fått varsel på førehand (forvaltningslova § 16). Grunnen er: ${noticeException.trim()}`,
      ),
    ),
  ];
}
