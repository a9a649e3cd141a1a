import type { Decider } from '../decider';
import { DomainError, type DomainErrorCode } from '../domain-error';

/** Given these events, when this command, then these events or that refusal: `specify(decider)(...).when(...).then(...)`. */
export const specify = <Command, Event, State>(decider: Decider<Command, Event, State>) =>
  (...history: readonly Event[]) => ({
    when: (command: Command) => {
      const decide = (): readonly Event[] => decider.decide(command, history.reduce(decider.evolve, decider.initialState()));
      return {
        then: (...expected: readonly Event[]): void => expect(decide()).toEqual(expected),
        thenRefused: (code: DomainErrorCode): void => expect(refusalOf(decide)).toBe(code),
      };
    },
  });

const refusalOf = (decide: () => unknown): DomainErrorCode | undefined => {
  try {
    decide();
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
};
