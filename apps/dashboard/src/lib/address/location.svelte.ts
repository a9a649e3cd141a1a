import { readPlace, searchOf, type AddressProblem, type Place } from './place';

/** Two steps of the same slider within this time are one step back. */
const SAME_STEP_MS = 1500;

/** Where the visitor is. The browser's address is the only memory of it. */
class Location {
  place = $state.raw<Place>(readPlace('').place);
  problems = $state.raw<readonly AddressProblem[]>([]);
  private lastStep = '';
  private lastStepAt = 0;

  start(): void {
    const read = (): void => {
      const { place, problems } = readPlace(window.location.search);
      this.place = place;
      this.problems = problems;
    };
    window.addEventListener('popstate', () => {
      this.lastStep = '';
      read();
    });
    read();
  }

  /** Goes on to a place; `step` names what is being dragged, so that a drag is one entry of the history. */
  go(change: Partial<Place>, step = ''): void {
    const goesOn = step !== '' && step === this.lastStep && performance.now() - this.lastStepAt < SAME_STEP_MS;
    this.move(change, goesOn);
    [this.lastStep, this.lastStepAt] = [step, performance.now()];
  }

  /** Completes the address without a step of its own. */
  fill(change: Partial<Place>): void {
    this.move(change, true);
  }

  /** The link of this place with something changed. */
  link(change: Partial<Place>): string {
    return searchOf({ ...this.place, ...change });
  }

  /** For a link of the page: goes there without loading it anew, unless a new tab was asked for. */
  follow = (event: MouseEvent): void => {
    const link = event.currentTarget as HTMLAnchorElement;
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    this.move(readPlace(link.search).place, false);
    this.lastStep = '';
    window.scrollTo({ top: 0 });
    document.getElementById('isi')?.focus({ preventScroll: true });
  };

  private move(change: Partial<Place>, replace: boolean): void {
    this.place = { ...this.place, ...change };
    this.problems = [];
    const address = searchOf(this.place);
    if (replace || address === window.location.search) history.replaceState(null, '', address);
    else history.pushState(null, '', address);
  }
}

export const here = new Location();
