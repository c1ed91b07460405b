import { customType, timestamp } from 'drizzle-orm/pg-core';

/** PostgreSQL refuses NUL and halves of surrogate pairs, which names from outside may hold. */
function storable(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed();
}

/** Text from anywhere. */
export const text = customType<{ data: string; driverData: string }>({
  dataType: () => 'text',
  toDriver: storable,
});

/** Plain JSON from anywhere. */
export const json = customType<{ data: unknown; driverData: unknown }>({
  dataType: () => 'jsonb',
  toDriver: (value) =>
    JSON.stringify(value, (_key, part: unknown) => (typeof part === 'string' ? storable(part) : part)),
});

/** A moment, with its zone. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
