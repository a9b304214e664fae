import { defineRefusal } from '../kernel/definitions.ts';

export const caseworkerNotOpaque = defineRefusal({
  code: 'caseworker-not-opaque',
  provision: 'STL § 44',
  message: () => 'Saksbehandleren er ikke oppgitt med en nøytral id.',
  remedy: () => 'Bruk id-en fra innloggingen: bokstaver, tall, bindestrek, punktum og kolon, og aldri et navn eller fødselsnummer.',
  example: [],
});
