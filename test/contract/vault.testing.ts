import type { DeadLetter, Identity, IdentityVault } from '@netral/vault';

/** A vault to be tried, each under a master key of its own. `reopen` closes it and opens the same again. */
export interface VaultUnderTest {
  readonly vault: IdentityVault;
  readonly reopen?: () => Promise<IdentityVault>;
}
export type OpenVault = () => Promise<VaultUnderTest>;

/** A number of the right form that is nobody's: the month of birth is the 99th. */
export const nip = (index: number): string => `19809901201901${String(index).padStart(4, '0')}`;
export const person = (index: number): Identity => ({ nip: nip(index), name: `Orang Sintetis ${index}` });

export const letter = (index: number, more: Partial<DeadLetter> = {}): DeadLetter => ({
  deadLetterId: `dl-${index}`,
  agency: index % 2 === 0 ? 'kasn' : 'bkn',
  setAsideAt: `2020-10-26T00:00:00.${String(index).padStart(3, '0')}Z`,
  reason: { code: 'NIP_INVALID', pointer: '/data/persons/0/nip', found: '17 digits', expected: '18 digits' },
  messageSource: 'urn:netral:kasn',
  messageId: `message-${index}`,
  contentHash: `hash-${index}`,
  content: Uint8Array.of(0, 255, index, 10),
  contentBytes: 4,
  ...more,
});
