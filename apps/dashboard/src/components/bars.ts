/** One line of a bar chart made of text: what it is, its number as shown, and how long its bar is. */
export interface Bar {
  readonly key: string;
  readonly name: string;
  readonly note?: string;
  readonly shown: string;
  readonly value: number;
  readonly href?: string;
  readonly quiet?: boolean;
}
