import type { DomainEvent, FileReference, MadeLetter } from '@kvp/lifecycle';
import type { Supplied } from '../case/supply.ts';

type Letter = Omit<MadeLetter, 'file' | 'title' | 'language' | 'kind'> & FileReference & { readonly letter: MadeLetter['kind'] };

/**
 * What was made or found outside the case for a command, as its events tell of it: the letter and the file are not made again, for the
 * bytes that were stored are those that count.
 */
export function suppliedTo(stored: readonly DomainEvent[]): Supplied {
  const [issued, attached] = ['LetterIssued', 'DocumentAttached'].map((type) => stored.find((event) => event.type === type));
  return { ...(issued === undefined ? {} : { letter: letterOf(issued) }), ...(attached === undefined ? {} : { file: fileOf(attached) }) };
}

function letterOf(issued: DomainEvent): MadeLetter {
  const { letter: kind, templateVersion, dataSha256 } = issued.data as Letter;
  return { kind, templateVersion, dataSha256, file: fileOf(issued), ...(issued.personal as Pick<MadeLetter, 'title' | 'language'>) };
}

function fileOf({ data }: DomainEvent): FileReference {
  const { sha256, size, mediaType } = data as FileReference;
  return { sha256, size, mediaType };
}
