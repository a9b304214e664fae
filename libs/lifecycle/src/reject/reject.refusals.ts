import { defineRefusal } from '../kernel/definitions.ts';

export const unlawfulGround = defineRefusal({
  code: 'unlawful-ground',
  provision: 'STL § 29',
  message: () => 'Avslagsgrunnen finnes ikke i loven slik den lød på vedtaksdagen.',
  remedy: () =>
    'Fra 2019 kan en søknad avslås når vilkårene ikke er oppfylt, eller når tilbudet ville være uforholdsmessig byrdefullt på grunn av søkerens forhold. Manglende kapasitet eller budsjett er ingen avslagsgrunn.',
  example: [],
});

export const noUnmetCondition = defineRefusal({
  code: 'no-unmet-condition',
  provision: 'STL § 29',
  message: () => 'Alle vilkårene er besvart som oppfylt, men søknaden avslås fordi de ikke er det.',
  remedy: () => 'Oppgi hvilket vilkår som ikke er oppfylt. Er alle oppfylt, har søkeren rett til programmet.',
  example: [],
});
