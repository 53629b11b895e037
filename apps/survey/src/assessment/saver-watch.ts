import type { Address } from '@kilim/indicators';
import type { Pace } from './saver-surroundings.js';
import { stateOf, viewOf, type Line, type SaverView, type Saving, type SavingState } from './saver-view.js';

/** Told that something has changed; how it came where it was a person's change, undefined for all else. */
export type SaverListener = (pace: Pace | undefined) => void;

/** What can be seen of a saver, worked out when somebody looks, and who is told that it has changed. */
export class SaverWatch {
  private readonly listeners = new Set<SaverListener>();
  private view: SaverView | undefined;
  private isViewOld = false;
  private toldState: SavingState = { kind: 'quiet' };
  /** While a person's change is taken: how it comes. */
  private pace: Pace | undefined;

  /** @param saving what holds for all answers at once, now */
  constructor(
    private readonly lines: ReadonlyMap<Address, Line>,
    private readonly saving: () => Saving,
  ) {}

  readonly subscribe = (listener: SaverListener): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly look = (): SaverView => {
    if (this.view && !this.isViewOld) return this.view;
    this.isViewOld = false;
    this.view = viewOf(this.lines, this.saving(), this.view);
    return this.view;
  };

  /** How saving stands, without looking at what the answers say; the same object as long as it stands alike. */
  readonly state = (): SavingState => {
    const state = stateOf(this.lines, this.saving());
    if (JSON.stringify(state) !== JSON.stringify(this.toldState)) this.toldState = state;
    return this.toldState;
  };

  /** Something has changed. */
  readonly changed = (): void => {
    this.isViewOld = true;
    for (const listener of this.listeners) listener(this.pace);
  };

  /** Whatever changes meanwhile is a person's change. */
  during(pace: Pace, change: () => void): void {
    this.pace = pace;
    change();
    this.pace = undefined;
  }
}
