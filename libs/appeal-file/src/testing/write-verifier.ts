import { writeFileSync } from 'node:fs';
import { buildVerifier } from './build-verifier.ts';

/* `npm run verifier`: the program that appeal files carry is kept beside the sources, so that nothing is built where a file is made. */
writeFileSync(new URL('../../verifier/kontroller.js', import.meta.url), await buildVerifier());
