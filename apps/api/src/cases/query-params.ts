import 'reflect-metadata';
import { isIsoDate } from '@kvp/calendar';
import { PHASES, type Phase } from '@kvp/lifecycle';
import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min, ValidateBy } from 'class-validator';

export const LARGEST_PAGE = 100;

/** Numbers in an address are text; what is no number stays text, and is refused as such. */
const WholeNumber = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value));

export const IsDay = (): PropertyDecorator =>
  ValidateBy({ name: 'isDay', validator: { validate: isIsoDate } }, { message: 'må være en dato som finnes, skrevet ÅÅÅÅ-MM-DD' });

/** An opaque id: it may hold anything that a token may name somebody by. */
export const IsOpaque = (): PropertyDecorator => Matches(/^[\x21-\x7e]{1,200}$/, { message: 'må være en id: 1–200 tegn uten mellomrom' });

export const oneOf = (words: readonly string[]): string => `må være en av: ${words.join(', ')}`;

/** What every list takes. */
export class PageParams {
  @IsOptional()
  @MaxLength(100, { message: 'kan ha høyst 100 tegn' })
  @Matches(/^\P{Cc}*$/u, { message: 'kan ikke inneholde styretegn' })
  @IsString({ message: 'må være tekst' })
  office?: string;

  @IsOptional()
  @WholeNumber()
  @Max(LARGEST_PAGE, { message: `kan være høyst ${LARGEST_PAGE}` })
  @Min(1, { message: 'må være minst 1' })
  @IsInt({ message: 'må være et helt tall' })
  limit?: number;

  @IsOptional()
  @MaxLength(300, { message: 'må være «next» fra forrige side' })
  @IsString({ message: 'må være «next» fra forrige side' })
  after?: string;
}

/** `?asOf` and `?atLeast` of the views of one case. */
export class CaseParams {
  @IsOptional()
  @IsDay()
  asOf?: string;

  @IsOptional()
  @WholeNumber()
  @Min(0, { message: 'må være minst 0' })
  @IsInt({ message: 'må være en revisjon: et helt tall fra 0' })
  atLeast?: number;
}

/** `?atLeast` alone, for the views that do not depend on a date. */
export class RevisionParams {
  @IsOptional()
  @WholeNumber()
  @Min(0, { message: 'må være minst 0' })
  @IsInt({ message: 'må være en revisjon: et helt tall fra 0' })
  atLeast?: number;
}

/** `?on` alone, for what counts on a day. */
export class DayParams {
  @IsOptional()
  @IsDay()
  on?: string;
}

/** `GET /cases?…` */
export class ListParams extends PageParams {
  @IsOptional()
  @IsIn(PHASES, { message: oneOf(PHASES) })
  phase?: Phase;

  @IsOptional()
  @Matches(/^[0-9a-f]{8}$/i, { message: 'må være de åtte første tegnene i saksnummeret' })
  reference?: string;

  @IsOptional()
  @IsOpaque()
  caseworker?: string;

  @IsOptional()
  @IsDay()
  decidedFrom?: string;

  @IsOptional()
  @IsDay()
  decidedTo?: string;

  @IsOptional()
  @IsDay()
  asOf?: string;
}
