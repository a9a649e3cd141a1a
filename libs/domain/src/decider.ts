/** How one of our own decisions is made: pure, from the events of one stream. Facts of agencies have none: they are never refused. */
export interface Decider<Command, Event, State> {
  readonly initialState: () => State;
  /** The events that follow; throws a DomainError when the command is refused. */
  readonly decide: (command: Command, state: State) => readonly Event[];
  readonly evolve: (state: State, event: Event) => State;
}
