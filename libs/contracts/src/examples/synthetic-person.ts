/**
 * NIP of a synthetic person, of valid form: all were born on the first day of 1970 and appointed in the first month of
 * 1990, which nobody could take for a real list.
 * @param serial 1 to 999
 */
export const syntheticNip = (serial: number): string => `197001011990011${String(serial).padStart(3, '0')}`;

/** NIP of a synthetic person on contract (PPPK): the first contract of 2019. */
export const syntheticContractNip = (serial: number): string => `197001012019211${String(serial).padStart(3, '0')}`;

/** A plainly synthetic person as agencies name one. */
export const syntheticPerson = (serial: number): { readonly nip: string; readonly name: string } => ({
  nip: syntheticNip(serial),
  name: `Orang Sintetis ${String(serial).padStart(3, '0')}`,
});
