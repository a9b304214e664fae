/** The day in Norway; every party of a run is told the same when it asks within that day. */
export const today = (): Temporal.PlainDate => Temporal.Now.plainDateISO('Europe/Oslo');
