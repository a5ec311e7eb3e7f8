/** Writes moments as ISO 8601, in UTC: core has no clock, and so no `Date` either. */

const DAY = 86_400_000
/** The last millisecond with a year of four digits; readers refuse a whole file for one date they cannot read. */
const LAST = 253_402_300_799_999

/** Epoch ms → `1970-01-12T13:46:40.000Z`. What lies outside of the years 1970 to 9999 becomes the nearest within. */
export function isoTime(epoch: number): string {
  const ms = Math.floor(Math.min(Math.max(epoch, 0), LAST))
  const time = ms % DAY
  const clock = [time / 3_600_000, (time / 60_000) % 60, (time / 1000) % 60].map((part) => digits(part, 2))
  return `${dateOf((ms - time) / DAY)}T${clock.join(':')}.${digits(time % 1000, 3)}Z`
}

/** Days since 1970 → `1970-01-01`. Counted in years that begin in March, so that a leap day is the last of its year. */
function dateOf(days: number): string {
  const sinceMarch = days + 719_468
  const era = Math.floor(sinceMarch / 146_097)
  const dayOfEra = sinceMarch - era * 146_097
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096)
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const month = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * month + 2) / 5) + 1
  const year = era * 400 + yearOfEra + (month >= 10 ? 1 : 0)
  return `${digits(year, 4)}-${digits(month < 10 ? month + 3 : month - 9, 2)}-${digits(day, 2)}`
}

function digits(value: number, count: number): string {
  return String(Math.floor(value)).padStart(count, '0')
}
