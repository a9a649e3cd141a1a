import { randomBytes, randomUUID } from 'node:crypto';
import { type DeadLetter, type Identity, type IdentityVault, type SealedTextEntry, VaultError } from '../identity-vault';
import { vaultKeys } from '../sealing';

/** A vault that lives as long as the process and never touches a disk, so it seals nothing: for tests and trying things out. */
export class MemoryIdentityVault implements IdentityVault {
  private readonly subjects = new Map<string, string>();
  private readonly identities = new Map<string, Identity | 'erased'>();
  private readonly texts = new Map<string, { readonly subjects: readonly string[]; text: string | 'erased' }>();
  private readonly letters = new Map<string, DeadLetter>();
  private readonly keys;
  private closed = false;

  constructor(masterKey: Uint8Array = randomBytes(32)) {
    this.keys = vaultKeys(masterKey);
  }

  async pseudonymise(identities: readonly Identity[]): Promise<readonly string[]> {
    this.assertOpen();
    return identities.map(({ nip, name }) => {
      const subject = this.subjects.get(nip) ?? randomUUID();
      this.subjects.set(nip, subject);
      const known = this.identities.get(subject);
      if (known === undefined || (known !== 'erased' && known.name === undefined)) this.identities.set(subject, name === undefined ? { nip } : { nip, name });
      return subject;
    });
  }

  async find(nip: string): Promise<string | undefined> {
    this.assertOpen();
    return this.subjects.get(nip);
  }

  async sealTexts(entries: readonly SealedTextEntry[]): Promise<void> {
    this.assertOpen();
    for (const { id, text, subjects } of entries) {
      const erased = subjects.some((subject) => this.identities.get(subject) === 'erased');
      if (!this.texts.has(id)) this.texts.set(id, { subjects, text: erased ? 'erased' : text });
    }
  }

  async openIdentity(subject: string): Promise<Identity | 'erased' | undefined> {
    this.assertOpen();
    return this.identities.get(subject);
  }

  async openText(id: string): Promise<string | 'erased' | undefined> {
    this.assertOpen();
    return this.texts.get(id)?.text;
  }

  async keepDeadLetters(letters: readonly DeadLetter[]): Promise<void> {
    this.assertOpen();
    for (const letter of letters) if (!this.letters.has(letter.deadLetterId)) this.letters.set(letter.deadLetterId, copyOf(letter));
  }

  async deadLetter(id: string): Promise<DeadLetter | undefined> {
    this.assertOpen();
    return this.letters.get(id);
  }

  async deadLetters(options: { readonly agency?: string; readonly after?: string; readonly limit: number }): Promise<readonly Omit<DeadLetter, 'content'>[]> {
    this.assertOpen();
    const all = [...this.letters.values()];
    const first = options.after === undefined ? 0 : all.findIndex(({ deadLetterId }) => deadLetterId === options.after) + 1;
    if (first === 0 && options.after !== undefined) return [];
    return all.slice(first).filter(({ agency }) => options.agency === undefined || agency === options.agency).slice(0, options.limit)
      .map(({ content: _, ...summary }) => summary);
  }

  async erase(subject: string): Promise<void> {
    this.assertOpen();
    const identity = this.identities.get(subject);
    if (identity === undefined) throw new RangeError('subject: found none such, expected a pseudonym that was given out');
    if (identity === 'erased') return;
    this.subjects.delete(identity.nip);
    this.identities.set(subject, 'erased');
    for (const entry of this.texts.values()) if (entry.subjects.includes(subject)) entry.text = 'erased';
  }

  hash(content: string | Uint8Array): string {
    return this.keys.hash(content);
  }

  async close(): Promise<void> {
    this.closed = true;
  }

  private assertOpen(): void {
    if (this.closed) throw new VaultError('closed', 'the vault is closed');
  }
}

const copyOf = (letter: DeadLetter): DeadLetter => (letter.content === undefined ? letter : { ...letter, content: Uint8Array.from(letter.content) });
