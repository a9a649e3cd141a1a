/** Words to people: Indonesian first, English beside. */
export interface Words {
  readonly id: string;
  readonly en: string;
}

export const words = (id: string, en: string): Words => ({ id, en });

/** Both on one line; once only where both are the same. */
export const spoken = ({ id, en }: Words): string => (id === en ? id : `${id} · ${en}`);

export const say = (id: string, en: string): string => spoken({ id, en });
