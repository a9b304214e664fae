/**
 * Three invented records of reporting year 2026 for 4020 Midt-Telemark, as SSB's own program took them: no entry, 102 controls. The identity
 * numbers are of the synthetic series (month + 80), which no living person has.
 */
export const SAMPLE = [
  '402026  14031988KVP0000114838841466241 20406202520062025180820252    12   1 5  7010203040506070809101112 2843771                              SB0017    ',
  '402026  02112002KVP0000202910261137112  1208202529082025150920252       5 2     010203040506              8855233006202601    04            01SB0009    ',
  '402026  27071979KVP0000327877923563131 109012026230120260202202614003    614 9    0203040506070809       1833452                              SB0017    ',
] as const;
