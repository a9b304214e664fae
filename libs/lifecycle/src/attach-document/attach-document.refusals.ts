import { defineRefusal } from '../kernel/definitions.ts';

export const fileNotStored = defineRefusal({
  code: 'file-not-stored',
  provision: 'Arkivforskrifta § 15',
  message: () => 'Filen er ikke lastet opp til denne saken, eller innholdet er ikke lenger helt.',
  remedy: () => 'Last opp filen til saken, og vis til SHA-256 i svaret.',
  example: [],
});

export const titleIsPath = defineRefusal({
  code: 'title-is-path',
  provision: 'Arkivforskrifta § 15',
  message: () => 'Tittelen er en filsti, ikke en tittel.',
  remedy: () => 'Skriv hva dokumentet er, uten mapper og stasjonsbokstaver.',
  example: [],
});

export const titleUnreadable = defineRefusal({
  code: 'title-unreadable',
  provision: 'Arkivforskrifta § 15',
  message: () => 'Tittelen er tom, eller har tegn som ikke kan ses.',
  remedy: () => 'Skriv tittelen på én linje, med bokstaver og tegn som kan leses.',
  example: [],
});
