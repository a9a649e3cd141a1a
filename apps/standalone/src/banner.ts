/** What a person needs to know after the start: where to look, how to ask, how to stop. */
export const banner = ({ address, token, events, synthetic }: { address: string; token: string; events: number; synthetic: boolean }): string =>
  [
    '',
    `Netral siap · ready: ${address}`,
    `  Halaman · page (sebagai penyelidik · as investigator): ${address}/masuk?token=${token}`,
    `  API: ${address}/docs`,
    `  ${events} peristiwa · events${synthetic ? ' (musim 2020 sintetis · the 2020 season is synthetic)' : ''}`,
    `  Tanya · ask: npx netral overdue --as-of 2020-10-26 --known-at 2020-11-02`,
    '  Ctrl-C untuk berhenti · to stop',
    '',
  ].join('\n');
