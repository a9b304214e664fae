import { date, norwegianDate } from '@kvp/calendar';
import Type, { type Static } from 'typebox';
import { appealNumber } from '../appeal/fields.ts';
import { REQUIREMENT_TEXT } from '../appeal/requirements.ts';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { dateOr, freeText, isoDate, oneOf, record, yesOrNo } from '../kernel/fields.ts';
import { FORM_REQUIREMENTS, withAppeal } from '../kernel/state/appeals.ts';

const requirement = oneOf(FORM_REQUIREMENTS, 'A requirement of FVL § 32, or of § 12.');
const data = record({
  appeal: appealNumber,
  mendedOn: isoDate('The day it came.'),
  mended: Type.Array(requirement, { description: 'What it lacked, and now has.' }),
  lacks: Type.Array(requirement, { description: 'What it still lacks.' }),
  late: yesOrNo('After the time that the party was given.'),
  postedOn: Type.Optional(isoDate('The day the appeal was posted, when that was proven.')),
  receivedOn: Type.Optional(isoDate('The day it really reached the office, when that had been registered wrongly.')),
});
const personal = record({
  wants: Type.Optional(freeText('The change that is asked for.')),
  grounds: Type.Optional(freeText('What it rests on.')),
});

export type AppealMended = DomainEvent<'AppealMended', Static<typeof data>, Static<typeof personal>>;

const inWords = new Intl.ListFormat('nb', { type: 'conjunction' });

export const appealMended = defineEvent<AppealMended>({
  type: 'AppealMended',
  version: 1,
  summary: 'The party made good what an appeal lacked, or proved when it was posted.',
  schema: { data, personal },
  evolve: (state, { data: { appeal, mendedOn, lacks, receivedOn } }) => ({
    ...state,
    appeals: withAppeal(state.appeals, appeal, (each) => ({
      ...each,
      receivedOn: dateOr(receivedOn, each.receivedOn),
      defects: lacks,
      mending:
        each.mending === null || lacks.length > 0 || each.mending.mendedOn !== null
          ? each.mending
          : { ...each.mending, mendedOn: date(mendedOn) },
    })),
  }),
  changes: ['audit-trail'],
  effectiveOn: ({ data: { mendedOn } }) => mendedOn,
  provision: 'FVL § 32',
  audit: ({ data: { mendedOn, mended, lacks, late, postedOn, receivedOn } }) =>
    [
      mended.length === 0 ? '' : `Klagen ble rettet ${norwegianDate(mendedOn)}${late ? ', etter fristen' : ''}: ${told(mended)}.`,
      postedOn === undefined ? '' : `Det er dokumentert at klagen ble sendt ${norwegianDate(postedOn)}.`,
      receivedOn === undefined ? '' : `Klagen kom ${norwegianDate(receivedOn)}; dagen var registrert feil.`,
      lacks.length === 0 ? '' : `Den mangler fortsatt ${told(lacks)}.`,
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
  published: 'published',
  example: {
    type: 'AppealMended',
    version: 1,
    data: { appeal: 1, mendedOn: '2025-02-17', mended: ['signed'], lacks: [], late: false },
    personal: {},
  },
});

const told = (requirements: AppealMended['data']['lacks']): string => inWords.format(requirements.map((each) => REQUIREMENT_TEXT[each]));
