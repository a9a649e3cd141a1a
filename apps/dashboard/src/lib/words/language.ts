export type Language = 'id' | 'en';
/** A label as the API gives it. */
export type Label = Readonly<Record<Language, string>>;
