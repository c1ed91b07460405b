/** So many of so many. */
export interface Share {
  readonly count: number;
  readonly of: number;
}

export function shareOf<T>(items: readonly T[], counts: (item: T) => boolean): Share {
  return { count: items.filter(counts).length, of: items.length };
}

/** From 0 to 1; of nothing, all. */
export function portionOf({ count, of }: Share): number {
  return of === 0 ? 1 : count / of;
}

/** The shares of the groups that items fall into, largest group first. */
export function sharesBy<T>(
  items: readonly T[],
  groupOf: (item: T) => string,
  counts: (item: T) => boolean,
): readonly { readonly name: string; readonly share: Share }[] {
  const groups = Map.groupBy(items, groupOf);
  return [...groups]
    .map(([name, each]) => ({ name, share: shareOf(each, counts) }))
    .sort((a, b) => b.share.of - a.share.of || a.name.localeCompare(b.name));
}
