import { type IsoDate, type PlainDate, date, isSame, iso } from '@kvp/calendar';
import Type, { type TObject, type TProperties, type TUnsafe } from 'typebox';

/** The longest free text, in characters. */
const FREE_TEXT_LIMIT = 4000;

/** A body or payload without unknown fields. */
export const record = <Properties extends TProperties>(properties: Properties, description?: string): TObject<Properties> =>
  Type.Object(properties, { additionalProperties: false, ...(description === undefined ? {} : { description }) });

/** A calendar day as text, `2026-05-01`; date-times and days that do not exist are refused at the door. */
export const isoDate = (description: string): TUnsafe<IsoDate> => Type.Unsafe<IsoDate>(Type.String({ format: 'date', description }));

/** One of a closed list of words. */
export const oneOf = <const Word extends string>(words: readonly Word[], description: string): TUnsafe<Word> =>
  Type.Unsafe<Word>({ type: 'string', enum: [...words], description });

/** Free text that a person writes; personal, so that events keep it sealed. */
export const freeText = (description: string) => Type.String({ minLength: 1, maxLength: FREE_TEXT_LIMIT, description });

/** A short text: a name, a reference, a provision. */
export const shortText = (description: string, maxLength = 200) => Type.String({ minLength: 1, maxLength, description });

/** A Norwegian bank account, eleven digits; whether its check digit agrees is asked where it is used. */
export const accountNumber = (description: string) => Type.String({ pattern: '^\\d{11}$', description });

/** A fact or decision of the case, named by the revision of its event. */
export const revisionNumber = (description: string) => Type.Integer({ minimum: 0, description });

export const yesOrNo = (description: string) => Type.Boolean({ description });

/** The day a decision was made, and why it is registered later than that. Every individual decision carries them. */
export const decisionFields = {
  decidedOn: Type.Optional(isoDate('The day the decision was made. Today when left out; never later than today.')),
  backdatingReason: Type.Optional(freeText('Why the decision is registered later than the day it was made. Required then.')),
};

/** What every individual decision carries. */
export interface DecisionFacts {
  readonly decidedOn?: IsoDate;
  readonly backdatingReason?: string;
}

/** The day a decision was made: its own date, or today. */
export const decisionDay = ({ decidedOn }: DecisionFacts, today: PlainDate): PlainDate => dateOr(decidedOn, today);

/** The reason for a late registration, as events keep it: nothing when the decision bears the day it is registered. */
export const backdating = (facts: DecisionFacts, today: PlainDate): { readonly backdatingReason?: string } =>
  facts.backdatingReason === undefined || isSame(decisionDay(facts, today), today) ? {} : { backdatingReason: facts.backdatingReason };

/** How events keep it. */
export const backdatingField = {
  backdatingReason: Type.Optional(freeText('Why the decision is registered later than the day it was made.')),
};

/** Whether hours are told in whole quarters. */
export const isInQuarters = (hours: number): boolean => Number.isInteger(hours * 4);

/** The day that was told, or another where none was. */
export const dateOr = (told: IsoDate | undefined, otherwise: PlainDate): PlainDate => (told === undefined ? otherwise : date(told));

/** Writes a date that may be missing. */
export const isoOrNull = (day: PlainDate | null): IsoDate | null => (day === null ? null : iso(day));

/** Reads a date that may be missing. */
export const dateOrNull = (text: string | null | undefined): PlainDate | null => (text === null || text === undefined ? null : date(text));

/** Whether two dates that may be missing are one and the same, or both missing. */
export const isSameOrNull = (a: PlainDate | null, b: PlainDate | null): boolean => (a === null || b === null ? a === b : isSame(a, b));
